/**
 * `npm run bench [-- --json] [part…]`: measures a StoryShort of its own, in one run: its start, how long a job waits,
 * how fast the status route answers under load, how long captions and pictures take, how fast frames come, how long a
 * film takes compared with its length, what edits take, and how fast home answers with 10,000 videos. With parts
 * named, only those.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { acquireDatabase } from '#bin/database/database.ts';
import { failClearly } from '#bin/host/fail-clearly.ts';
import { LaunchedApp } from '#bin/host/launched-app.ts';
import { measureCaptions } from './captions';
import { measureEdits } from './edits';
import { measureFilm } from './film-speed';
import { measureFrames } from './frames';
import { measureLibrary } from './library';
import { measurePictures } from './pictures';
import { measureQueue } from './queue';
import { measureStatusRoute } from './status-route';

type Figures = Record<string, number>;

/** What can be measured of a running StoryShort, in the order in which it is. */
const PARTS: Readonly<Record<string, (url: string, databaseUrl: string) => Promise<Figures>>> = {
  queue: measureQueue,
  statusRoute: measureStatusRoute,
  captions: async () => measureCaptions(),
  pictures: measurePictures,
  frames: measureFrames,
  film: measureFilm,
  library: measureLibrary,
  edits: measureEdits,
};

async function main(): Promise<void> {
  const asJson = process.argv.includes('--json');
  const say = (text: string) => (asJson ? process.stderr : process.stdout).write(`${text}\n`);
  const named = process.argv.slice(2).filter((word) => !word.startsWith('--'));
  const unknown = named.filter((name) => !(name in PARTS));
  if (unknown.length > 0) {
    throw new Error(
      `There is no part called ${unknown.join(', ')}: name one of ${Object.keys(PARTS).join(', ')}.`,
    );
  }
  const dataDir = await mkdtemp(join(tmpdir(), 'storyshort-bench-'));
  try {
    say('Starting, cold and warm…');
    const cold = await LaunchedApp.launch(dataDir);
    // The worker must have unpacked its browser and bundled the composition before a start counts as warm.
    await waitForWorker(cold.url);
    await cold.stop();
    const app = await LaunchedApp.launch(dataDir);
    const workerMs = await waitForWorker(app.url);
    const result: Record<string, Figures> = {
      start: {
        coldMs: Math.round(cold.startMs),
        warmMs: Math.round(app.startMs),
        warmWorkerMs: Math.round(app.startMs + workerMs),
      },
    };
    const database = await acquireDatabase({ DATABASE_URL: null, DATA_DIR: dataDir });
    for (const [name, measure] of Object.entries(PARTS)) {
      if (named.length > 0 && !named.includes(name)) continue;
      say(`${name}…`);
      result[name] = await measure(app.url, database.url);
    }
    await database.release();
    await app.stop();
    if (asJson) process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
    else for (const line of table(result)) say(line);
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
  process.exit(0);
}

/** @returns how long it took until a worker was there, ms. */
async function waitForWorker(url: string): Promise<number> {
  const startedAt = performance.now();
  for (;;) {
    const health = (await (await fetch(`${url}/healthz`)).json()) as { worker?: { ok: boolean } };
    if (health.worker?.ok) return performance.now() - startedAt;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function table(result: Record<string, Figures>): string[] {
  return Object.entries(result).flatMap(([name, values]) => [
    name,
    ...Object.entries(values).map(([key, value]) => `  ${key.padEnd(28)} ${value}`),
  ]);
}

main().catch(failClearly);
