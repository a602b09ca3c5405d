/**
 * `npm run batch -- stories.csv -o films`: many stories at once, by a running StoryShort: checked whole, then ordered,
 * followed to the end, and their films fetched as they get ready. Whoever stops watching stops nothing.
 */
import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { readEnv } from '#jobs/env.server.ts';
import { filmName, reportJson, reportTable } from '#jobs/story/batch/batch-report.ts';
import { isItemOver } from '#jobs/story/batch/item-state.ts';
import { STORY_FILE_ENDS } from '#jobs/story/batch/story-lines.ts';
import { formatUsd } from '#jobs/story/budget/usd.ts';
import { OPTIONS } from '#jobs/story/order/option-registry.ts';
import { flagsOf, usageOf } from '#jobs/story/order/option-usage.ts';
import { ApiClient, type BatchAnswer } from './client/api-client';
import { failClearly } from './host/fail-clearly';

const USAGE = `Usage: npm run batch -- <stories.csv | stories.jsonl | folder | story.txt…> [options]
       npm run batch -- --batch <id> [-o <folder>]
  -o, --out <folder>   where films and report are put
  --name <name>        what the batch is called
  --at-once <number>   how many films are made at once
  --cap <dollars>      what all films together may cost
  --look-first         each film waits with its storyboard until you let it go on, on the batch's page
  --check              says what is wrong, and what it would cost; orders nothing
For all stories, where they say nothing else:
${usageOf(OPTIONS).split('\n').slice(2).join('\n')}
`;
/** Each story has a title of its own. */
const FLAGS = flagsOf(OPTIONS).filter(({ field }) => field !== 'title');
const POLL_MS = 3000;

async function main(): Promise<void> {
  const { HOST, PORT } = readEnv();
  const api = new ApiClient(`http://${HOST}:${PORT}`);
  const text = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      ...Object.fromEntries(FLAGS.map(({ flag }) => [flag, text])),
      ...{ out: { ...text, short: 'o' }, name: text, 'at-once': text, cap: text, batch: text },
      ...{ 'look-first': { type: 'boolean' }, check: { type: 'boolean' } },
    },
  });
  const given = values as Record<string, string | boolean | undefined>;
  const out = typeof given.out === 'string' ? resolve(given.out) : null;
  const known = typeof given.batch === 'string' ? given.batch : null;
  if ((known === null) === (positionals.length === 0)) throw new Error(USAGE);
  const batchId = known ?? (await order(api, await formOf(positionals, given), given.check === true));
  if (batchId === null) return;
  process.stdout.write(`Batch ${batchId}: ${api.urlOf(`/batches/${batchId}`)}\n`);
  const end = await follow(api, batchId, out);
  const { ready = 0, stories = 0 } = end.counts;
  if (ready < stories)
    throw new Error(`${stories - ready} of ${stories} stories have no film: see the report.`);
}

/** @returns the batch's id; null where it was only checked */
async function order(api: ApiClient, form: FormData, isCheck: boolean): Promise<string | null> {
  const { films, words, durationMs, usd } = await api.checkBatch(form);
  const minutes = Math.max(1, Math.round(durationMs / 60_000));
  process.stdout.write(
    `${films} ${films === 1 ? 'story' : 'stories'} of ${words} words, about ${minutes} min of film, ${usd > 0 ? `about ${formatUsd(usd)}` : 'free'}\n`,
  );
  return isCheck ? null : api.orderBatch(form, randomUUID());
}

async function formOf(
  paths: readonly string[],
  given: Readonly<Record<string, string | boolean | undefined>>,
): Promise<FormData> {
  const form = new FormData();
  for (const file of (await Promise.all(paths.map(filesOf))).flat())
    form.append('files', new Blob([await readFile(file)]), basename(file));
  const fields = {
    ...Object.fromEntries(FLAGS.map(({ flag, field }) => [field, given[flag]])),
    ...{ name: given.name, atOnce: given['at-once'], capUsd: given.cap },
    lookFirst: given['look-first'] === true ? '1' : undefined,
  };
  for (const [name, value] of Object.entries(fields)) if (typeof value === 'string') form.set(name, value);
  return form;
}

/** The file itself, or the stories of a folder. */
async function filesOf(path: string): Promise<string[]> {
  const found = await stat(path).catch(() => {
    throw new Error(`${path} cannot be read. Give the path of a file or folder.\n\n${USAGE}`);
  });
  if (!found.isDirectory()) return [path];
  const names = await readdir(path);
  return names
    .filter((name) => STORY_FILE_ENDS.some((end) => name.toLowerCase().endsWith(end)))
    .map((name) => join(path, name));
}

/** Tells each change, and fetches each film once, until nothing more becomes of any story. */
async function follow(api: ApiClient, batchId: string, out: string | null): Promise<BatchAnswer> {
  if (out !== null) await mkdir(out, { recursive: true });
  const fetched = new Set<number>();
  let last = '';
  for (;;) {
    const batch = await api.batch(batchId);
    const line = batchLine(batch);
    if (line !== last) process.stdout.write(`${new Date().toISOString().slice(11, 19)}  ${line}\n`);
    last = line;
    if (out !== null) {
      await fetchFilms(api, batch, out, fetched);
      await writeReport(batch, out);
    }
    if (batch.items.every(({ state }) => isItemOver(state))) return batch;
    await delay(POLL_MS);
  }
}

function batchLine({ state, counts, trouble }: BatchAnswer): string {
  const { stories, ...rest } = counts;
  const told = Object.entries(rest)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${count} ${name}`);
  return `${state}: ${told.join(', ')} of ${stories}${trouble ? `. ${trouble.message} ${trouble.hint}` : ''}`;
}

/** A film has its name once it is there whole; one that is there already is left alone. */
async function fetchFilms(
  api: ApiClient,
  { items }: BatchAnswer,
  out: string,
  fetched: Set<number>,
): Promise<void> {
  for (const { number, title, videoUrl } of items) {
    if (videoUrl === null || fetched.has(number)) continue;
    const file = join(out, filmName({ position: number - 1, title }, items.length));
    if ((await stat(file).catch(() => null)) === null) {
      const answer = await fetch(api.urlOf(videoUrl));
      if (!answer.ok) throw new Error(`The film of story ${number} cannot be loaded: ${answer.status}.`);
      await writeFile(`${file}.part`, Buffer.from(await answer.arrayBuffer()));
      await rename(`${file}.part`, file);
    }
    fetched.add(number);
  }
}

async function writeReport({ id, name, items }: BatchAnswer, out: string): Promise<void> {
  const reported = items.map(({ number, error, ...item }) => ({
    ...item,
    position: number - 1,
    fault: error && { ...error, retryable: false },
  }));
  await writeFile(join(out, 'report.csv'), `\u{feff}${reportTable(reported)}`);
  await writeFile(join(out, 'report.json'), reportJson({ id, name }, reported));
}

main().catch(failClearly);
