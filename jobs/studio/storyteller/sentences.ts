/** A story as sentences: stretches of its own text that are never cut in the middle of a quotation. */
import { isQuoting, quotationDepths, settleCut } from './quotations';
import { isSpeechTag } from './speech-tags';

/** Part of a text by its offsets; the text itself is never changed. */
export interface Span {
  start: number;
  end: number;
  /** Whether a paragraph begins with it. */
  opensParagraph: boolean;
}

/** Characters of a line that an editor may have broken by itself. */
const WRAPPED = 56;

/** A line break that the author meant: not where a long line just goes on. */
const MEANT_BREAK = new RegExp(
  String.raw`\n\s*\n|(?<=^[^\n]{1,${WRAPPED - 1}})\n(?=\s*\S)|(?<=[.!?…:。！？"”»」\p{Extended_Pictographic}])\s*\n`,
  'mu',
);

/** Runs of white space become one space; paragraphs, and lines that the author broke, are kept apart by a line break. */
export const tidy = (story: string): string =>
  story
    .replace(/\r\n?/g, '\n')
    .split(MEANT_BREAK)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join('\n');

const ABBREVIATION =
  /(?:^|[\s("“])(?:Mr|Mrs|Ms|Dr|St|Prof|Jr|Sr|vs|etc|No|Capt|Lt|Sgt|Gen|Rev|Mt|e\.g|i\.e|a\.m|p\.m|\p{Lu})\.$/u;

/** “3. | Mai 2006”, “10. | Februar”: a day and its month. */
const ORDINAL_DAY = /(?:^|\s)\d{1,2}\.$/u;
const MONTH =
  /^(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|januar|februar|mars|april|mai|maj|juni|juli|august|oktober|november|desember|december|stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia)\b/u;

const QUOTES = /["“”«»„]/g;

/** Sentences longer than this many characters are not joined to a following one for the sake of a quotation. */
const LONGEST_QUOTATION = 320;

/**
 * Where phrases of Thai and Lao part: their space stands where others set commas and full stops. The sign of
 * repetition has one of its own.
 */
const PHRASE_SPACE =
  /(?<=[\p{Script=Thai}\p{Script=Lao}”"」])\s+(?=[\p{Script=Thai}\p{Script=Lao}“"「])(?!ๆ)/gu;

/** The sentences of a tidied story, in order, covering all of it but the white space between them. */
export function sentencesOf(text: string, language: string): Span[] {
  const spans: Span[] = [];
  let offset = 0;
  for (const paragraph of text.split('\n')) {
    let opensParagraph = true;
    for (const [from, to] of piecesOf(paragraph, language)) {
      const piece = paragraph.slice(from, to);
      const start = offset + from + (piece.length - piece.trimStart().length);
      const end = offset + from + piece.trimEnd().length;
      if (end <= start) continue;
      const last = spans.at(-1);
      const before = last && !opensParagraph ? text.slice(last.start, last.end) : '';
      if (last && before && belongsTogether(before, text.slice(start, end))) last.end = end;
      else spans.push({ start, end, opensParagraph });
      opensParagraph = false;
    }
    offset += paragraph.length + 1;
  }
  return spans;
}

/** Where a paragraph may end a sentence, as [from, to) pairs; no opening mark is left at an end. */
function piecesOf(paragraph: string, language: string): [number, number][] {
  const segmenter = new Intl.Segmenter(knownLanguage(language), { granularity: 'sentence' });
  const depths = quotationDepths(paragraph);
  const cuts = new Set([0, paragraph.length]);
  for (const { index } of segmenter.segment(paragraph)) cuts.add(settleCut(paragraph, depths, index));
  for (const { index, 0: space } of paragraph.matchAll(PHRASE_SPACE)) cuts.add(index + space.length);
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(1).map((to, i): [number, number] => [places[i] as number, to]);
}

function belongsTogether(before: string, next: string): boolean {
  if (before.length > LONGEST_QUOTATION) return false;
  if (ABBREVIATION.test(before)) return true;
  if (ORDINAL_DAY.test(before) && MONTH.test(next)) return true;
  if (isQuoting(before)) return true;
  if (/^\p{Ll}/u.test(next)) return true;
  // Thai: “… said that” goes with what is said.
  if (/ว่า$/u.test(before) && /^[“"「]/u.test(next)) return true;
  // “Run!” she said. — the tag belongs to what was said.
  return /["”»“«」』]$/u.test(before) && isSpeechTag(next);
}

/** A language that `Intl` can use; anything else is read as English. */
export function knownLanguage(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? 'en';
  } catch {
    return 'en';
  }
}

/** The text without what is said in quotation marks. */
export const withoutSpeech = (text: string): string =>
  text
    .replace(/"[^"]*"/g, ' ')
    .replace(/[“«„][^”»“]*[”»“]/g, ' ')
    .replace(QUOTES, ' ');
