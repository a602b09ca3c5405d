/** Second-order filters: design after R. Bristow-Johnson's "Cookbook formulae for audio equalizer biquad
 * filter coefficients", run in transposed direct form II. */

/** Coefficients normalised to a0 = 1. */
export interface Biquad {
  b0: number;
  b1: number;
  b2: number;
  a1: number;
  a2: number;
}

export interface FilterBand {
  /** Corner or centre frequency, Hz. */
  frequency: number;
  q: number;
}

export interface GainBand extends FilterBand {
  /** Boost (positive) or cut (negative), dB. */
  gainDb: number;
}

/** The flattest pass band that a second-order filter can have. */
export const BUTTERWORTH_Q = Math.SQRT1_2;

/** 12 dB per octave high-pass. */
export function highPass({ frequency, q }: FilterBand, sampleRate: number): Biquad {
  const { cosine, alpha } = angle(frequency, q, sampleRate);
  return normalise((1 + cosine) / 2, -(1 + cosine), (1 + cosine) / 2, 1 + alpha, -2 * cosine, 1 - alpha);
}

/** 12 dB per octave low-pass. */
export function lowPass({ frequency, q }: FilterBand, sampleRate: number): Biquad {
  const { cosine, alpha } = angle(frequency, q, sampleRate);
  return normalise((1 - cosine) / 2, 1 - cosine, (1 - cosine) / 2, 1 + alpha, -2 * cosine, 1 - alpha);
}

/** Bell-shaped boost or cut around a frequency. */
export function peaking({ frequency, q, gainDb }: GainBand, sampleRate: number): Biquad {
  const { cosine, alpha } = angle(frequency, q, sampleRate);
  const amplitude = 10 ** (gainDb / 40);
  return normalise(
    1 + alpha * amplitude,
    -2 * cosine,
    1 - alpha * amplitude,
    1 + alpha / amplitude,
    -2 * cosine,
    1 - alpha / amplitude,
  );
}

/** Boost or cut of everything above a frequency. */
export function highShelf({ frequency, q, gainDb }: GainBand, sampleRate: number): Biquad {
  const { cosine, alpha } = angle(frequency, q, sampleRate);
  const amplitude = 10 ** (gainDb / 40);
  const slope = 2 * Math.sqrt(amplitude) * alpha;
  return normalise(
    amplitude * (amplitude + 1 + (amplitude - 1) * cosine + slope),
    -2 * amplitude * (amplitude - 1 + (amplitude + 1) * cosine),
    amplitude * (amplitude + 1 + (amplitude - 1) * cosine - slope),
    amplitude + 1 - (amplitude - 1) * cosine + slope,
    2 * (amplitude - 1 - (amplitude + 1) * cosine),
    amplitude + 1 - (amplitude - 1) * cosine - slope,
  );
}

/** Filters one after the other, for a sound that comes in pieces: each piece goes on where the one before it ended. */
export class FilterChain {
  readonly #filters: readonly { filter: Biquad; state: Float64Array }[];

  /** They start at rest. */
  constructor(filters: readonly Biquad[]) {
    this.#filters = filters.map((filter) => ({ filter, state: new Float64Array(2) }));
  }

  /** Filters the next piece, in place. */
  run(samples: Float32Array): void {
    for (const { filter, state } of this.#filters) runBiquad(samples, filter, state);
  }
}

function runBiquad(samples: Float32Array, { b0, b1, b2, a1, a2 }: Biquad, state: Float64Array): void {
  let [state1 = 0, state2 = 0] = state;
  for (let index = 0; index < samples.length; index++) {
    const input = samples[index] as number;
    const value = b0 * input + state1;
    state1 = b1 * input - a1 * value + state2;
    state2 = b2 * input - a2 * value;
    samples[index] = value;
  }
  state[0] = state1;
  state[1] = state2;
}

/** The samples with filters applied one after the other, as a new array. */
export function applyBiquads(samples: Float32Array, filters: readonly Biquad[]): Float32Array {
  const output = samples.slice();
  new FilterChain(filters).run(output);
  return output;
}

function angle(frequency: number, q: number, sampleRate: number): { cosine: number; alpha: number } {
  const omega = (2 * Math.PI * frequency) / sampleRate;
  return { cosine: Math.cos(omega), alpha: Math.sin(omega) / (2 * q) };
}

function normalise(b0: number, b1: number, b2: number, a0: number, a1: number, a2: number): Biquad {
  return { b0: b0 / a0, b1: b1 / a0, b2: b2 / a0, a1: a1 / a0, a2: a2 / a0 };
}
