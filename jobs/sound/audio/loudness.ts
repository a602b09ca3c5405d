/**
 * Programme loudness after ITU-R BS.1770-4: K-weighting, mean square in 400 ms blocks with 75 % overlap,
 * an absolute gate at −70 LUFS and a relative gate 10 LU below.
 */
import { type Biquad, FilterChain } from './biquad';
import { truePeakDb } from './true-peak';

export interface Loudness {
  /** Gated loudness of the whole, LUFS; `SILENCE_LUFS` when nothing passes the gate. */
  integratedLufs: number;
  /** dBTP; `SILENCE_PEAK_DB` for digital silence. */
  truePeakDb: number;
}

/** What silence is said to measure: the absolute gate, so that every result is a finite number. */
export const SILENCE_LUFS = -70;
const SILENCE_PEAK_DB = -120;

const BLOCK_SECONDS = 0.4;
const STEPS_PER_BLOCK = 4;
const RELATIVE_GATE_LU = -10;
const CALIBRATION_LUFS = -0.691;

/**
 * Measures mono or stereo sound, one array of samples per channel. Mono counts as a single channel: the same
 * samples on two channels measure 3.01 LU more. Throws `RangeError` for more than two channels.
 */
export function measureLoudness(channels: readonly Float32Array[], sampleRate: number): Loudness {
  return {
    integratedLufs: integratedLoudness(channels, sampleRate),
    truePeakDb: truePeakDb(channels, SILENCE_PEAK_DB),
  };
}

/** Gated loudness alone, without the costlier true peak. */
export function integratedLoudness(channels: readonly Float32Array[], sampleRate: number): number {
  return measured(channels, sampleRate).integrated();
}

/**
 * Loudness of each 400 ms block, every 100 ms (the "momentary" loudness of EBU Tech 3341), LUFS; block `i`
 * covers the time from `i · 100` ms to `i · 100 + 400` ms.
 */
export function momentaryLoudness(channels: readonly Float32Array[], sampleRate: number): number[] {
  return measured(channels, sampleRate).momentary();
}

function measured(channels: readonly Float32Array[], sampleRate: number): LoudnessMeter {
  const meter = new LoudnessMeter(channels.length, sampleRate);
  meter.add(channels);
  return meter;
}

/** Measures sound that comes in pieces. */
export class LoudnessMeter {
  readonly #step: number;
  readonly #channels: readonly EnergyMeter[];

  /** @throws RangeError for more than two channels */
  constructor(channels: number, sampleRate: number) {
    if (channels > 2) throw new RangeError('Loudness is measured for mono and stereo only.');
    this.#step = Math.round((BLOCK_SECONDS * sampleRate) / STEPS_PER_BLOCK);
    this.#channels = Array.from({ length: channels }, () => new EnergyMeter(sampleRate, this.#step));
  }

  /** @param piece of each channel the next samples */
  add(piece: readonly Float32Array[]): void {
    this.#channels.forEach((meter, at) => {
      meter.add(piece[at] ?? new Float32Array(0));
    });
  }

  /** Gated loudness of all so far, LUFS. */
  integrated(): number {
    const powers = this.#blockPowers();
    const audible = powers.filter((power) => powerToLufs(power) > SILENCE_LUFS);
    if (audible.length === 0) return SILENCE_LUFS;
    const gate = powerToLufs(mean(audible)) + RELATIVE_GATE_LU;
    return powerToLufs(mean(audible.filter((power) => powerToLufs(power) > gate)));
  }

  /** See `momentaryLoudness`. */
  momentary(): number[] {
    return this.#blockPowers().map((power) => Math.max(SILENCE_LUFS, powerToLufs(power)));
  }

  /** Sums over the channels of the K-weighted mean square, for each block. */
  #blockPowers(): number[] {
    const [first, ...others] = this.#channels;
    const frames = first?.samples ?? 0;
    const sums = (first?.energies ?? []).map((energy, slot) =>
      others.reduce((sum, channel) => sum + (channel.energies[slot] ?? 0), energy),
    );
    const wholeSteps = Math.floor(frames / this.#step);
    const powers: number[] = [];
    for (let from = 0; from + STEPS_PER_BLOCK <= wholeSteps; from++) {
      const sum = sums.slice(from, from + STEPS_PER_BLOCK).reduce((total, part) => total + part, 0);
      powers.push(sum / (this.#step * STEPS_PER_BLOCK));
    }
    // Something shorter than one block is measured as a whole rather than called silent.
    if (powers.length === 0 && frames > 0) powers.push(sums.reduce((a, b) => a + b, 0) / frames);
    return powers;
  }
}

/** Sums of the squares of a channel's K-weighted samples, for each `step` samples; the last ones may be fewer. */
export class EnergyMeter {
  readonly energies: number[] = [];
  samples = 0;
  readonly #step: number;
  readonly #weighting: FilterChain;
  readonly #piece: Float32Array;

  constructor(sampleRate: number, step: number) {
    this.#step = step;
    this.#weighting = new FilterChain(kWeighting(sampleRate));
    this.#piece = new Float32Array(step);
  }

  /** Takes the next samples, which stay as they are. */
  add(samples: Float32Array): void {
    for (let from = 0; from < samples.length; ) {
      const slot = Math.floor(this.samples / this.#step);
      const part = samples.subarray(from, from + (slot + 1) * this.#step - this.samples);
      const weighted = this.#piece.subarray(0, part.length);
      weighted.set(part);
      this.#weighting.run(weighted);
      let energy = this.energies[slot] ?? 0;
      for (let index = 0; index < weighted.length; index++) energy += (weighted[index] as number) ** 2;
      this.energies[slot] = energy;
      this.samples += part.length;
      from += part.length;
    }
  }
}

/**
 * The two K-weighting stages for any sample rate: BS.1770-4 tabulates them at 48 kHz only; these are the
 * analogue prototypes (head shelf, then the RLB high-pass) that give the tabulated values there, mapped by
 * the bilinear transform.
 */
export function kWeighting(sampleRate: number): [shelf: Biquad, highPass: Biquad] {
  const shelfTan = Math.tan((Math.PI * 1681.974450955533) / sampleRate);
  const shelfQ = 0.7071752369554196;
  const high = 10 ** (3.999843853973347 / 20);
  const band = high ** 0.4996667741545416;
  const shelfA0 = 1 + shelfTan / shelfQ + shelfTan ** 2;
  const passTan = Math.tan((Math.PI * 38.13547087602444) / sampleRate);
  const passQ = 0.5003270373238773;
  const passA0 = 1 + passTan / passQ + passTan ** 2;
  return [
    {
      b0: (high + (band * shelfTan) / shelfQ + shelfTan ** 2) / shelfA0,
      b1: (2 * (shelfTan ** 2 - high)) / shelfA0,
      b2: (high - (band * shelfTan) / shelfQ + shelfTan ** 2) / shelfA0,
      a1: (2 * (shelfTan ** 2 - 1)) / shelfA0,
      a2: (1 - shelfTan / shelfQ + shelfTan ** 2) / shelfA0,
    },
    {
      b0: 1,
      b1: -2,
      b2: 1,
      a1: (2 * (passTan ** 2 - 1)) / passA0,
      a2: (1 - passTan / passQ + passTan ** 2) / passA0,
    },
  ];
}

/** Loudness of a K-weighted mean square summed over the channels; `-Infinity` for none. */
export function powerToLufs(power: number): number {
  return CALIBRATION_LUFS + 10 * Math.log10(power);
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
