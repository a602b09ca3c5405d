/** Bringing sound to a target loudness under a true-peak ceiling. */
import { decibelsToGain } from './decibels';
import { limitTruePeak } from './dynamics';
import { integratedLoudness, type Loudness, measureLoudness, SILENCE_LUFS } from './loudness';

export interface LevelTarget {
  /** Integrated loudness to reach, LUFS. */
  lufs: number;
  /** True peak not to be passed, dBTP. */
  ceilingDb: number;
}

const ROUNDS = 5;
const TOLERANCE_LU = 0.1;

/**
 * Scales and limits channels together to the target. The limiter takes away some loudness, so the gain is
 * corrected until the result measures within 0.1 LU, or as near as the ceiling lets it come. Silence stays
 * silence. Also gives what the result measures.
 */
export function normaliseLoudness(
  channels: Float32Array[],
  sampleRate: number,
  target: LevelTarget,
): { channels: Float32Array[]; loudness: Loudness } {
  const before = integratedLoudness(channels, sampleRate);
  if (before <= SILENCE_LUFS) return { channels, loudness: measureLoudness(channels, sampleRate) };
  let gainDb = target.lufs - before;
  let levelled = channels;
  for (let round = 0; round < ROUNDS; round++) {
    levelled = limitTruePeak(amplify(channels, gainDb), sampleRate, target.ceilingDb);
    const missing = target.lufs - integratedLoudness(levelled, sampleRate);
    if (Math.abs(missing) <= TOLERANCE_LU) break;
    gainDb += missing;
  }
  return { channels: levelled, loudness: measureLoudness(levelled, sampleRate) };
}

/** The channels with a gain in dB, as new arrays. */
export function amplify(channels: Float32Array[], gainDb: number): Float32Array[] {
  const gain = decibelsToGain(gainDb);
  return channels.map((channel) => channel.map((sample) => sample * gain));
}
