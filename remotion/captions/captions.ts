/**
 * Words with times become pages of captions: which words stand together, in which lines, and when.
 *
 * Pure, and never changes a character of the author's: words are only grouped, and phrases of scripts without
 * spaces cut into words.
 */
import { cheapestPartition } from '../contract/partition';
import type { CaptionStyle, FormatName, Word } from '../contract/story-props';
import { joinWords, separateWords, wordJoint } from '../contract/story-words';

/** How a caption style groups its words. */
export interface CaptionGrouping {
  maxWords: number;
  /** Most characters in a line, see `readingLength`; a single longer word still gets a line of its own. */
  maxLineChars: number;
  maxLines: number;
  /** The page length in characters that reads best; pages are made as even as they can be around it. */
  idealChars: number;
}

/** Words that are on screen together. */
export interface CaptionPage {
  lines: Word[][];
  /** When the page appears, ms on the scene's clock. */
  startMs: number;
  /** When it goes, ms; never after the next page's start. */
  endMs: number;
}

/** A silence of this many ms or more between two words always ends a page. */
const PAUSE_MS = 420;
/** How long a page stays after its last word when no other follows at once. */
const LINGER_MS = 450;

const NARROW: Record<CaptionStyle, CaptionGrouping> = {
  pop: { maxWords: 4, maxLineChars: 13, maxLines: 2, idealChars: 15 },
  karaoke: { maxWords: 9, maxLineChars: 21, maxLines: 2, idealChars: 34 },
  subtle: { maxWords: 12, maxLineChars: 30, maxLines: 2, idealChars: 46 },
  big: { maxWords: 1, maxLineChars: 12, maxLines: 1, idealChars: 8 },
};

const WIDE: Record<CaptionStyle, CaptionGrouping> = {
  ...NARROW,
  pop: { maxWords: 4, maxLineChars: 24, maxLines: 1, idealChars: 17 },
  karaoke: { maxWords: 12, maxLineChars: 34, maxLines: 2, idealChars: 44 },
  subtle: { maxWords: 14, maxLineChars: 46, maxLines: 2, idealChars: 60 },
};

/** How a style groups its words in a format: a wide frame holds longer lines. */
export function captionGrouping(style: CaptionStyle, format: FormatName): CaptionGrouping {
  return (format === '16:9' ? WIDE : NARROW)[style];
}

/**
 * Groups a scene's words into pages: never across the end of a sentence or a pause, rather at a comma,
 * never after an article or preposition if that can be helped, and as evenly as possible.
 *
 * @param spoken in the order they are spoken, times in ms on the scene's clock
 */
export function captionPages(spoken: readonly Word[], grouping: CaptionGrouping): CaptionPage[] {
  const words = separateWords(spoken);
  const ends = cheapestPartition(words.length, grouping.maxWords, (from, to) =>
    pageCost(words.slice(from, to), words[to], grouping),
  );
  const pages = ends.map((end, page) => words.slice(ends[page - 1] ?? 0, end).map(withoutBreak));
  return pages.map((page, at) => {
    const next = pages[at + 1]?.[0];
    const lingering = (page.at(-1)?.endMs ?? 0) + LINGER_MS;
    return {
      lines: breakLines(page, grouping),
      startMs: page[0]?.startMs ?? 0,
      endMs: next && next.startMs < lingering + LINGER_MS ? next.startMs : lingering,
    };
  });
}

/** The page on screen at `ms`, or null between pages. */
export function pageAt(pages: readonly CaptionPage[], ms: number): CaptionPage | null {
  return pages.find((page) => page.startMs <= ms && ms < page.endMs) ?? null;
}

/** The word of a page that is being spoken at `ms`: the last that has begun, or null before the first. */
export function currentWord(page: CaptionPage, ms: number): Word | null {
  return page.lines.flat().findLast((word) => word.startMs <= ms) ?? null;
}

/** How much of a word has been spoken at `ms`, from 0 to 1. */
export function spokenPart(word: Word, ms: number): number {
  if (ms <= word.startMs) return 0;
  return ms >= word.endMs ? 1 : (ms - word.startMs) / (word.endMs - word.startMs);
}

/** The words of a line as one text. */
export function lineText(line: readonly Word[]): string {
  return joinWords(line.map((word) => word.text));
}

/** Most words that stand as a card's title. */
const OPENING_WORDS = 6;

/** The words a scene opens with, up to its first comma or stop, as a title for a card. */
export function openingWords(spoken: readonly Word[]): string {
  const words = separateWords(spoken);
  const opening = words.slice(0, OPENING_WORDS);
  const stop = opening.findIndex((word) => CLAUSE_END.test(word.text) || endsSentence(word));
  const kept = stop < 0 ? opening : opening.slice(0, stop + 1);
  const isCut = stop < 0 && words.length > OPENING_WORDS;
  return (
    lineText(kept)
      .trimEnd()
      .replace(/[,;:،؛、，；：]$/u, '') + (isCut ? '…' : '')
  );
}

/** A break has done its work where a page ends. */
function withoutBreak(word: Word): Word {
  return LINE_BREAK.test(word.text) ? { ...word, text: word.text.trimEnd() } : word;
}

