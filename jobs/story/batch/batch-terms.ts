/** What holds for a batch as a whole: its name, how many at once, its cap. Pure. */
import { roundUpUsd, type Usd } from '#jobs/story/budget/usd.ts';
import { isBlank } from '#jobs/story/order/option-reading.ts';
import { MAX_BATCH_NAME, MOST_AT_ONCE, USUAL_AT_ONCE } from './batch-limits';
import type { LineIssue } from './line-issue';

export interface BatchTerms {
  /** One line; empty for none. */
  name: string;
  /** How many of its films are made at once. */
  atOnce: number;
  /** What all its films together may cost, US dollars; null for no limit. */
  capUsd: Usd | null;
  /** Whether each film waits for a look at its storyboard. */
  looksFirst: boolean;
}

/** Largest cap that is stored, US dollars. */
const MOST_USD = 100_000;

/** Reads them from a form's fields or a JSON object; what is left out is usual. */
export function readTerms(fields: Readonly<Record<string, unknown>>): {
  terms: BatchTerms;
  issues: LineIssue[];
} {
  const issues: LineIssue[] = [];
  const name = String(fields.name ?? '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
  if ([...name].length > MAX_BATCH_NAME) {
    issues.push({
      ...{ place: null, field: 'name', code: 'batch_name_too_long' },
      message: `The name is longer than ${MAX_BATCH_NAME} characters.`,
      hint: 'Choose a shorter one.',
    });
  }
  const { atOnce, capUsd } = readChanges(fields, issues);
  const looksFirst = ['1', 'true', 'on', 'yes'].includes(String(fields.lookFirst ?? '').toLowerCase());
  return { terms: { name, atOnce: atOnce ?? USUAL_AT_ONCE, capUsd, looksFirst }, issues };
}

/** What may be changed of a batch that runs: `atOnce` is undefined where it stays. */
export function readChanges(
  fields: Readonly<Record<string, unknown>>,
  issues: LineIssue[],
): { atOnce: number | undefined; capUsd: Usd | null } {
  const atOnce = isBlank(fields.atOnce) ? undefined : numberIn(fields.atOnce);
  if (atOnce !== undefined && !(Number.isInteger(atOnce) && atOnce >= 1 && atOnce <= MOST_AT_ONCE)) {
    issues.push({
      ...{ place: null, field: 'atOnce', code: 'batch_at_once' },
      message: 'That many films cannot be made at once.',
      hint: `Choose a whole number from 1 to ${MOST_AT_ONCE}.`,
    });
  }
  const cap = isBlank(fields.capUsd) ? null : numberIn(fields.capUsd);
  if (cap !== null && !(cap >= 0 && cap <= MOST_USD)) {
    issues.push({
      ...{ place: null, field: 'capUsd', code: 'batch_cap' },
      message: 'The limit is no amount of US dollars.',
      hint: `Write a number from 0 to ${MOST_USD.toLocaleString('en')}, such as 12.50, or leave it empty for no limit.`,
    });
  }
  return { atOnce, capUsd: cap === null || Number.isNaN(cap) ? null : roundUpUsd(cap) };
}

/** NaN for what is no number as people write them. */
function numberIn(value: unknown): number {
  const text = String(value).trim();
  return /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
}
