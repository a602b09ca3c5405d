/** All that a worker takes from the queues. */
import type { JobWithMetadata, PgBoss } from 'pg-boss';
import type { WorkerAbilities } from '#jobs/db/workers/worker-abilities.ts';
import type { Env } from '#jobs/env.server.ts';
import type { Workshop } from '#jobs/making/workshop.ts';
import { AUDITION } from '#jobs/work/audition-queue.ts';
import { takeAuditions } from '#jobs/work/auditions.server.ts';
import { advanceAfter } from '#jobs/work/batches/advance-batch.server.ts';
import { PROCESS_VIDEO, PROCESS_VIDEO_DEAD, type ProcessVideo } from '#jobs/work/process-video.ts';
import { buryVideo } from '#jobs/work/reconcile.server.ts';
import { takeVideo } from '#jobs/work/suspects/take-video.server.ts';
import { WorkLine } from '#jobs/work/suspects/work-line.ts';
import type { CrewNews } from './crew-news.server';
import { JobTaker, type Taking } from './job-taker.server';
import { leaveErrands, takeErrands } from './take-errands.server';

interface TakerParts {
  env: Pick<Env, 'WORKER_CONCURRENCY'>;
  workshop: Workshop;
  boss: PgBoss;
  crew: CrewNews;
  abilities: WorkerAbilities;
  shutdown: AbortSignal;
}

/**
 * Videos, errands, auditions and what could not be made; nothing is taken before it is started.
 * @returns also whether errands are taken now
 */
export function openTaker(parts: TakerParts): { taker: JobTaker; takesErrands: () => boolean } {
  const { env, workshop, boss, crew, abilities, shutdown } = parts;
  const line = new WorkLine(env.WORKER_CONCURRENCY, (isClosed) => taker.set('alone', isClosed));
  shutdown.addEventListener('abort', () => line.end(), { once: true });
  const videos: Taking = {
    begin: () =>
      boss.work(
        PROCESS_VIDEO,
        {
          includeMetadata: true,
          localConcurrency: env.WORKER_CONCURRENCY,
          pollingIntervalSeconds: 1,
          // A notice tells of a new job, nobody of one that waited for a place or for its next attempt.
          notifyPollingIntervalSeconds: 1,
        },
        async ([job]: JobWithMetadata<ProcessVideo>[]) => {
          if (!job) return;
          const taken = takeVideo({ workshop, boss, line, crew, abilities }, job, shutdown);
          taker.working(taken);
          await taken;
          await advanceAfter({ ...workshop, boss }, job.data.videoId, workshop.log);
        },
      ),
    leave: () => boss.offWork(PROCESS_VIDEO, { wait: false }),
  };
  const errands: Taking = {
    begin: () => takeErrands(boss, workshop, abilities, { shutdown, working: (one) => taker.working(one) }),
    leave: () => leaveErrands(boss, abilities),
  };
  const auditions: Taking = {
    begin: () => takeAuditions(boss, workshop, shutdown),
    leave: () => boss.offWork(AUDITION, { wait: false }),
    goesOnIn: ['alone', 'drain'],
  };
  const dead: Taking = {
    begin: () =>
      boss.work<ProcessVideo>(PROCESS_VIDEO_DEAD, { pollingIntervalSeconds: 2 }, async ([job]) => {
        if (job) await buryVideo(workshop, job.data.videoId);
      }),
    leave: () => boss.offWork(PROCESS_VIDEO_DEAD, { wait: false }),
    goesOnIn: ['alone', 'trouble', 'drain'],
  };
  const taker = new JobTaker([videos, errands, auditions, dead], workshop.log);
  return { taker, takesErrands: () => taker.takes(errands) };
}
