/** Splits a sentence that is too long for one scene at the places where a reader would breathe. */

import { readingMs } from '#jobs/story/film/reading-times.ts';
import { isUnspaced, splitWords } from '#remotion/contract/story-words.ts';
import { beforeConjunction } from './conjunctions';
import { quotationDepths, settleCut } from './quotations';
import { knownLanguage, type Span } from './sentences';

interface Cut {
  /** Offset at which the second part begins. */
  at: number;
  /** 0 for the best kind of place; added to how far the cut is from the middle (a share of the length). */
  cost: number;
}

const CLAUSE = 0;
const COMMA_AND_CONJUNCTION = 0.06;
const COMMA = 0.12;
const CONJUNCTION = 0.26;
const WORD = 0.45;
/** What is said in one breath is not taken apart while there is another place. */
const INSIDE_QUOTATION = 0.3;
/** A part shorter than this would be a scene of less than 2 s, ms of reading. */
const SHORTEST_PART_MS = 1400;

/** The parts of a sentence, none longer than `mostMs` of reading where any place to cut exists. */
export function splitLong(text: string, span: Span, mostMs: number, language: string): Span[] {
  const sentence = text.slice(span.start, span.end);
  if (readingMs(sentence) <= mostMs) return [span];
  const cut = bestCut(sentence, language);
  if (cut === null) return [span];
  const left: Span = { ...span, end: span.start + sentence.slice(0, cut).trimEnd().length };
  const right: Span = { start: span.start + cut, end: span.end, opensParagraph: false };
  return [...splitLong(text, left, mostMs, language), ...splitLong(text, right, mostMs, language)];
}

/** Whether a sentence may be cut anywhere, or only where its own marks part it, outside quotations. */
export type Cutting = 'anywhere' | 'at-marks';

/** Cuts one sentence in two near its middle; null where it has no such place. */
export function bestCut(sentence: string, language: string, cutting: Cutting = 'anywhere'): number | null {
  const depths = quotationDepths(sentence);
  const conjunction = beforeConjunction(language);
  const cuts = [
    ...cutsAfter(sentence, /[;:—–!?…。；：！？؛؟।](?=["”」』]?(?:\s|\p{L}))/gu, CLAUSE),
    ...cutsAfter(sentence, /(?<=\p{L}{3})\.(?=\s)/gu, CLAUSE),
    ...cutsAfter(sentence, /\s(?=[“„«"])/gu, COMMA),
    ...cutsAfter(
      sentence,
      new RegExp(String.raw`[,،、，](?=\s*${conjunction})`, 'giu'),
      COMMA_AND_CONJUNCTION,
    ),
    ...cutsAfter(sentence, /[,،、，](?!\p{N})/gu, COMMA),
    ...cutsAfter(sentence, new RegExp(String.raw`\s(?=${conjunction})`, 'giu'), CONJUNCTION),
    ...wordCuts(sentence, language),
  ];
  const weighed = cuts.flatMap((cut) => {
    const at = settleCut(sentence, depths, cut.at);
    if (at <= 0 || at >= sentence.length) return [];
    const inside = (depths[at] ?? 0) > 0 ? INSIDE_QUOTATION : 0;
    if (cutting === 'at-marks' && cut.cost + inside > COMMA) return [];
    return { at, total: cut.cost + inside + Math.abs(at / sentence.length - 0.5) };
  });
  // The best first: to read both parts of every cut of ten thousand letters would take seconds.
  weighed.sort((one, other) => one.total - other.total);
  return weighed.find(({ at }) => isRoomy(sentence, at))?.at ?? null;
}

/** Whether both parts are long enough to be scenes; the shorter one is soon read. */
function isRoomy(sentence: string, at: number): boolean {
  const parts = [sentence.slice(0, at), sentence.slice(at)].sort((one, other) => one.length - other.length);
  return parts.every((part) => readingMs(part) >= SHORTEST_PART_MS);
}

const cutsAfter = (sentence: string, pattern: RegExp, cost: number): Cut[] =>
  [...sentence.matchAll(pattern)].map((match) => ({ at: match.index + match[0].length, cost }));

/** Between any two words; in scripts without spaces, words are what captions show as such. */
function wordCuts(sentence: string, language: string): Cut[] {
  if (isUnspaced(sentence)) return captionCuts(sentence, language);
  const words = new Intl.Segmenter(knownLanguage(language), { granularity: 'word' });
  return (
    [...words.segment(sentence)]
      // Nothing parts a sign from what it belongs to: “$” from “1,300”, “#” from its word.
      .filter(({ index, isWordLike }) => isWordLike && /[\s—–]/u.test(sentence[index - 1] ?? ''))
      .map(({ index }) => ({ at: index, cost: WORD }))
  );
}

function captionCuts(sentence: string, language: string): Cut[] {
  const conjunction = new RegExp(`^${beforeConjunction(language)}`, 'u');
  const cuts: Cut[] = [];
  let at = 0;
  for (const word of splitWords(sentence)) {
    const letters = word.trimEnd();
    at = sentence.indexOf(letters, at);
    const isClause = /\s/u.test(sentence[at - 1] ?? '') || conjunction.test(letters);
    cuts.push({ at, cost: isClause ? CONJUNCTION : WORD });
    at += letters.length;
  }
  return cuts;
}
