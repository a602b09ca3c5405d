/**
 * `npm run scaling [-- --json] [--keep] [--short] [--seed <number>] [--measured <file>]`: measures on this machine what a
 * film costs, with a real worker, and simulates from that how many films many workers make. `--short` measures less;
 * `--json` writes what was measured and found as JSON, of which `--measured` takes what was measured, or takes a
 * measurement alone; `--keep` writes the tables to docs/scaling.md.
 */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { failClearly } from '#bin/host/fail-clearly.ts';
import { keepTable } from '#tests/tools/kept-table.ts';
import { WORKERS } from './assumptions';
import { bendsOf, checksOf, findingsOf } from './findings';
import { type MeasureSize, measureCosts } from './measure/measure-costs';
import { costsSchema, type MeasuredCosts } from './measured-costs';
import { reportLines, type ScalingReport } from './report';
import { scenariosOf } from './scenarios';

const LONG: MeasureSize = { films: 4, backlog: 8, restS: 60 };
const SHORT: MeasureSize = { films: 1, backlog: 2, restS: 5 };

type Say = (text: string) => void;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      keep: { type: 'boolean', default: false },
      short: { type: 'boolean', default: false },
      seed: { type: 'string', default: '1' },
      measured: { type: 'string' },
    },
  });
  const seed = Number(values.seed);
  if (!Number.isSafeInteger(seed)) throw new Error('--seed takes a whole number.');
  const say: Say = (text) => process.stderr.write(`${text}\n`);
  const costs = values.measured
    ? await readCosts(values.measured)
    : await measureCosts(values.short ? SHORT : LONG, say);
  const report = simulateAll(costs, seed, say);
  const lines = reportLines(report);
  process.stdout.write(values.json ? `${JSON.stringify(report, null, 2)}\n` : `${lines.join('\n')}\n`);
  if (values.keep) await keepTable('scaling.md', 'npm run scaling -- --keep', lines);
  process.exit(0);
}

/** @throws where the file holds no measurement */
async function readCosts(file: string): Promise<MeasuredCosts> {
  const found: unknown = JSON.parse(await readFile(file, 'utf8'));
  const costs = found !== null && typeof found === 'object' && 'costs' in found ? found.costs : found;
  const { data, error } = costsSchema.safeParse(costs);
  if (data) return data;
  const [first] = error.issues;
  throw new Error(
    `${file} holds no measurement: ${first?.path.join('.')} ${first?.message}. Measure anew with --json.`,
  );
}

function simulateAll(costs: MeasuredCosts, seed: number, say: Say): ScalingReport {
  const scenarios = scenariosOf(costs);
  const [builtIn] = scenarios;
  if (!builtIn) throw new Error('There is nothing to be simulated.');
  const findings = scenarios.flatMap((scenario) =>
    WORKERS.flatMap((workers) => {
      say(`${scenario.engines}: ${workers} ${workers === 1 ? 'worker' : 'workers'}…`);
      return findingsOf(costs, scenario, workers, seed);
    }),
  );
  const bends = scenarios.map((scenario) => ({ engines: scenario.engines, bends: bendsOf(costs, scenario) }));
  return { costs, checks: checksOf(costs, builtIn, seed), findings, bends, seed };
}

main().catch(failClearly);
