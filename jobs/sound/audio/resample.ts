/**
 * Sample-rate conversion by a rational factor with a polyphase Kaiser-windowed sinc
 * (J. O. Smith, "Digital Audio Resampling"; J. F. Kaiser and R. W. Schafer 1980 for the window).
 */

/** Zero crossings of the sinc on each side: with the window below, over 90 dB of stop-band rejection. */
const HALF_WIDTH = 24;
const KAISER_BETA = 9;
/** Share of the narrower band that passes; the rest is the filter's slope. */
const PASS_BAND = 0.94;

/**
 * Converts samples from one rate (Hz) to another. The result has `round(length · to / from)` samples and
 * starts at the same instant: no delay is added. Throws `RangeError` for rates that are no positive integers.
 */
export function resample(samples: Float32Array, fromRate: number, toRate: number): Float32Array {
  if (!Number.isInteger(fromRate) || !Number.isInteger(toRate) || fromRate <= 0 || toRate <= 0) {
    throw new RangeError('Sample rates are positive integers.');
  }
  if (fromRate === toRate) return samples.slice();
  const divisor = greatestCommonDivisor(fromRate, toRate);
  const up = toRate / divisor;
  const down = fromRate / divisor;
  const { taps, phases } = polyphaseKernel(up, down);

  const output = new Float32Array(Math.round((samples.length * toRate) / fromRate));
  const half = taps / 2;
  for (let index = 0; index < output.length; index++) {
    const position = index * down;
    const phase = phases[position % up] as Float32Array;
    const first = Math.floor(position / up) - half + 1;
    const from = Math.max(0, -first);
    const to = Math.min(taps, samples.length - first);
    let sum = 0;
    for (let tap = from; tap < to; tap++) {
      sum += (samples[first + tap] as number) * (phase[tap] as number);
    }
    output[index] = sum;
  }
  return output;
}

/** One set of taps for each of the `up` fractional positions between two input samples. */
function polyphaseKernel(up: number, down: number): { taps: number; phases: Float32Array[] } {
  const cutoff = PASS_BAND * Math.min(1, up / down);
  const halfTaps = Math.ceil(HALF_WIDTH / cutoff);
  const taps = halfTaps * 2;
  const phases = Array.from({ length: up }, (_, phase) => {
    const kernel = new Float32Array(taps);
    let sum = 0;
    for (let tap = 0; tap < taps; tap++) {
      const distance = phase / up - (tap - halfTaps + 1);
      const value = cutoff * sinc(cutoff * distance) * kaiser(distance / halfTaps, KAISER_BETA);
      kernel[tap] = value;
      sum += value;
    }
    // Equal gain in every phase keeps a constant input constant.
    for (let tap = 0; tap < taps; tap++) kernel[tap] = (kernel[tap] as number) / sum;
    return kernel;
  });
  return { taps, phases };
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
}

/** Kaiser window at a position from −1 to 1. */
export function kaiser(position: number, beta: number): number {
  if (Math.abs(position) >= 1) return 0;
  return besselI0(beta * Math.sqrt(1 - position * position)) / besselI0(beta);
}

/** Modified Bessel function of the first kind, order zero, by its power series. */
function besselI0(x: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 1; term > sum * 1e-12; k++) {
    term *= (x / (2 * k)) ** 2;
    sum += term;
  }
  return sum;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
