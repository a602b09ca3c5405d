/** The house's figures in Prometheus' form, read anew for each scrape. */
import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { VIDEO_STATUSES } from '#jobs/story/film/status.ts';
import type { Backend } from '#jobs/work/commands.server.ts';
import { type DiskState, diskNews } from '#jobs/work/health.server.ts';
import { type HouseFigures, readHouseFigures } from './house-figures.server';

/** How long the rows may take to be read, ms; scrapers give up after ten seconds by default. */
const READING_LIMIT_MS = 8000;
/** How many values a label may have: what others sent us must not make more. */
const MOST_VALUES = 50;
/** What stands for all values beyond. */
const OTHERS = 'others';

export interface HouseMetrics {
  readonly contentType: string;
  /**
   * What is to be answered to a scrape; all who ask at once are told the same.
   * @throws whatever keeps the rows from being read, or an Error where that takes too long
   */
  scrape(): Promise<string>;
}

/** Begins to count what this process does by itself, such as its memory. */
export function openHouseMetrics({ db, storage }: Pick<Backend, 'db' | 'storage'>): HouseMetrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const show = metricsIn(registry);
  const readDisk = diskNews(storage);
  let reading: Promise<string> | null = null;
  const read = async () => {
    show(await readHouseFigures(db), await readDisk());
    return registry.metrics();
  };
  return {
    contentType: registry.contentType,
    scrape: () => {
      reading ??= read().finally(() => {
        reading = null;
      });
      return withinLimit(reading);
    },
  };
}

async function withinLimit<T>(work: Promise<T>): Promise<T> {
  const over = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => over.reject(new Error(`The rows were not read within ${READING_LIMIT_MS} ms.`)),
    READING_LIMIT_MS,
  );
  try {
    return await Promise.race([work, over.promise]);
  } finally {
    clearTimeout(timer);
  }
}

/** Declares the house's metrics. @returns what gives them their values */
function metricsIn(registry: Registry): (figures: HouseFigures, disk: DiskState) => void {
  const gauge = <L extends string>(name: string, help: string, ...labelNames: L[]) =>
    new Gauge({ name: `storyshort_${name}`, help, labelNames, registers: [registry] });
  const counter = <L extends string>(name: string, help: string, ...labelNames: L[]) =>
    new Counter({ name: `storyshort_${name}`, help, labelNames, registers: [registry] });

  const jobs = gauge('queue_jobs', 'Jobs that are not done, by queue and state.', 'queue', 'state');
  const oldest = gauge(
    'queue_oldest_waiting_seconds',
    'For how long the first waiting job could have been taken; 0 where none waits.',
    'queue',
  );
  const videos = gauge('videos', 'Videos on the shelf, by status.', 'status');
  const failures = gauge('failed_videos', 'Videos on the shelf that failed, by code of the fault.', 'code');
  const median = gauge(
    'step_median_seconds',
    'Median of the time that the newest pieces of a kind took, by step and engine.',
    'step',
    'engine',
  );
  const p95 = gauge('step_p95_seconds', 'The same at the 95th percentile.', 'step', 'engine');
  const frames = gauge(
    'render_frames_per_second',
    'Tall frames (1080x1920) drawn in a second, newest scenes.',
  );
  const calls = counter(
    'provider_calls_total',
    'Calls to providers that ended, by capability, host and outcome.',
    'capability',
    'host',
    'outcome',
  );
  const active = gauge('provider_calls_active', 'Calls to providers under way.', 'capability', 'host');
  const paid = counter('provider_cost_dollars_total', 'US dollars paid to providers.', 'capability', 'host');
  const paidToday = gauge('provider_cost_today_dollars', 'US dollars paid since midnight (UTC).');
  const workers = gauge('workers_alive', 'Workers that were heard of within 30 seconds.');
  const free = gauge(
    'disk_free_bytes',
    'Room on the disk that films are kept on; 0 where it cannot be asked.',
  );
  const writable = gauge(
    'disk_ok',
    '1 where the disk takes what is written and has room for a film, else 0.',
  );

  return (figures, disk) => {
    // What is not there any more is not told any more.
    for (const metric of [jobs, oldest, failures, median, p95, frames, calls, active, paid]) metric.reset();
    for (const { queue, oldestS, waiting, resting, active: taken } of figures.queues) {
      jobs.set({ queue, state: 'waiting' }, waiting);
      jobs.set({ queue, state: 'resting' }, resting);
      jobs.set({ queue, state: 'active' }, taken);
      oldest.set({ queue }, oldestS);
    }
    for (const status of VIDEO_STATUSES) videos.set({ status }, 0);
    for (const { status, videos: count } of figures.videos) videos.set({ status }, count);
    for (const [at, { code, videos: count }] of figures.failures.entries()) {
      failures.inc({ code: at < MOST_VALUES && /^[a-z0-9_]{1,64}$/.test(code) ? code : OTHERS }, count);
    }
    for (const { step, engine, medianS, p95S } of figures.steps.slice(0, MOST_VALUES)) {
      median.set({ step, engine }, medianS);
      p95.set({ step, engine }, p95S);
    }
    if (figures.framesPerS === null) frames.remove();
    else frames.set(figures.framesPerS);
    for (const [
      at,
      { capability, host: named, paidUsd, active: open, ...ended },
    ] of figures.calls.entries()) {
      const host = at < MOST_VALUES ? named : OTHERS;
      calls.inc({ capability, host, outcome: 'settled' }, ended.settled);
      calls.inc({ capability, host, outcome: 'failed' }, ended.failed);
      calls.inc({ capability, host, outcome: 'interrupted' }, ended.interrupted);
      active.inc({ capability, host }, open);
      paid.inc({ capability, host }, paidUsd);
    }
    paidToday.set(figures.paidTodayUsd);
    workers.set(figures.workersAlive);
    free.set(disk.freeBytes);
    writable.set(disk.ok ? 1 : 0);
  };
}
