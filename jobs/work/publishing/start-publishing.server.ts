/** The part of the site that publishes films: jobs, consents, and what was left lying. */
import type { Job } from 'pg-boss';
import { listUnderWay } from '#jobs/db/publishing/publications.server.ts';
import { every } from '#jobs/work/duties/regular-duty.server.ts';
import { askConsents } from './ask-consents.server';
import type { PublishingHouse } from './publishing-house.server';
import { PUBLISH, publishJob, sendPublication } from './publishing-queue';
import { runPublication } from './run-publication.server';

/** How often is looked for codes that were typed, and for films that nobody is at, ms. */
const LOOK_MS = 2_000;
/** Published at once: they wait for others' machines, and share the way there. */
const AT_ONCE = 2;
/** A row younger than this may still be on its way to its next job, ms. */
const GRACE_MS = 5_000;

/** Begins to publish. @returns what ends it */
export async function startPublishing(house: PublishingHouse): Promise<() => Promise<void>> {
  const { boss, log } = house;
  const ended = new AbortController();
  await boss.work(
    PUBLISH,
    { localConcurrency: AT_ONCE, pollingIntervalSeconds: 2 },
    async ([job]: Job<unknown>[]) => {
      if (job) await runPublication(house, publishJob.parse(job.data).publicationId, ended.signal);
    },
  );
  const timer = every(LOOK_MS, log, () => lookAfter(house, ended.signal), ended.signal);
  return async () => {
    clearInterval(timer);
    ended.abort();
    await boss.offWork(PUBLISH, { wait: false });
  };
}

async function lookAfter(house: PublishingHouse, signal: AbortSignal): Promise<void> {
  await askConsents(house, signal);
  await house.boss.supervise(PUBLISH);
  await requeueFilms(house);
}

/** Gives a job to each film that is to be published and has none, whoever died when. */
async function requeueFilms({ db, boss, log }: PublishingHouse): Promise<void> {
  for (const id of await listUnderWay(db, new Date(Date.now() - GRACE_MS))) {
    const jobs = await boss.findJobs(PUBLISH, { key: id });
    if (jobs.some(({ state }) => ['created', 'retry', 'active'].includes(state))) continue;
    await db.$transaction((tx) => sendPublication(boss, tx, id));
    log.warn({ publicationId: id }, 'A film to be published had no job; it was queued again.');
  }
}
