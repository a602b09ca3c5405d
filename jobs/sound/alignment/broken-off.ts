/** Whether speech stops before its text does, as a stream that was cut off does. Pure. */
import type { Word } from '#remotion/contract/story-props.ts';
import { alignWords } from './edit-alignment';
import type { MonoSound } from './reference-timing';
import { syllablesOf } from './syllables';
import { normaliseToken } from './tokens';
import type { HeardWord } from './transcript-timing';

/** Nobody is this much quicker at the end than before. */
const QUICKEST = 0.5;

/**
 * By what a transcriber heard: its last words were not, and after the last one that was there is no time in which they
 * could have been said at the pace of the others.
 */
export function breaksOffByTranscript(
  written: readonly string[],
  heard: readonly HeardWord[],
  durationMs: number,
): boolean {
  const matches = alignWords(
    written.map(normaliseToken),
    heard.map(({ text }) => normaliseToken(text)),
  );
  const last = matches.findLast(
    ({ writtenFrom, writtenTo, heardFrom, heardTo }) => heardTo > heardFrom && writtenTo > writtenFrom,
  );
  const lastHeard = heard.at(-1);
  // What was heard after the last word that is known stands for those that are not.
  if (!last || !lastHeard || last.heardTo < heard.length) return false;
  const unheard = written.slice(last.writtenTo);
  if (unheard.length === 0) return false;
  const syllables = (words: readonly string[]) => words.reduce((sum, word) => sum + syllablesOf(word), 0);
  const heardMs = lastHeard.endMs - (heard[0]?.startMs ?? 0);
  const paceMs = heardMs / Math.max(1, syllables(written.slice(0, last.writtenTo)));
  return durationMs - lastHeard.endMs < syllables(unheard) * paceMs * QUICKEST;
}

/** An end louder than this share of the peak is no end of a sentence (−20 dB). */
const LOUD_TAIL = 0.1;
const TAIL_MS = 15;
/** How much quicker the end may be than the beginning, by the pace of a reading; less of a sound that ends loudly. */
const SQUEEZED = 0.45;
const SQUEEZED_AND_LOUD = 0.75;

/**
 * By a reading of the same words: what was laid onto a sound that ends too early is squeezed into its end. Of 64 sounds
 * cut to 60 to 90 %, 52 are told, and none of 16 whole ones is taken for one (two voices, eight sentences; the limits
 * were chosen with the first voice: 27 of 32, and 25 of 32 of the second).
 * @param words as they were found in the sound @param reading the same words in the reading, as many
 */
export function breaksOffByReading(
  words: readonly Word[],
  reading: readonly Word[],
  { samples, sampleRate }: MonoSound,
): boolean {
  const [first, last] = [words[0], words.at(-1)];
  const [readFirst, readLast] = [reading[0], reading.at(-1)];
  if (!first || !last || !readFirst || !readLast || words.length !== reading.length) return false;
  let least = Number.POSITIVE_INFINITY;
  for (let from = Math.floor(words.length / 2); from <= words.length - 2; from++) {
    const [word, read] = [words[from], reading[from]];
    if (!word || !read || read.startMs <= readFirst.startMs || word.startMs <= first.startMs) continue;
    const before = (word.startMs - first.startMs) / (read.startMs - readFirst.startMs);
    const after = (last.endMs - word.startMs) / (readLast.endMs - read.startMs);
    least = Math.min(least, after / before);
  }
  const tail = peakOf(samples.subarray(-Math.round((TAIL_MS / 1000) * sampleRate)));
  const isLoud = tail > LOUD_TAIL * peakOf(samples);
  return least < (isLoud ? SQUEEZED_AND_LOUD : SQUEEZED);
}

function peakOf(samples: Float32Array): number {
  return samples.reduce((loudest, sample) => Math.max(loudest, Math.abs(sample)), 0);
}
