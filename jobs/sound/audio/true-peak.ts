/**
 * True peak: the highest level of the continuous signal between the samples, found by four-fold
 * oversampling (ITU-R BS.1770-4, Annex 2).
 */
import { gainToDecibels } from './decibels';
import { kaiser } from './resample';

const OVERSAMPLING = 4;
const TAPS = 16;
const HALF = TAPS / 2;
/** How many samples on each side decide about the peak beside one. */
export const PEAK_REACH = HALF;
const BLOCK = 64;

/** Interpolators for the three points between two samples; the samples themselves are the fourth phase. */
const INTERPOLATORS = Array.from({ length: OVERSAMPLING - 1 }, (_, index) =>
  fractionalDelay((index + 1) / OVERSAMPLING),
);

/** No point between samples can exceed the samples around it by more than this factor. */
const LARGEST_OVERSHOOT = Math.max(
  ...INTERPOLATORS.map((kernel) => kernel.reduce((sum, tap) => sum + Math.abs(tap), 0)),
);

/** Highest absolute level between and at the samples, as a linear factor; 0 for silence. */
function truePeak(samples: Float32Array): number {
  let peak = samplePeak(samples, 0, samples.length);
  for (let start = 0; start < samples.length; start += BLOCK) {
    const end = Math.min(start + BLOCK, samples.length);
    const local = samplePeak(samples, start - HALF, end + HALF);
    if (local * LARGEST_OVERSHOOT <= peak) continue;
    for (let index = start; index < end; index++) {
      peak = Math.max(peak, peakAfterSample(samples, index));
    }
  }
  return peak;
}

/** True peak in dBTP of several channels together; `floorDb` for silence. */
export function truePeakDb(channels: readonly Float32Array[], floorDb: number): number {
  return Math.max(floorDb, gainToDecibels(Math.max(0, ...channels.map(truePeak))));
}

/**
 * Highest absolute level at each sample and at the interpolated points up to the next one, for a limiter
 * that must hold a true-peak ceiling. Below `ceiling / LARGEST_OVERSHOOT` the sample itself is given.
 */
export function truePeakEnvelope(samples: Float32Array, ceiling: number): Float32Array {
  const envelope = new Float32Array(samples.length);
  for (let start = 0; start < samples.length; start += BLOCK) {
    const end = Math.min(start + BLOCK, samples.length);
    const isQuiet = samplePeak(samples, start - HALF, end + HALF) * LARGEST_OVERSHOOT <= ceiling;
    for (let index = start; index < end; index++) {
      const level = Math.abs(samples[index] as number);
      envelope[index] = isQuiet ? level : Math.max(level, peakAfterSample(samples, index));
    }
  }
  return envelope;
}

function peakAfterSample(samples: Float32Array, index: number): number {
  const first = index - HALF + 1;
  const from = Math.max(0, -first);
  const to = Math.min(TAPS, samples.length - first);
  let peak = 0;
  for (const kernel of INTERPOLATORS) {
    let sum = 0;
    for (let tap = from; tap < to; tap++) {
      sum += (samples[first + tap] as number) * (kernel[tap] as number);
    }
    peak = Math.max(peak, Math.abs(sum));
  }
  return peak;
}

function samplePeak(samples: Float32Array, start: number, end: number): number {
  let peak = 0;
  const last = Math.min(end, samples.length);
  for (let index = Math.max(0, start); index < last; index++) {
    peak = Math.max(peak, Math.abs(samples[index] as number));
  }
  return peak;
}

function fractionalDelay(fraction: number): Float32Array {
  const kernel = new Float32Array(TAPS);
  for (let tap = 0; tap < TAPS; tap++) {
    const distance = fraction - (tap - HALF + 1);
    kernel[tap] = (Math.sin(Math.PI * distance) / (Math.PI * distance)) * kaiser(distance / HALF, 6);
  }
  return kernel;
}
