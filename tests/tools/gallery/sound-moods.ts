/** The nine moods of the music beside each other: how they are made, and how unlike they sound. */

import type { TaskRunner } from '#jobs/ports/task-runner.ts';
import { integratedLoudness } from '#jobs/sound/audio/loudness.ts';
import { decodeWav } from '#jobs/sound/audio/wav.ts';
import { MUSIC_MOODS, type MusicMood } from '#jobs/story/order/options.ts';
import { MOODS } from '#jobs/studio/composer/moods.ts';
import type { ThreadTasks } from '#jobs/work/thread-tasks.ts';
import { bandPowers, centroidHz, meanSpectrum, spectralDistanceDb } from './sound-spectrum';

export interface MoodMeasures {
  mood: MusicMood;
  /** Beats a minute, and the scale. */
  tempo: number;
  scale: string;
  integratedLufs: number;
  centroidHz: number;
  /** Rises of at least 3 dB in any band, a second: how busy it is. */
  onsetsASecond: number;
  /** The mood that sounds most like it, and how unlike even that one is, dB. */
  nearest: { mood: MusicMood; distanceDb: number };
}

const DURATION_MS = 60_000;
const SEED = 7;
const RISE_DB = 3;
const COLUMNS_A_SECOND = 20;
/** Quieter than this against its loudest moment a band is not heard, dB. */
const HEARD_DB = -30;

/** Composes a minute in each mood and measures it. */
export async function measureMoods(threads: TaskRunner<ThreadTasks>): Promise<MoodMeasures[]> {
  const heard = await Promise.all(
    MUSIC_MOODS.map(async (mood) => {
      const request = { mood, durationMs: DURATION_MS, seed: SEED };
      const { channels, sampleRate } = decodeWav(
        await threads.run('composeBed', request, new AbortController().signal),
      );
      const columns = bandPowers(
        channels[0] ?? new Float32Array(0),
        sampleRate,
        sampleRate / COLUMNS_A_SECOND,
      );
      const spectrum = meanSpectrum(columns);
      return { mood, columns, spectrum, integratedLufs: integratedLoudness(channels, sampleRate) };
    }),
  );
  return heard.map(({ mood, columns, spectrum, integratedLufs }) => {
    const others = heard
      .filter((other) => other.mood !== mood)
      .map((other) => ({ mood: other.mood, distanceDb: spectralDistanceDb(spectrum, other.spectrum) }));
    return {
      mood,
      tempo: MOODS[mood].tempo,
      scale: MOODS[mood].scale,
      integratedLufs,
      centroidHz: centroidHz(spectrum),
      onsetsASecond: (onsets(columns) * 1000) / DURATION_MS,
      nearest: others.reduce((least, one) => (one.distanceDb < least.distanceDb ? one : least)),
    };
  });
}

/** Moments at which a band that is heard rises by 3 dB in 50 ms. */
function onsets(columns: readonly Float64Array[]): number {
  const loudest = Math.max(...columns.map((column) => Math.max(...column)));
  const least = loudest * 10 ** (HEARD_DB / 10);
  const rise = 10 ** (RISE_DB / 10);
  return columns
    .slice(1)
    .filter((column, at) =>
      column.some((power, band) => power > least && power > rise * ((columns[at]?.[band] ?? 0) + least / 10)),
    ).length;
}
