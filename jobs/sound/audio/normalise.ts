/** Bringing sound to a target loudness under a true-peak ceiling. */
import { type Limiting, limitedStretches, limitTruePeak } from './dynamics';
import { integratedLoudness, type Loudness, LoudnessMeter, measureLoudness, SILENCE_LUFS } from './loudness';

export interface LevelTarget {
  /** Integrated loudness to reach, LUFS. */
  lufs: number;
  /** True peak not to be passed, dBTP. */
  ceilingDb: number;
}

const ROUNDS = 5;
const TOLERANCE_LU = 0.1;

/**
 * Scales and limits channels together to the target, in place. The limiter takes away some loudness, so the gain is
 * corrected until the result measures within 0.1 LU, or as near as the ceiling lets it come. Silence stays silence.
 * @returns what the result measures
 */
export function normaliseLoudness(
  channels: readonly Float32Array[],
  sampleRate: number,
  { lufs, ceilingDb }: LevelTarget,
): Loudness {
  const before = integratedLoudness(channels, sampleRate);
  if (before > SILENCE_LUFS) {
    let gainDb = lufs - before;
    for (let round = 1; round < ROUNDS; round++) {
      const missing = lufs - limitedLoudness(channels, sampleRate, { ceilingDb, gainDb });
      if (Math.abs(missing) <= TOLERANCE_LU) break;
      gainDb += missing;
    }
    limitTruePeak(channels, sampleRate, { ceilingDb, gainDb });
  }
  return measureLoudness(channels, sampleRate);
}

/** The loudness that channels would have, LUFS. */
function limitedLoudness(channels: readonly Float32Array[], sampleRate: number, limiting: Limiting): number {
  const meter = new LoudnessMeter(channels.length, sampleRate);
  for (const { parts } of limitedStretches(channels, sampleRate, limiting)) meter.add(parts);
  return meter.integrated();
}
