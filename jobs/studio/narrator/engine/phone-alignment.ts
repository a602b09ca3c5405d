/**
 * Finds which word every spoken phone belongs to. Words said in a sentence differ a little from words said
 * alone ("the" before a vowel, linked consonants), so the expected phones are aligned with the spoken ones by
 * least edit cost (Needleman and Wunsch 1970).
 */
import { PAUSE } from './flite';

export interface ExpectedPhone {
  name: string;
  /** Index of the word it belongs to; a pause belongs to the word before it. */
  word: number;
}

const VOWELS = new Set('aa ae ah ao aw ax axr ay eh er ey ih ix iy ow oy uh uw'.split(' '));
const GAP = 1;
const PAUSE_GAP = 2.5;
const IMPOSSIBLE = 10;

/**
 * The word of each spoken phone, pauses included. A phone that matches nothing goes with the phone before it.
 * Both lists may be long: cost and memory grow with their product.
 */
export function wordOfPhones(expected: ExpectedPhone[], spoken: string[]): number[] {
  const rows = expected.length + 1;
  const columns = spoken.length + 1;
  const costs = new Float64Array(rows * columns);
  const at = (row: number, column: number): number => costs[row * columns + column] as number;
  const skipExpected = (row: number): number => gapCost(expected[row - 1]?.name ?? '');
  const skipSpoken = (column: number): number => gapCost(spoken[column - 1] ?? '');
  const match = (row: number, column: number): number =>
    mismatchCost(expected[row - 1]?.name ?? '', spoken[column - 1] ?? '');

  for (let row = 1; row < rows; row++) costs[row * columns] = at(row - 1, 0) + skipExpected(row);
  for (let column = 1; column < columns; column++) costs[column] = at(0, column - 1) + skipSpoken(column);
  for (let row = 1; row < rows; row++) {
    for (let column = 1; column < columns; column++) {
      costs[row * columns + column] = Math.min(
        at(row - 1, column - 1) + match(row, column),
        at(row - 1, column) + skipExpected(row),
        at(row, column - 1) + skipSpoken(column),
      );
    }
  }

  const words = new Array<number>(spoken.length).fill(-1);
  let row = expected.length;
  let column = spoken.length;
  while (row > 0 && column > 0) {
    const here = at(row, column);
    if (here === at(row - 1, column - 1) + match(row, column)) {
      words[column - 1] = expected[row - 1]?.word ?? -1;
      row--;
      column--;
    } else if (here === at(row - 1, column) + skipExpected(row)) row--;
    else column--;
  }
  return fillUnmatched(words);
}

function fillUnmatched(words: number[]): number[] {
  let current = words.find((word) => word >= 0) ?? 0;
  return words.map((word) => {
    if (word >= 0) current = word;
    return current;
  });
}

function gapCost(phone: string): number {
  return phone === PAUSE ? PAUSE_GAP : GAP;
}

function mismatchCost(expected: string, spoken: string): number {
  if (expected === spoken) return 0;
  if (expected === PAUSE || spoken === PAUSE) return IMPOSSIBLE;
  return VOWELS.has(expected) === VOWELS.has(spoken) ? 0.6 : 1.2;
}
