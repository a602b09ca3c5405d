/**
 * The order of words that are drawn one by one in a line of mixed directions.
 *
 * A browser orders letters, but not boxes; so this applies the rules of the Unicode Bidirectional Algorithm
 * (UAX #9: P2 to P3, W7, N1 to N2, L2) to whole words.
 */
import type { Word } from '../contract/story-props';
import { type Direction, strongDirection } from './writing';

/** A word or, where its punctuation runs in another direction than its letters, a part of it. */
export interface WordPart {
  word: Word;
  text: string;
  /** Whether the word begins with it: what stands between words comes before it. */
  isStart: boolean;
}

/** Neighbouring parts that run in one direction. */
export interface DirectedRun {
  direction: Direction;
  parts: WordPart[];
}

/**
 * Cuts a line into runs. A number goes with the left-to-right word before it (rule W7); any other word without
 * letters goes with its neighbours where those agree, and else with the paragraph. The punctuation around
 * several words against the paragraph's direction belongs to the paragraph (rule N2).
 */
export function directedRuns(line: readonly Word[], paragraph: Direction): DirectedRun[] {
  return wordRuns(line, paragraph).flatMap((run) =>
    run.direction !== paragraph && run.parts.length > 1 ? withoutPunctuation(run, paragraph) : [run],
  );
}

/**
 * The direction within a run's own boxes. A single word against the paragraph's direction is laid out as a
 * paragraph of its own: its punctuation then finds its place.
 */
export function partDirection({ direction, parts }: DirectedRun, paragraph: Direction): Direction {
  return parts.length === 1 ? paragraph : direction;
}

function wordRuns(line: readonly Word[], paragraph: Direction): DirectedRun[] {
  const own = line.map((word) => strongDirection(word.text));
  const runs: DirectedRun[] = [];
  line.forEach((word, at) => {
    const before = own.slice(0, at).findLast((direction) => direction !== null) ?? paragraph;
    const after = own.slice(at).find((direction) => direction !== null) ?? paragraph;
    const isNumber = /^\P{L}*[0-9]/u.test(word.text);
    const joins = before === after || (isNumber && before === 'ltr');
    const direction = own[at] ?? (joins ? before : paragraph);
    const part = { word, text: word.text, isStart: true };
    const run = runs.at(-1);
    if (run?.direction === direction) run.parts.push(part);
    else runs.push({ direction, parts: [part] });
  });
  return runs;
}

/** A run and, as runs of the paragraph's direction, the punctuation that opens and closes it. */
function withoutPunctuation({ direction, parts }: DirectedRun, paragraph: Direction): DirectedRun[] {
  const inner = parts.map((part) => ({ ...part }));
  const [first, last] = [inner[0], inner.at(-1)];
  const opening = first?.text.match(/^[^\p{L}\p{N}\p{M}]+/u)?.[0] ?? '';
  const closing = last?.text.match(/[^\p{L}\p{N}\p{M}]+$/u)?.[0] ?? '';
  const runs: DirectedRun[] = [{ direction, parts: inner }];
  if (first && opening !== '') {
    runs.unshift({ direction: paragraph, parts: [{ ...first, text: opening }] });
    first.text = first.text.slice(opening.length);
    first.isStart = false;
  }
  if (last && closing !== '') {
    runs.push({ direction: paragraph, parts: [{ ...last, text: closing, isStart: false }] });
    last.text = last.text.slice(0, -closing.length);
  }
  return runs;
}
