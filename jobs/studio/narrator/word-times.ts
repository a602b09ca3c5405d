/** From sample positions of tokens to caption words that never overlap, vanish or run backwards. */
import type { Word } from '#remotion/contract/story-props.ts';
import type { CaptionToken } from './text/caption-tokens';
import type { Narration } from './utterances';

/** No word is shown for less than this where its neighbours leave room, ms. */
const SHORTEST_WORD_MS = 20;

/**
 * One word for each token, in order, with start < end and no overlap. A token whose sounds could not be told
 * shares the time of its neighbours, by length of text.
 */
export function wordTimes(tokens: CaptionToken[], { times, sampleRate, samples }: Narration): Word[] {
  const toMs = (position: number): number => (position / sampleRate) * 1000;
  const lengthMs = toMs(samples.length);
  const spans = shareTimes(
    tokens,
    times.map((time) => time && { startMs: toMs(time.start), endMs: toMs(time.end) }),
    lengthMs,
  );
  let clock = 0;
  return tokens.map(({ text }, index) => {
    const span = spans[index] ?? { startMs: clock, endMs: clock };
    const startMs = Math.max(clock, span.startMs);
    const endMs = Math.max(startMs + 1, span.endMs);
    clock = endMs;
    return { text, startMs: round(startMs), endMs: round(endMs) };
  });
}

interface Span {
  startMs: number;
  endMs: number;
}

/** Gives the tokens without a time a part of the time from the word before to the word after. */
function shareTimes(tokens: CaptionToken[], known: (Span | null)[], lengthMs: number): Span[] {
  const spans: Span[] = [];
  let index = 0;
  while (index < tokens.length) {
    const span = known[index];
    if (span && span.endMs > span.startMs && known[index + 1] !== null) {
      spans.push(span);
      index++;
      continue;
    }
    const first = index;
    index++;
    while (index < tokens.length && !known[index]) index++;
    const startMs = span?.startMs ?? spans.at(-1)?.endMs ?? 0;
    const nextMs = known[index]?.startMs ?? lengthMs;
    const wantedMs = span ? span.endMs : nextMs;
    const endMs = Math.min(Math.max(wantedMs, startMs + SHORTEST_WORD_MS * (index - first)), nextMs);
    spans.push(...divide(tokens.slice(first, index), { startMs, endMs }));
  }
  return spans;
}

function divide(tokens: CaptionToken[], { startMs, endMs }: Span): Span[] {
  const weights = tokens.map(({ text }) => text.length);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let clock = startMs;
  return weights.map((weight) => {
    const span = { startMs: clock, endMs: clock + ((endMs - startMs) * weight) / total };
    clock = span.endMs;
    return span;
  });
}

/** A tenth of a ms is finer than any frame and keeps stored times short. */
function round(ms: number): number {
  return Math.round(ms * 10) / 10;
}
