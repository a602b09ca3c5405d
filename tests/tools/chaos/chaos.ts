/**
 * `npm run chaos [-- --short] [--seed <number>] [--json] [<trial>…]`: breaks StoryShort in all ways known, and ends with
 * 1 where it does not keep what it promises. The long form takes less than forty minutes of two processors; `--keep`
 * writes its table to docs/reliability.md.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pLimit from 'p-limit';
import { acquireEmbeddedDatabase, type EmbeddedDatabase } from '#bin/database/embedded-postgres.ts';
import { failClearly } from '#bin/host/fail-clearly.ts';
import { buildApp } from '#bin/setup/build-app.ts';
import { openDb } from '#jobs/db/client.server.ts';
import { createRandom } from '#jobs/studio/chance.ts';
import { keepReport } from './kept-report';
import { reportTable, type TrialReport } from './report';
import { noFindings, type Trial, type TrialRun } from './trial';
import { TRIALS } from './trials';

/** Trials side by side: they wait for heartbeats, and long ones for the processor as well. */
const AT_ONCE = { long: 3, short: 4 };
/** Of the server that no trial breaks; each house takes up to thirty. */
const CONNECTIONS = 800;

interface Order {
  trials: readonly Trial[];
  isShort: boolean;
  asJson: boolean;
  isKept: boolean;
  seed: number;
}

async function main(): Promise<void> {
  const order = readOrder();
  // Sites that are killed serve the pages as they are built.
  await buildApp();
  const reports = await runTrials(order);
  const write = (line: string) => process.stdout.write(`${line}\n`);
  if (order.asJson) write(JSON.stringify({ seed: order.seed, reports }, null, 2));
  else for (const line of ['', `Seed ${order.seed}`, ...reportTable(reports)]) write(line);
  if (order.isKept) await keepReport(reports, order.seed);
  const broken = reports.flatMap(({ trial, findings }) =>
    findings.broken.map((one) => `${trial.name}: ${one}`),
  );
  if (broken.length > 0) throw new Error(['Promises that were not kept:', ...broken].join('\n  '));
  process.exit(0);
}

/** @throws where something is asked for that there is not */
function readOrder(): Order {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      short: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      keep: { type: 'boolean', default: false },
      seed: { type: 'string', default: '1' },
    },
  });
  const seed = Number(values.seed);
  if (!Number.isSafeInteger(seed)) throw new Error('--seed takes a whole number.');
  const unknown = positionals.filter((name) => !TRIALS.some((trial) => trial.name === name));
  if (unknown.length > 0) {
    const names = TRIALS.map(({ name }) => name).join(', ');
    throw new Error(`There is no trial called ${unknown.join(', ')}: name some of ${names}.`);
  }
  const trials = positionals.length > 0 ? TRIALS.filter(({ name }) => positionals.includes(name)) : TRIALS;
  return { trials, isShort: values.short, asJson: values.json, isKept: values.keep, seed };
}

async function runTrials({ trials, isShort, seed }: Order): Promise<TrialReport[]> {
  const folder = await mkdtemp(join(tmpdir(), 'storyshort-chaos-server-'));
  const server = await openServer(folder);
  const slots = pLimit(isShort ? AT_ONCE.short : AT_ONCE.long);
  try {
    return await Promise.all(
      // In the short form all wait for heartbeats, workers the most.
      (isShort ? trials.toReversed() : trials).map((trial) =>
        slots(() => {
          const rounds = isShort ? trial.rounds.short : trial.rounds.long;
          return runTrial(trial, { rounds, seed, serverUrl: server.url, isTimed: !isShort });
        }),
      ),
    );
  } finally {
    await server.release();
    await rm(folder, { recursive: true, force: true });
  }
}

/** A Postgres server with connections for all houses. */
async function openServer(folder: string): Promise<EmbeddedDatabase> {
  const server = await acquireEmbeddedDatabase(folder);
  const db = openDb(server.url);
  await db.$executeRawUnsafe(`ALTER SYSTEM SET max_connections = ${CONNECTIONS}`);
  await db.$disconnect();
  // That is heeded by the next start.
  await server.release();
  return acquireEmbeddedDatabase(folder);
}

async function runTrial(
  trial: Trial,
  { seed, ...run }: Omit<TrialRun, 'random' | 'say'> & { seed: number },
): Promise<TrialReport> {
  const startedAt = performance.now();
  const say = (text: string) => process.stderr.write(`${trial.name}: ${text}\n`);
  const { rounds } = run;
  say(`${trial.what}, ${rounds} ${rounds === 1 ? 'round' : 'rounds'}`);
  // A trial by itself does what it did among others.
  const random = createRandom(`${trial.name} ${seed}`);
  const findings = await trial.run({ ...run, random, say }).catch((error: unknown) => {
    const broken = error instanceof Error ? error.message : String(error);
    return { ...noFindings(), broken: [`it could not be carried out to its end: ${broken}`] };
  });
  for (const broken of findings.broken) say(`BROKEN: ${broken}`);
  const tookS = (performance.now() - startedAt) / 1000;
  return { trial: { name: trial.name, what: trial.what }, rounds, findings, tookS };
}

main().catch(failClearly);
