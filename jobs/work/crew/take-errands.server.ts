/** Takes errands of other workers, as many at once as this one makes for itself. */
import type { Job, PgBoss } from 'pg-boss';
import { isDatabaseAway } from '#jobs/db/away/database-away.ts';
import type { WorkerAbilities } from '#jobs/db/workers/worker-abilities.ts';
import { type LivingWorker, THIS_WORKER } from '#jobs/db/workers/workers.server.ts';
import { makeErrand } from '#jobs/making/errands/made-errand.ts';
import type { Workshop } from '#jobs/making/workshop.ts';
import type { ErrandKind } from '#jobs/ports/errands.ts';
import { AttemptEnded } from '#jobs/story/film/fault.ts';
import { watchAttempt } from '#jobs/work/attempts/watch-attempt.server.ts';
import { tracedErrand } from '#jobs/work/watching/traced-job.server.ts';
import { ERRAND_POLICY, type ErrandOutcome, errandQueue, errandSchema, isErrandQueue } from './errand-queue';

/** Voices wait on the machine's threads, which are several; pictures and segments fill the machine. */
const AT_ONCE: Record<ErrandKind, number> = { voice: 2, picture: 1, segment: 1 };
/** A notice tells of a new errand; what was missed is found so often, s. */
const LOOK_EVERY_S = 2;

/** The queues of what this worker makes for others. */
function errandQueues({ errands }: WorkerAbilities): { kind: ErrandKind; queue: string }[] {
  return Object.entries(errands).map(([kind, alike]) => ({
    kind: kind as ErrandKind,
    queue: errandQueue(kind as ErrandKind, alike),
  }));
}

/** Sees to it that the queues exist, and removes those of workers that are gone, such as older ones. */
export async function openErrandQueues(
  boss: PgBoss,
  abilities: WorkerAbilities,
  crew: readonly Pick<LivingWorker, 'abilities'>[],
): Promise<void> {
  for (const { queue } of errandQueues(abilities)) await boss.createQueue(queue, ERRAND_POLICY);
  const all = [{ abilities }, ...crew].flatMap((worker) => errandQueues(worker.abilities));
  const wanted = new Set(all.map(({ queue }) => queue));
  const gone = (await boss.getQueues()).filter(({ name }) => isErrandQueue(name) && !wanted.has(name));
  for (const { name } of gone) await boss.deleteQueue(name);
}

/**
 * Begins to take them.
 * @param working is told of each while it lasts
 */
export async function takeErrands(
  boss: PgBoss,
  workshop: Workshop,
  abilities: WorkerAbilities,
  { shutdown, working }: { shutdown: AbortSignal; working: (errand: Promise<unknown>) => void },
): Promise<void> {
  const options = { pollingIntervalSeconds: 1, notifyPollingIntervalSeconds: LOOK_EVERY_S };
  for (const { kind, queue } of errandQueues(abilities)) {
    for (let at = 0; at < AT_ONCE[kind]; at += 1) {
      const workId = await boss.work<unknown, ErrandOutcome>(queue, options, async ([job]) => {
        if (!job) return { end: 'unwanted', by: THIS_WORKER };
        const made = runErrand(workshop, job, shutdown);
        working(made);
        const outcome = await made;
        // The next one is looked for at once.
        boss.notifyWorker(workId);
        return outcome;
      });
    }
  }
}

/** Ends the taking; what is in hand goes on. */
export async function leaveErrands(boss: PgBoss, abilities: WorkerAbilities): Promise<void> {
  for (const { queue } of errandQueues(abilities)) await boss.offWork(queue, { wait: false });
}

async function runErrand(
  workshop: Workshop,
  job: Job<unknown>,
  shutdown: AbortSignal,
): Promise<ErrandOutcome> {
  const by = THIS_WORKER;
  const { videoId, fence, ownerId: _owner, traceparent, ...errand } = errandSchema.parse(job.data);
  const attempt = { videoId, fence };
  const log = workshop.log.child({ videoId, errand: errand.kind, position: errand.position });
  const ended = new AbortController();
  const stopWatching = watchAttempt(workshop, attempt, ended);
  const signal = AbortSignal.any([shutdown, ended.signal, job.signal]);
  try {
    const make = () => makeErrand({ ...workshop, log }, attempt, errand, signal);
    return { end: await tracedErrand(traceparent, errand, make), by };
  } catch (error) {
    // Whoever asked is there, and finds out for itself what stands in the way.
    if (signal.aborted || error instanceof AttemptEnded || isDatabaseAway(error))
      return { end: 'stopped', by };
    log.warn({ err: error }, 'An errand could not be done.');
    return { end: 'failed', by };
  } finally {
    stopWatching();
  }
}
