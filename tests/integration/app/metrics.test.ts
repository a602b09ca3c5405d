/** `/metrics`, of a house whose rows are known, and of the site as a process of its own. */
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { request, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PgBoss } from 'pg-boss';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeServer } from '#app/server/graceful-stop.ts';
import { startMetricsServer } from '#app/server/metrics-server.ts';
import { type Db, openDb } from '#jobs/db/client.server.ts';
import { EnvError } from '#jobs/env.server.ts';
import { LocalStorage } from '#jobs/storage/local.server.ts';
import { VIDEO_STATUSES } from '#jobs/story/film/status.ts';
import { startBoss } from '#jobs/work/boss.server.ts';
import { openOwnPostgres } from '#tests/support/postgres/own-postgres.ts';
import { createDatabase } from '#tests/support/test-database.ts';
import { waitFor } from '#tests/support/wait-for.ts';
import { readExposition, sampleOf } from '#tests/support/watching/exposition.ts';
import { fillKnownHouse, TOLD_TO_NOBODY } from '#tests/support/watching/known-house.ts';
import { startSite } from '#tests/support/watching/site-process.ts';

const DASHBOARD = fileURLToPath(new URL('../../../docs/grafana/storyshort.json', import.meta.url));
const silent = pino({ level: 'silent' });
const ON_LOOPBACK = { METRICS_PORT: 0, METRICS_HOST: '127.0.0.1' };

let dataDir: string;
let databaseUrl: string;
let db: Db;
let boss: PgBoss;
let server: Server;
let port: number;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'storyshort-metrics-'));
  databaseUrl = await createDatabase();
  db = openDb(databaseUrl);
  boss = await startBoss(databaseUrl, 'sender', silent);
  server = await startMetricsServer(ON_LOOPBACK, { db, storage: storageOf() }, silent);
  port = portOf(server);
});
afterAll(async () => {
  await closeServer(server);
  await boss.stop({ graceful: false });
  await db.$disconnect();
  await rm(dataDir, { recursive: true, force: true });
});

const storageOf = () => new LocalStorage(join(dataDir, 'media'));
const portOf = (listening: Server) => (listening.address() as AddressInfo).port;

async function ask(path = '/metrics', method = 'GET', at = port) {
  const sent = request({ host: '127.0.0.1', port: at, path, method, agent: false });
  sent.end();
  const [answer] = await once(sent, 'response');
  let text = '';
  for await (const chunk of answer) text += chunk;
  return { status: answer.statusCode as number, type: answer.headers['content-type'] as string, text };
}

/** Labels that the scraper gives to everything. */
const SCRAPERS_OWN = ['job', 'instance'];

/** The metrics that the dashboard asks for, each with the labels that it is asked by. */
async function dashboardQueries(): Promise<{ metric: string; labels: string[] }[]> {
  const board = JSON.parse(await readFile(DASHBOARD, 'utf8')) as {
    panels: { type: string; targets?: { expr: string }[] }[];
  };
  const charts = board.panels.filter(({ type }) => type !== 'row');
  expect(charts.filter(({ targets = [] }) => targets.length === 0)).toEqual([]);
  return charts
    .flatMap(({ targets = [] }) => targets)
    .flatMap(({ expr }) => {
      const grouped = [...expr.matchAll(/\bby \(([^)]*)\)/g)].flatMap(([, names = '']) => names.split(/, */));
      const metrics = [...expr.matchAll(/([a-z_][a-z0-9_]*)\{([^}]*)\}/g)];
      // What is left is functions, numbers and ranges: no metric is named without the scraper's job.
      const rest = expr.replace(/[a-z_][a-z0-9_]*\{[^}]*\}/g, '').replace(/\bby \([^)]*\)/g, '');
      expect(rest).toMatch(/^(?:(?:max|min|sum|rate|increase)\b|\[\d+[mh]\]|\d+|[()*/ ])*$/);
      return metrics.map(([, metric = '', matchers = '']) => ({
        metric,
        labels: [
          ...[...matchers.matchAll(/([a-z_]+)(?:=~|!~|!=|=)"/g)].map(([, name = '']) => name),
          ...grouped,
        ].filter((name) => !SCRAPERS_OWN.includes(name)),
      }));
    });
}

