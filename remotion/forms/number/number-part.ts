/** What a number stands with: one below the other, centred on each other. */
import type { FormOf } from '../../contract/forms';
import type { FormFacts } from '../form-painter';
import type { ColumnPart } from '../setting/column';

export type NumberFacts = FormFacts<FormOf<'number'>>;

/** A part whose middle is at 0. */
export interface NumberPart extends ColumnPart {
  /** px */
  width: number;
  /** How far it may be painted around itself, at its sides and above and below, px. */
  margin: { across: number; along: number };
}

/** When the number is there, ms: a little after it is named, and never before this after the beginning. */
const COUNTING_MS = 1300;
const AFTER_NAMED_MS = 300;

/** When the number has come to its value, ms. */
export function arrivalOf({ words }: NumberFacts): number {
  const named = words.find(({ text }) => /\p{N}/u.test(text))?.startMs ?? 0;
  return Math.max(COUNTING_MS, named + AFTER_NAMED_MS);
}
