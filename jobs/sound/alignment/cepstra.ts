/**
 * Mel-frequency cepstral coefficients (S. Davis and P. Mermelstein 1980): what a sound is like every 10 ms,
 * in a form in which the same phone from two speakers is near.
 */
import { resample } from '#jobs/sound/audio/resample.ts';
import { fourierTransform } from './fourier';

/** Time from one frame to the next, ms. */
export const FRAME_STEP_MS = 10;
export const COEFFICIENTS = 13;

const SAMPLE_RATE = 16_000;
const STEP = (SAMPLE_RATE * FRAME_STEP_MS) / 1000;
/** 25 ms */
const WINDOW = 400;
const TRANSFORM = 512;
const FILTERS = 32;
const LOWEST_HZ = 80;
const HIGHEST_HZ = 7000;
const PRE_EMPHASIS = 0.95;
const FLOOR = 1e-7;
/** Loudness tells speech from silence and one speaker from another, so it counts for a little more. */
const ENERGY_WEIGHT = 1.5;

/** Frames one after another, `COEFFICIENTS` values each. */
export interface Cepstra {
  frames: number;
  values: Float32Array;
}

/**
 * Cepstra of a sound, each coefficient brought to mean 0 and variance 1 over the whole (cepstral mean and
 * variance normalisation), which takes away most of what distinguishes speakers and microphones.
 */
export function cepstraOf(samples: Float32Array, sampleRate: number): Cepstra {
  const sound = resample(samples, sampleRate, SAMPLE_RATE);
  const frames = Math.max(1, Math.floor((sound.length - WINDOW) / STEP) + 1);
  const values = new Float32Array(frames * COEFFICIENTS);
  const filters = melFilters();
  const real = new Float64Array(TRANSFORM);
  const imaginary = new Float64Array(TRANSFORM);
  for (let frame = 0; frame < frames; frame++) {
    fillWindow(sound, frame * STEP, real);
    imaginary.fill(0);
    fourierTransform(real, imaginary);
    const energies = filters.map((filter) => Math.log(FLOOR + filteredPower(filter, real, imaginary)));
    for (let index = 0; index < COEFFICIENTS; index++) {
      values[frame * COEFFICIENTS + index] = cosineCoefficient(energies, index);
    }
  }
  normalise(values, frames);
  return { frames, values };
}

function fillWindow(sound: Float32Array, start: number, real: Float64Array): void {
  real.fill(0);
  for (let index = 0; index < WINDOW; index++) {
    const sample = (sound[start + index] ?? 0) - PRE_EMPHASIS * (sound[start + index - 1] ?? 0);
    real[index] = sample * (HAMMING[index] as number);
  }
}

const HAMMING = Float64Array.from(
  { length: WINDOW },
  (_, index) => 0.54 - 0.46 * Math.cos((2 * Math.PI * index) / (WINDOW - 1)),
);

/** A triangle over neighbouring bins of the transform. */
interface Filter {
  firstBin: number;
  weights: number[];
}

function melFilters(): Filter[] {
  const lowest = toMel(LOWEST_HZ);
  const highest = toMel(HIGHEST_HZ);
  const bins = Array.from({ length: FILTERS + 2 }, (_, index) => {
    const mel = lowest + ((highest - lowest) * index) / (FILTERS + 1);
    return (toHertz(mel) * TRANSFORM) / SAMPLE_RATE;
  });
  return Array.from({ length: FILTERS }, (_, index) => {
    const [left, middle, right] = bins.slice(index, index + 3) as [number, number, number];
    const firstBin = Math.ceil(left);
    const count = Math.max(1, Math.floor(right) - firstBin + 1);
    const weights = Array.from({ length: count }, (_, offset) => {
      const bin = firstBin + offset;
      const weight = bin < middle ? (bin - left) / (middle - left) : (right - bin) / (right - middle);
      return Math.max(0, weight);
    });
    return { firstBin, weights };
  });
}

function toMel(hertz: number): number {
  return 2595 * Math.log10(1 + hertz / 700);
}

function toHertz(mel: number): number {
  return 700 * (10 ** (mel / 2595) - 1);
}

function filteredPower({ firstBin, weights }: Filter, real: Float64Array, imaginary: Float64Array): number {
  let power = 0;
  for (let offset = 0; offset < weights.length; offset++) {
    const bin = firstBin + offset;
    power += (weights[offset] as number) * ((real[bin] as number) ** 2 + (imaginary[bin] as number) ** 2);
  }
  return power;
}

/** One coefficient of the discrete cosine transform (type II). */
function cosineCoefficient(energies: readonly number[], index: number): number {
  const cosines = COSINES[index] as Float64Array;
  let sum = 0;
  for (let band = 0; band < FILTERS; band++) sum += (energies[band] as number) * (cosines[band] as number);
  return sum;
}

const COSINES = Array.from({ length: COEFFICIENTS }, (_, index) =>
  Float64Array.from({ length: FILTERS }, (_, band) => Math.cos((Math.PI * index * (band + 0.5)) / FILTERS)),
);

function normalise(values: Float32Array, frames: number): void {
  for (let index = 0; index < COEFFICIENTS; index++) {
    let sum = 0;
    let squares = 0;
    for (let frame = 0; frame < frames; frame++) {
      const value = values[frame * COEFFICIENTS + index] as number;
      sum += value;
      squares += value * value;
    }
    const mean = sum / frames;
    const deviation = Math.sqrt(Math.max(0, squares / frames - mean * mean)) || 1;
    const weight = (index === 0 ? ENERGY_WEIGHT : 1) / deviation;
    for (let frame = 0; frame < frames; frame++) {
      const at = frame * COEFFICIENTS + index;
      values[at] = ((values[at] as number) - mean) * weight;
    }
  }
}
