/** Compressor and look-ahead true-peak limiter, after the feed-forward designs in D. Giannoulis, M. Massberg
 * and J. D. Reiss, "Digital Dynamic Range Compressor Design", JAES 60(6), 2012. */
import { amplify, decibelsToGain, gainToDecibels } from './decibels';
import { slidingMinimum, smoothedByWindow } from './envelope';
import { PEAK_REACH, truePeakEnvelope } from './true-peak';

export interface CompressorSettings {
  /** Level above which the gain is reduced, dBFS. */
  thresholdDb: number;
  /** Input dB above the threshold for one dB more of output. */
  ratio: number;
  /** Width of the soft transition around the threshold, dB. */
  kneeDb: number;
  attackMs: number;
  releaseMs: number;
}

/** The compressed samples as a new array; no make-up gain is added. */
export function compress(
  samples: Float32Array,
  sampleRate: number,
  { thresholdDb, ratio, kneeDb, attackMs, releaseMs }: CompressorSettings,
): Float32Array {
  const attack = smoothingFactor(attackMs, sampleRate);
  const release = smoothingFactor(releaseMs, sampleRate);
  const output = new Float32Array(samples.length);
  let reductionDb = 0;
  for (let index = 0; index < samples.length; index++) {
    const sample = samples[index] as number;
    const overDb = gainToDecibels(Math.abs(sample) + 1e-6) - thresholdDb;
    const targetDb = softKnee(overDb, kneeDb) * (1 - 1 / ratio);
    const factor = targetDb > reductionDb ? attack : release;
    reductionDb = targetDb + (reductionDb - targetDb) * factor;
    output[index] = sample * decibelsToGain(-reductionDb);
  }
  return output;
}

/** The gain moves so long before and after a peak. */
const LOOK_AHEAD_MS = 5;
/** Samples that are limited at a time: a long sound takes no more memory for it than a short one. */
const STRETCH = 1 << 16;

/** What a limiter does to sound. */
export interface Limiting {
  /** True peak not to be passed, dBTP. */
  ceilingDb: number;
  /** By how much the sound is amplified before, dB. */
  gainDb: number;
}

/** Amplifies channels and limits them together, in place: see `limitedStretches`. */
export function limitTruePeak(
  channels: readonly Float32Array[],
  sampleRate: number,
  limiting: Limiting,
): void {
  for (const { start, parts } of limitedStretches(channels, sampleRate, limiting)) {
    parts.forEach((part, at) => {
      channels[at]?.set(part, start);
    });
  }
}

/**
 * Channels, amplified and limited together so that the true peak of each stays at or under the ceiling; quieter
 * stretches are not limited. A stretch at a time, one after the other, so that nothing of the whole length is made;
 * whoever takes one may write it over what it is made of.
 */
export function* limitedStretches(
  channels: readonly Float32Array[],
  sampleRate: number,
  { ceilingDb, gainDb }: Limiting,
): Generator<{ start: number; parts: Float32Array[] }> {
  const frames = channels[0]?.length ?? 0;
  const radius = Math.max(1, Math.round((LOOK_AHEAD_MS / 1000) * sampleRate));
  // So much is looked at before and after a stretch that its gain is as it is with the whole.
  const margin = 2 * radius + PEAK_REACH;
  let before = channels.map(() => new Float32Array(0));
  for (let start = 0; start < frames; start += STRETCH) {
    const end = Math.min(frames, start + STRETCH);
    const parts = channels.map((channel, at) =>
      joined(before[at] as Float32Array, channel.subarray(start, Math.min(frames, end + margin))),
    );
    before = channels.map((channel) => channel.slice(Math.max(start, end - margin), end));
    const lead = (parts[0]?.length ?? 0) - (Math.min(frames, end + margin) - start);
    amplify(parts, gainDb);
    limit(parts, decibelsToGain(ceilingDb), radius);
    yield { start, parts: parts.map((part) => part.subarray(lead, lead + end - start)) };
  }
}

function joined(one: Float32Array, other: Float32Array): Float32Array {
  const both = new Float32Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}

/** @param ceiling as a linear factor @param radius samples @param channels are changed in place */
function limit(channels: readonly Float32Array[], ceiling: number, radius: number): void {
  const frames = channels[0]?.length ?? 0;
  const needed = new Float32Array(frames).fill(1);
  let isNeeded = false;
  for (const channel of channels) {
    const envelope = truePeakEnvelope(channel, ceiling);
    for (let index = 0; index < frames; index++) {
      const level = envelope[index] as number;
      if (level <= ceiling) continue;
      isNeeded = true;
      needed[index] = Math.min(needed[index] as number, ceiling / level);
    }
  }
  if (!isNeeded) return;
  // A minimum over the window, averaged over a window no wider, never rises above what a peak allows.
  const gain = smoothedByWindow(slidingMinimum(needed, radius), radius);
  for (const channel of channels) {
    for (let index = 0; index < frames; index++)
      channel[index] = (channel[index] as number) * (gain[index] as number);
  }
}

/** Parabolic blend between "below" and "above" the threshold over the knee's width, dB. */
function softKnee(overDb: number, kneeDb: number): number {
  if (overDb <= -kneeDb / 2) return 0;
  if (overDb >= kneeDb / 2) return overDb;
  return (overDb + kneeDb / 2) ** 2 / (2 * kneeDb);
}

function smoothingFactor(timeMs: number, sampleRate: number): number {
  return Math.exp(-1000 / (timeMs * sampleRate));
}
