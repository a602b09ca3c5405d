/** Compressor and look-ahead true-peak limiter, after the feed-forward designs in D. Giannoulis, M. Massberg
 * and J. D. Reiss, "Digital Dynamic Range Compressor Design", JAES 60(6), 2012. */
import { decibelsToGain, gainToDecibels } from './decibels';
import { slidingMinimum, smoothedByWindow } from './envelope';
import { truePeakEnvelope } from './true-peak';

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

/**
 * Limits channels together so that the true peak of each stays at or under `ceilingDb` (dBTP); quieter
 * stretches pass unchanged. The gain moves within `lookAheadMs` before and after a peak.
 */
export function limitTruePeak(
  channels: Float32Array[],
  sampleRate: number,
  ceilingDb: number,
  lookAheadMs = 5,
): Float32Array[] {
  const frames = channels[0]?.length ?? 0;
  const ceiling = decibelsToGain(ceilingDb);
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
  if (!isNeeded) return channels.map((channel) => channel.slice());
  const radius = Math.max(1, Math.round((lookAheadMs / 1000) * sampleRate));
  // A minimum over the window, averaged over a window no wider, never rises above what a peak allows.
  const gain = smoothedByWindow(slidingMinimum(needed, radius), radius);
  return channels.map((channel) => channel.map((sample, index) => sample * (gain[index] as number)));
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
