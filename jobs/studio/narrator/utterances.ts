/** Many utterances set one after the other, with natural silences and without clicks. */
import { fadeEnds } from '#jobs/sound/audio/envelope.ts';
import type { SpokenUtterance } from './utterance';

export interface Narration {
  sampleRate: number;
  samples: Float32Array;
  /** Where each caption token sounds, in samples; null where none of its sounds could be told. */
  times: ({ start: number; end: number } | null)[];
}

/** Silence before the first sound and after the last, ms. */
const LEAD_IN_MS = 100;
const TAIL_MS = 180;
const FADE_MS = 6;
/** Shortest silence kept where the synthesiser paused by itself, ms. */
const SHORTEST_PAUSE_MS = 60;

/** Joins utterances in order; every pause lasts as wanted between the last phone before and the first after. */
export function assembleNarration(utterances: SpokenUtterance[], tokenCount: number): Narration {
  const sampleRate = utterances[0]?.sampleRate ?? 16_000;
  const toSamples = (ms: number): number => Math.round((ms / 1000) * sampleRate);
  const times: Narration['times'] = new Array(tokenCount).fill(null);
  const placed: { samples: Float32Array; offset: number }[] = [];
  // The clock stands at the end of the last phone; a run's own onset and decay reach into the silence.
  let clock = 0;
  let gap = toSamples(LEAD_IN_MS);
  for (const { runs } of utterances) {
    for (const run of runs) {
      const start = clock + gap;
      const offset = Math.max(0, start - run.leadIn);
      const samples = run.samples.slice();
      fadeEnds(samples, toSamples(FADE_MS), Math.min(run.tail, toSamples(4 * FADE_MS)));
      placed.push({ samples, offset });
      for (const word of run.words) {
        const known = times[word.token];
        const from = offset + word.start;
        times[word.token] = { start: known?.start ?? from, end: offset + word.end };
      }
      clock = offset + run.samples.length - run.tail;
      gap = toSamples(Math.max(SHORTEST_PAUSE_MS, run.pauseMs));
    }
  }
  const samples = new Float32Array(clock + toSamples(TAIL_MS));
  for (const { samples: run, offset } of placed) {
    for (let index = 0; index < run.length && offset + index < samples.length; index++) {
      samples[offset + index] = (samples[offset + index] as number) + (run[index] as number);
    }
  }
  return { sampleRate, samples, times };
}
