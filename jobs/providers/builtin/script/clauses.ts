/** Splits a sentence that is too long for one scene at the places where a reader would breathe. */
import { countWords, knownLanguage, type Span } from './sentences';

interface Cut {
  /** Offset at which the second part begins. */
  at: number;
  /** 0 for the best kind of place; added to how far the cut is from the middle (a share of the length). */
  cost: number;
}

const CONJUNCTIONS =
  'and|but|or|so|because|while|when|where|until|though|although|then|after|before|if|as|which|who';

/** The parts of a sentence, none longer than `most` words where any place to cut exists. */
export function splitLong(text: string, span: Span, most: number, language: string): Span[] {
  const sentence = text.slice(span.start, span.end);
  if (countWords(sentence, language) <= most) return [span];
  const cut = bestCut(sentence, language);
  if (cut === null) return [span];
  const left: Span = { ...span, end: span.start + sentence.slice(0, cut).trimEnd().length };
  const right: Span = { start: span.start + cut, end: span.end, opensParagraph: false };
  return [...splitLong(text, left, most, language), ...splitLong(text, right, most, language)];
}

/** Cuts one sentence in two near its middle; null where it has a single word. */
export function bestCut(sentence: string, language: string): number | null {
  const cuts = [
    ...cutsAfter(sentence, /[;:—–!?…。；：](?=\s|\p{L})/gu, 0),
    ...cutsAfter(sentence, new RegExp(`[,،、，](?=\\s*(?:${CONJUNCTIONS})\\b)`, 'giu'), 0.06),
    ...cutsAfter(sentence, /[,،、，]/gu, 0.12),
    ...cutsBefore(sentence, new RegExp(`\\s(?=(?:${CONJUNCTIONS})\\s)`, 'giu'), 0.26),
    ...wordCuts(sentence, language),
  ];
  let best: number | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const { at, cost } of cuts) {
    if (at <= 0 || at >= sentence.length) continue;
    const total = cost + Math.abs(at / sentence.length - 0.5);
    if (total < least) {
      least = total;
      best = at;
    }
  }
  return best;
}

const startOfNext = (sentence: string, from: number): number =>
  from + (sentence.slice(from).length - sentence.slice(from).trimStart().length);

const cutsAfter = (sentence: string, pattern: RegExp, cost: number): Cut[] =>
  [...sentence.matchAll(pattern)].map((match) => ({
    at: startOfNext(sentence, match.index + match[0].length),
    cost,
  }));

const cutsBefore = (sentence: string, pattern: RegExp, cost: number): Cut[] =>
  [...sentence.matchAll(pattern)].map((match) => ({ at: match.index + 1, cost }));

function wordCuts(sentence: string, language: string): Cut[] {
  const cuts: Cut[] = [];
  for (const { index, isWordLike } of new Intl.Segmenter(knownLanguage(language), {
    granularity: 'word',
  }).segment(sentence)) {
    const before = sentence[index - 1] ?? '';
    if (
      isWordLike &&
      index > 0 &&
      (/\s/.test(before) ||
        !/[\p{L}\p{N}'’-]/u.test(before) ||
        /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}/u.test(before))
    ) {
      cuts.push({ at: index, cost: 0.45 });
    }
  }
  return cuts;
}
