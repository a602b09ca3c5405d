/** Known signals to measure. */

/** A sine at a peak level in dBFS. */
export function sine(options: {
  frequency: number;
  levelDb: number;
  seconds: number;
  rate?: number;
  phase?: number;
}): Float32Array {
  const { frequency, levelDb, seconds, rate = 48_000, phase = 0 } = options;
  const amplitude = 10 ** (levelDb / 20);
  return Float32Array.from({ length: Math.round(seconds * rate) }, (_, index) => {
    return amplitude * Math.sin((2 * Math.PI * frequency * index) / rate + phase);
  });
}

/** Level of one frequency in a signal, dB of its amplitude (Goertzel's sum over the whole signal). */
export function levelAt(samples: Float32Array, frequency: number, rate: number): number {
  let real = 0;
  let imaginary = 0;
  samples.forEach((sample, index) => {
    const window = 1 - Math.cos((2 * Math.PI * index) / samples.length);
    const angle = (2 * Math.PI * frequency * index) / rate;
    real += window * sample * Math.cos(angle);
    imaginary += window * sample * Math.sin(angle);
  });
  return 20 * Math.log10((2 * Math.hypot(real, imaginary)) / samples.length + 1e-12);
}

/** Signals one after the other. */
export function joined(...parts: Float32Array[]): Float32Array {
  const whole = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let position = 0;
  for (const part of parts) {
    whole.set(part, position);
    position += part.length;
  }
  return whole;
}

/** Reproducible noise, −1 to 1 (a linear congruential generator with the constants of Numerical Recipes). */
export function noise(length: number, level = 1): Float32Array {
  let state = 12_345;
  return Float32Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return level * ((state / 4_294_967_296) * 2 - 1);
  });
}

/** Something like speech: bursts of a buzz of 120 ms with gaps of 80 ms between them. */
export function babble(seconds: number, levelDb = -20, rate = 48_000): Float32Array {
  const amplitude = 10 ** (levelDb / 20);
  return Float32Array.from({ length: Math.round(seconds * rate) }, (_, index) => {
    const inBurst = (index / rate) % 0.2;
    if (inBurst > 0.12) return 0;
    const shape = Math.sin((Math.PI * inBurst) / 0.12);
    const phase = (2 * Math.PI * 180 * index) / rate;
    return amplitude * shape * (Math.sin(phase) + 0.5 * Math.sin(3 * phase) + 0.3 * Math.sin(7 * phase));
  });
}
