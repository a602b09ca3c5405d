import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { reportTable, type TrialReport } from './report';

const PAGE = fileURLToPath(new URL('../../../docs/reliability.md', import.meta.url));
/** The table stands between these two. */
const BEGINNING = '<!-- table: npm run chaos -- --keep -->';
const END = '<!-- end of table -->';

/** Writes the table of a run into docs/reliability.md, in place of the one that is there. @throws where it has no place */
export async function keepReport(reports: readonly TrialReport[], seed: number): Promise<void> {
  const page = await readFile(PAGE, 'utf8');
  const [before, rest] = page.split(BEGINNING);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new Error(`${PAGE} has no place for the table.`);
  const minutes = Math.round(reports.reduce((sum, { tookS }) => sum + tookS, 0) / 60);
  const table = [...reportTable(reports), '', `Seed ${seed}; ${minutes} minutes.`].join('\n');
  await writeFile(PAGE, `${before}${BEGINNING}\n\n${table}\n\n${END}${after}`);
}
