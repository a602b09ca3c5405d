/** Word times of espeak-ng's natural reading, from its reading with a rest after every word. */

import { type MonoSound, timeByReference } from '#jobs/sound/alignment/reference-timing.ts';
import type { Word } from '#remotion/contract/story-props.ts';
import { joinWords } from '#remotion/contract/story-words.ts';
import { type SoundSpan, spansBetweenRests } from './token-marks';

/** espeak-ng's own rests after punctuation, which the natural reading has, ms. */
const SENTENCE_REST_MS = 380;
const COMMA_REST_MS = 180;

/**
 * Times of the words in the natural reading, or null where the resting one does not have one stretch of
 * sound for each word.
 */
export function timeByRests(natural: MonoSound, resting: MonoSound, words: readonly string[]): Word[] | null {
  const spans = spansBetweenRests(resting.samples, resting.sampleRate);
  if (spans.length !== words.length) return null;
  const reference = withoutRests(resting, spans, words);
  return timeByReference(natural, reference.sound, reference.words).words;
}

/** The resting reading with rests only where the natural one has them, and its words' times. */
function withoutRests(
  { samples, sampleRate }: MonoSound,
  spans: readonly SoundSpan[],
  words: readonly string[],
): { sound: MonoSound; words: Word[] } {
  const toMs = (position: number) => (position / sampleRate) * 1000;
  const rests = words.map((word) => Math.round((restAfter(word) / 1000) * sampleRate));
  const total = spans.reduce((sum, { start, end }, at) => sum + end - start + (rests[at] ?? 0), 0);
  const joined = new Float32Array(total);
  let clock = 0;
  const timed = spans.map(({ start, end }, at) => {
    joined.set(samples.subarray(start, end), clock);
    const word = { text: words[at] ?? '', startMs: toMs(clock), endMs: toMs(clock + end - start) };
    clock += end - start + (rests[at] ?? 0);
    return word;
  });
  return { sound: { samples: joined, sampleRate }, words: timed };
}

function restAfter(word: string): number {
  if (/[.!?…؟।॥۔。！？]["'”’»)\]]*$/u.test(word)) return SENTENCE_REST_MS;
  return /[,;:—–،؛、]["'”’»)\]]*$/u.test(word) ? COMMA_REST_MS : 0;
}

/**
 * Words sharing the speech by their length: where nothing better is known.
 * @param spoken from the first sound to the last, ms
 */
export function timeByLength(words: readonly string[], spoken: { startMs: number; endMs: number }): Word[] {
  const total = joinWords(words).length;
  const perLetter = (spoken.endMs - spoken.startMs) / Math.max(1, total);
  let clock = spoken.startMs;
  return words.map((text) => {
    const startMs = clock;
    clock += perLetter * text.length;
    return { text, startMs, endMs: clock };
  });
}
