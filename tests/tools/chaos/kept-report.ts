import { keepTable } from '#tests/tools/kept-table.ts';
import { reportTable, type TrialReport } from './report';

/** Writes the table of a run into docs/reliability.md, in place of the one that is there. @throws where it has no place */
export async function keepReport(reports: readonly TrialReport[], seed: number): Promise<void> {
  const minutes = Math.round(reports.reduce((sum, { tookS }) => sum + tookS, 0) / 60);
  const lines = [...reportTable(reports), '', `Seed ${seed}; ${minutes} minutes.`];
  await keepTable('reliability.md', 'npm run chaos -- --keep', lines);
}
