/** A story as sentences: stretches of its own text that are never cut in the middle of a quotation. */

/** Part of a text by its offsets; the text itself is never changed. */
export interface Span {
  start: number;
  end: number;
  /** Whether a paragraph begins with it. */
  opensParagraph: boolean;
}

/** Runs of white space become one space; paragraphs are kept apart by one line break. */
export const tidy = (story: string): string =>
  story
    .replace(/\r\n?/g, '\n')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join('\n');

const ABBREVIATION =
  /(?:^|[\s("“])(?:Mr|Mrs|Ms|Dr|St|Prof|Jr|Sr|vs|etc|No|Capt|Lt|Sgt|Gen|Rev|Mt|e\.g|i\.e|a\.m|p\.m|\p{Lu})\.$/u;

const QUOTES = /["“”«»„]/g;

/** Whether a quotation is still open at the end of the text. */
function quoteOpen(text: string): boolean {
  const straight = (text.match(/"/g) ?? []).length % 2 === 1;
  const opened = (text.match(/[“«„]/g) ?? []).length;
  const closed = (text.match(/[”»]/g) ?? []).length;
  return straight || opened > closed;
}

/** Sentences longer than this many characters are not joined to a following one for the sake of a quotation. */
const LONGEST_QUOTATION = 320;

/** The sentences of a tidied story, in order, covering all of it but the white space between them. */
export function sentencesOf(text: string, language: string): Span[] {
  const spans: Span[] = [];
  const segmenter = new Intl.Segmenter(knownLanguage(language), { granularity: 'sentence' });
  let offset = 0;
  for (const paragraph of text.split('\n')) {
    let opensParagraph = true;
    for (const { segment, index } of segmenter.segment(paragraph)) {
      const start = offset + index + (segment.length - segment.trimStart().length);
      const end = offset + index + segment.trimEnd().length;
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

function belongsTogether(before: string, next: string): boolean {
  if (before.length > LONGEST_QUOTATION) return false;
  if (ABBREVIATION.test(before)) return true;
  if (quoteOpen(before)) return true;
  if (/^\p{Ll}/u.test(next)) return true;
  // “Run!” she said. — the tag belongs to what was said.
  return (
    /["”»]$/.test(before) &&
    /^(?:[Ss]he|[Hh]e|[Tt]hey|I|\p{Lu}\p{Ll}+) (?:said|asked|cried|whispered|shouted|called|replied|answered)\b/u.test(
      next,
    )
  );
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

/** Words of a text, counted as the language counts them. */
export function countWords(text: string, language: string): number {
  let count = 0;
  for (const { isWordLike } of new Intl.Segmenter(knownLanguage(language), { granularity: 'word' }).segment(
    text,
  ))
    if (isWordLike) count++;
  return count;
}