/** Breaks words into the fewest lines that hold them, as even as possible. */
function breakLines(words: readonly Word[], { maxLineChars, maxLines }: CaptionGrouping): Word[][] {
  const length = lineLength(words);
  const lineCount = Math.min(maxLines, Math.ceil(length / maxLineChars));
  const evenLength = length / lineCount;
  const ends = cheapestPartition(words.length, words.length, (from, to) => {
    const line = words.slice(from, to);
    const atEnd = to === words.length;
    const overflow = Math.max(0, lineLength(line) - maxLineChars) * 4;
    // A line's fixed cost keeps to the wanted number of lines.
    return (
      ((lineLength(line) - evenLength) / evenLength) ** 2 + overflow + 1 + (atEnd ? 0 : breakCost(line) / 2)
    );
  });
  return ends.map((end, line) => words.slice(ends[line - 1] ?? 0, end));
}

function pageCost(page: readonly Word[], next: Word | undefined, grouping: CaptionGrouping): number {
  if (page.length > 1) {
    const runsOn = page.slice(0, -1).some((word, at) => mustBreak(word, page[at + 1]));
    if (runsOn || !fits(page, grouping)) return Number.POSITIVE_INFINITY;
  }
  const uneven = ((lineLength(page) - grouping.idealChars) / grouping.idealChars) ** 2;
  const lonely = page.length === 1 && grouping.maxWords > 1 ? 0.5 : 0;
  const last = page.at(-1);
  const forced = last === undefined || mustBreak(last, next);
  return uneven + lonely + (forced ? 0 : breakCost(page));
}

/** Whether the words fit into the grouping's lines, filled one after the other. */
function fits(words: readonly Word[], { maxLineChars, maxLines }: CaptionGrouping): boolean {
  let lines = 1;
  let filled = 0;
  for (const [at, { text }] of words.entries()) {
    const length = readingLength(text.trimEnd());
    if (length > maxLineChars) return false;
    const joint = filled > 0 ? jointLength(words[at - 1]?.text ?? '', text) : 0;
    if (filled > 0 && filled + joint + length > maxLineChars) {
      lines += 1;
      filled = length;
    } else {
      filled += joint + length;
    }
  }
  return lines <= maxLines;
}

/** A break that the author set. */
const LINE_BREAK = /\n\s*$/u;
const SENTENCE_END = /[.!?…。！？؟۔।॥]["'”’»)\]」』）】]*\s*$/u;
const CLAUSE_END = /(?:[,;:—–、，；：،؛]["'”’»)\]」』）】]*\s*|\s)$/u;
const ABBREVIATION = /^["'“‘«([]*(?:mr|mrs|ms|dr|st|prof|jr|sr|vs)\.$/iu;
/** English words that lean on the word after them. */
const LEANING =
  /^["'“‘«([]*(?:a|an|the|and|or|but|nor|of|to|in|on|at|by|for|from|with|into|onto|over|under|as|if|so|that|than|his|her|its|their|my|your|our|was|were|is|are|had|has|have|very|too|not|no)$/iu;

function mustBreak(word: Word, next: Word | undefined): boolean {
  if (next === undefined) return true;
  if (next.startMs - word.endMs >= PAUSE_MS) return true;
  return LINE_BREAK.test(word.text) || endsSentence(word);
}

/** Whether a sentence ends with a word, which its marks tell. */
export function endsSentence(word: Pick<Word, 'text'>): boolean {
  return SENTENCE_END.test(word.text) && !ABBREVIATION.test(word.text);
}

/** What it costs to break after these words where nothing forces it; less than nothing at a comma. */
function breakCost(words: readonly Word[]): number {
  const last = words.at(-1)?.text ?? '';
  if (CLAUSE_END.test(last)) return -0.4;
  return LEANING.test(last) || ABBREVIATION.test(last) ? 0.6 : 0;
}

function lineLength(words: readonly Word[]): number {
  return words.reduce(
    (length, { text }, at) =>
      length + readingLength(text.trimEnd()) + (at > 0 ? jointLength(words[at - 1]?.text ?? '', text) : 0),
    0,
  );
}

/** Length of what stands between two words, be it the joint or a space of the first one's own. */
function jointLength(left: string, right: string): number {
  return /\s$/u.test(left) ? 1 : wordJoint(left, right).length;
}

/** An ideograph, a kana, a hangul or an emoji takes the room of more than a letter. */
const WIDE_LENGTH = 1.6;
const WIDE_GLYPH =
  /[\p{Ideographic}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u3000-\u303f\uff01-\uff60]|\p{Extended_Pictographic}/u;

/** Length of a text in Latin letters' room, near enough: accents and joiners do not count. */
export function readingLength(text: string): number {
  let length = 0;
  for (const glyph of text.normalize('NFC')) {
    if (WIDE_GLYPH.test(glyph)) length += WIDE_LENGTH;
    else if (!/[\p{Mark}\p{Cf}]/u.test(glyph)) length += 1;
  }
  return length;
}