describe('the metrics of a house', () => {
  it('are whole where there is nothing yet', async () => {
    const families = readExposition((await ask()).text);
    for (const status of VIDEO_STATUSES) expect(sampleOf(families, 'storyshort_videos', { status })).toBe(0);
    expect(sampleOf(families, 'storyshort_workers_alive')).toBe(0);
    expect(families.get('storyshort_render_frames_per_second')?.samples).toEqual([]);
    expect(sampleOf(families, 'storyshort_provider_cost_today_dollars')).toBe(0);
  });

  it('tell what its rows say', async () => {
    await fillKnownHouse(db, boss);
    const { status, type, text } = await ask();
    expect([status, type]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8']);
    const families = readExposition(text);
    const value = (name: string, labels?: Record<string, string>) =>
      sampleOf(families, `storyshort_${name}`, labels);

    const queue = 'process-video';
    expect(value('queue_jobs', { queue, state: 'waiting' })).toBe(2);
    expect(value('queue_jobs', { queue, state: 'resting' })).toBe(1);
    expect(value('queue_jobs', { queue, state: 'active' })).toBe(1);
    expect(value('queue_jobs', { queue: 'audition', state: 'waiting' })).toBe(0);
    expect(value('queue_oldest_waiting_seconds', { queue })).toBeGreaterThanOrEqual(90);
    expect(value('queue_oldest_waiting_seconds', { queue: 'audition' })).toBe(0);

    const videos = Object.fromEntries(
      VIDEO_STATUSES.map((name) => [name, value('videos', { status: name })]),
    );
    expect(videos).toMatchObject({ completed: 4, failed: 4, rendering: 1, pending: 0, cancelled: 0 });
    const failed = families.get('storyshort_failed_videos')?.samples ?? [];
    expect(Object.fromEntries(failed.map(({ labels, value: said }) => [labels.code, said]))).toEqual({
      cost_cap_day: 2,
      disk_full: 1,
      others: 1,
    });

    const median = (step: string, engine: string) => value('step_median_seconds', { step, engine });
    expect(median('voice', 'studio narrator-1')).toBe(0.2);
    expect(value('step_p95_seconds', { step: 'voice', engine: 'studio narrator-1' })).toBeCloseTo(0.56);
    expect(median('picture', 'studio "illustrator"')).toBe(1.5);
    expect(median('segment', 'canvas-1')).toBe(3);
    expect(median('script', 'openai writer-1')).toBeCloseTo(5);
    expect(median('script', 'studio storyteller-1')).toBeCloseTo(0.02);
    expect([median('film', 'house'), median('music', 'house'), median('sound', 'house')]).toEqual([
      4, 0.4, 1,
    ]);
    expect(value('render_frames_per_second')).toBe(50);

    const calls = (capability: string, host: string, outcome: string) =>
      value('provider_calls_total', { capability, host, outcome });
    expect(calls('script', 'api.example', 'settled')).toBe(2);
    expect(calls('script', 'api.example', 'failed')).toBe(1);
    expect(calls('image', 'api.example', 'settled')).toBe(1);
    expect(calls('image', 'api.example', 'interrupted')).toBe(1);
    expect(calls('image', 'other.example:8080', 'settled')).toBe(1);
    expect(value('provider_calls_active', { capability: 'image', host: 'api.example' })).toBe(1);
    const paid = (capability: string) =>
      value('provider_cost_dollars_total', { capability, host: 'api.example' });
    expect([paid('script'), paid('image')]).toEqual([0.75, 0.06]);
    expect(value('provider_cost_today_dollars')).toBeCloseTo(0.1);

    expect(value('workers_alive')).toBe(2);
    expect(value('disk_free_bytes')).toBeGreaterThan(0);
    expect([0, 1]).toContain(value('disk_ok'));
    expect(sampleOf(families, 'process_resident_memory_bytes')).toBeGreaterThan(0);
    const asked = await dashboardQueries();
    expect(asked.length).toBeGreaterThan(20);
    for (const { metric, labels } of asked) {
      const family = families.get(metric);
      expect([metric, family?.samples.length === 0]).toEqual([metric, false]);
      for (const label of labels)
        expect([metric, label, family?.samples.some((sample) => label in sample.labels)]).toEqual([
          metric,
          label,
          true,
        ]);
    }
    expect(text).not.toContain(TOLD_TO_NOBODY);
    expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
  });

  it('say the same to all who ask, also when what they tell of is gone', async () => {
    const told = await Promise.all([ask(), ask(), ask()]);
    for (const { text } of told) readExposition(text);
    const before = readExposition((await ask()).text);
    await db.video.deleteMany({ where: { status: { in: ['failed', 'completed'] } } });
    const after = readExposition((await ask()).text);
    expect(after.get('storyshort_failed_videos')?.samples).toEqual([]);
    expect(after.get('storyshort_render_frames_per_second')?.samples).toEqual([]);
    expect(sampleOf(after, 'storyshort_videos', { status: 'completed' })).toBe(0);
    // What was asked and paid stays so.
    for (const name of ['storyshort_provider_calls_total', 'storyshort_provider_cost_dollars_total'])
      expect(after.get(name)).toEqual(before.get(name));
  });

  it('follow the conventions of their names', async () => {
    const families = [...readExposition((await ask()).text)].filter(([name]) =>
      name.startsWith('storyshort_'),
    );
    expect(families.length).toBe(14);
    for (const [name, { type, help }] of families) {
      expect([name, name.endsWith('_total')]).toEqual([name, type === 'counter']);
      expect(name).not.toMatch(/_(ms|millis|minutes|kb|mb|usd)\b/);
      expect(help).toMatch(/\.$/);
    }
  });

  it('are all that is there', async () => {
    for (const [path, method] of [
      ['/', 'GET'],
      ['/metrics/', 'GET'],
      ['/healthz', 'GET'],
      ['/metrics', 'POST'],
      ['/metrics', 'HEAD'],
      ['//', 'GET'],
    ] as const)
      expect([path, method, (await ask(path, method)).status]).toEqual([path, method, 404]);
    expect((await ask('/metrics?of=all')).status).toBe(200);
  });

  it('say in one line why they cannot be told where the port is taken', async () => {
    const again = startMetricsServer(
      { ...ON_LOOPBACK, METRICS_PORT: port },
      { db, storage: storageOf() },
      silent,
    );
    await expect(again).rejects.toThrow(EnvError);
    await expect(again).rejects.toThrow(`127.0.0.1:${port} (EADDRINUSE). Set METRICS_PORT`);
  });

  it('answer 503 while the database is away, and again when it is back', async () => {
    const postgres = await openOwnPostgres();
    const theirs = openDb(postgres.url);
    const own = await startMetricsServer(ON_LOOPBACK, { db: theirs, storage: storageOf() }, silent);
    try {
      await startBoss(postgres.url, 'sender', silent).then((started) => started.stop({ graceful: false }));
      expect((await ask('/metrics', 'GET', portOf(own))).status).toBe(200);
      await postgres.whileAway(async () => {
        // A session that was open lives a moment longer than its server.
        const { text } = await waitFor('an answer of 503', async () => {
          const answer = await ask('/metrics', 'GET', portOf(own));
          return answer.status === 503 && answer;
        });
        expect(text).toContain('The database does not answer');
        expect(text).not.toMatch(/prisma|ECONNREFUSED|postgres:/i);
      });
      await waitFor('the metrics', async () => (await ask('/metrics', 'GET', portOf(own))).status === 200);
    } finally {
      await closeServer(own);
      await theirs.$disconnect();
      await postgres.close();
    }
  });
});

describe('the site', () => {
  const own = () => ({ DATABASE_URL: databaseUrl, DATA_DIR: dataDir });

  it('tells them on a port of their own, until it is stopped', async () => {
    const site = await startSite({ ...own(), METRICS_PORT: '0' });
    const line = await waitFor('the line that tells the port', () =>
      site.lines().find((said) => said.includes('Metrics are told.')),
    );
    const told = JSON.parse(line) as { address: string; port: number };
    expect(told.address).toBe('127.0.0.1');
    const { status, text } = await ask('/metrics', 'GET', told.port);
    expect(status).toBe(200);
    expect(readExposition(text).has('storyshort_workers_alive')).toBe(true);
    expect(await site.stop()).toBe(0);
    const socket = connect(told.port, '127.0.0.1');
    const [refused] = await once(socket, 'error');
    expect(refused).toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('listens nowhere else where nobody asks for them', async () => {
    const site = await startSite(own());
    expect(site.lines().join('\n')).not.toContain('Metrics');
    expect(await site.stop()).toBe(0);
  });
});
