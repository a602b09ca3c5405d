/** Word times of a transcription, put onto the author's own words. */
import type { Word } from '#remotion/contract/story-props.ts';
import { alignWords, type WordMatch } from './edit-alignment';
import { spreadWords } from './syllables';
import { normaliseToken } from './tokens';
import { orderWords } from './word-order';

/** A word that a transcriber heard, ms on the sound's own clock. */
export interface HeardWord {
  text: string;
  startMs: number;
  endMs: number;
}

export interface TranscriptTiming {
  /** One entry for each written word, in the author's characters. */
  words: Word[];
  /** Share of the written words that were recognised, 0 to 1: the others got what time was left. */
  recognised: number;
}

interface Stretch {
  from: number;
  to: number;
  startMs: number;
  endMs: number;
}

/**
 * Times for the author's words from what a transcriber heard. Words that were heard take their times; words
 * that were heard as something else share the time of what stands in their place; words that were not heard
 * at all share the gap between their neighbours.
 */
export function timeByTranscript(
  written: readonly string[],
  heard: readonly HeardWord[],
  durationMs: number,
): TranscriptTiming {
  const spoken = heard
    .map((word) => ({ ...word, text: normaliseToken(word.text) }))
    .filter(({ text, startMs, endMs }) => text !== '' && Number.isFinite(startMs) && endMs >= startMs);
  const matches = alignWords(
    written.map(normaliseToken),
    spoken.map(({ text }) => text),
  );
  const isRecognised = (match: WordMatch) =>
    match.writtenTo > match.writtenFrom && match.heardTo > match.heardFrom;
  const recognised = matches
    .filter(isRecognised)
    .reduce((count, { writtenFrom, writtenTo }) => count + writtenTo - writtenFrom, 0);

  const stretches = stretchesOf(matches, isRecognised, spoken, durationMs);
  const words = stretches.flatMap(({ from, to, startMs, endMs }) =>
    spreadWords(written.slice(from, to), startMs, endMs),
  );
  return {
    words: orderWords(words, durationMs),
    recognised: written.length === 0 ? 1 : recognised / written.length,
  };
}

/** Runs of written words with the time that they share. */
function stretchesOf(
  matches: readonly WordMatch[],
  isRecognised: (match: WordMatch) => boolean,
  spoken: readonly HeardWord[],
  durationMs: number,
): Stretch[] {
  const stretches: Stretch[] = [];
  let index = 0;
  while (index < matches.length) {
    const first = matches[index] as WordMatch;
    let last = first;
    index++;
    if (!isRecognised(first)) {
      for (let next = matches[index]; next && !isRecognised(next); next = matches[++index]) last = next;
    }
    if (last.writtenTo === first.writtenFrom) continue;
    const heard = spoken.slice(first.heardFrom, last.heardTo);
    stretches.push({
      from: first.writtenFrom,
      to: last.writtenTo,
      startMs: heard[0]?.startMs ?? spoken[first.heardFrom - 1]?.endMs ?? 0,
      endMs: heard.at(-1)?.endMs ?? spoken[last.heardTo]?.startMs ?? durationMs,
    });
  }
  return stretches;
}
