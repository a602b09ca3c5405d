import { keepTable, keptTable } from '#tests/tools/kept-table.ts';
import { reportTable, type TrialReport } from './report';
import { TRIALS } from './trials';

const PAGE = 'reliability.md';
const COMMAND = 'npm run chaos -- --keep';

/**
 * Writes what trials found into docs/reliability.md, in place of their own rows there: a trial that was not carried out
 * now keeps the row of its last run.
 * @throws where the page has no place for it
 */
export async function keepReport(reports: readonly TrialReport[], seed: number): Promise<void> {
  const names = TRIALS.map(({ name }) => name);
  const rows = mergedRows(await keptTable(PAGE, COMMAND), reportTable(reports), names);
  await keepTable(PAGE, COMMAND, [
    ...rows,
    '',
    `Seed ${seed}; the trials’ own times sum up to ${minutes(rows)} minutes.`,
  ]);
}

/** The head and one row for each trial, new ones before kept ones, in the trials' order. Pure. */
export function mergedRows(
  kept: readonly string[],
  made: readonly string[],
  names: readonly string[],
): string[] {
  const rowOf = (lines: readonly string[], name: string) =>
    lines.find((line) => line.startsWith(`| \`${name}\` |`));
  return [...made.slice(0, 2), ...names.flatMap((name) => rowOf(made, name) ?? rowOf(kept, name) ?? [])];
}

/** What the rows' last cells say, s, in all. */
function minutes(rows: readonly string[]): number {
  const seconds = rows.slice(2).map((row) => Number(row.split('|').at(-2)));
  return Math.round(seconds.reduce((sum, each) => sum + each, 0) / 60);
}
