/** A worker's attempts one by one, in this process: each may go through, meet a fault, or stand still for good. */
import pLimit from 'p-limit';
import type { JobWithMetadata } from 'pg-boss';
import { StoryError } from '#jobs/story/film/fault.ts';
import { runAttempt } from '#jobs/work/attempts/run-attempt.server.ts';
import { PROCESS_VIDEO, PROCESS_VIDEO_DEAD, type ProcessVideo } from '#jobs/work/process-video.ts';
import { buryVideo, requeueOrphans } from '#jobs/work/reconcile.server.ts';
import type { CountedHouse } from '#tests/support/storyboards/counted-house.ts';
import { toldWorkshop } from './told-workshop';

/** What becomes of an attempt at a step, counted from 0. */
export interface Mishap {
  kind: 'stands still' | 'fault';
  at: number;
}

/** What any machine meets, and what may pass. */
const FAULT = {
  code: 'bad_weather',
  message: 'The weather is bad.',
  hint: 'Wait for better weather.',
  retryable: true,
} as const;

export class CrashingWorker {
  readonly #house: CountedHouse;
  /** Lets the attempts go on that stand still. */
  readonly #stalled: { goOn(): void; ended: Promise<void> }[] = [];

  constructor(house: CountedHouse) {
    this.#house = house;
  }

  /**
   * Takes the next job, whose time has come whenever it was to be, and works on it to its end, or until it stands still:
   * then the job is as one whose worker died.
   * @returns false where there is no job
   */
  async work(mishap: Mishap | null): Promise<boolean> {
    const { db, backend } = this.#house;
    await db.$executeRaw`UPDATE pgboss.job SET start_after = now() WHERE state IN ('created', 'retry')`;
    await this.#bury();
    const [job] = await backend.boss.fetch<ProcessVideo>(PROCESS_VIDEO, { includeMetadata: true });
    if (!job) return false;
    const halt = Promise.withResolvers<void>();
    const stop = new AbortController();
    const released = Promise.withResolvers<void>();
    let step = 0;
    // As a process has them to itself: what one that stands still holds, no other waits for.
    const slots = { assetSlots: pLimit(4), drawingSlots: pLimit(1), renderSlots: pLimit(1) };
    const workshop = toldWorkshop({ ...this.#house.workshop, ...slots }, async () => {
      const isHit = mishap !== null && step++ >= mishap.at;
      if (!isHit) return;
      if (mishap.kind === 'fault') throw new StoryError(FAULT);
      halt.resolve();
      await released.promise;
    });
    const given = { ...job, signal: stop.signal } as JobWithMetadata<ProcessVideo>;
    const settled = runAttempt(workshop, backend.boss, given, stop.signal).then(
      () => backend.boss.complete(PROCESS_VIDEO, job.id),
      (error: Error) => backend.boss.fail(PROCESS_VIDEO, job.id, { message: error.message }),
    );
    const isOver = await Promise.race([settled.then(() => true), halt.promise.then(() => false)]);
    if (isOver) return true;
    const ended = settled.then(
      () => {},
      () => {},
    );
    this.#stalled.push({ goOn: released.resolve, ended });
    await backend.boss.fail(PROCESS_VIDEO, job.id, { message: 'heartbeat timeout' });
    return true;
  }

  /** Gives a job to a video that has none, as a worker's round does after a while. */
  async reconcile(): Promise<void> {
    const { db, backend, workshop } = this.#house;
    await db.$executeRaw`UPDATE video SET updated_at = updated_at - interval '10 s'`;
    await requeueOrphans({ db, boss: backend.boss, log: workshop.log });
  }

  /** Lets all that stood still go on, and waits until they have ended. */
  async goOn(): Promise<void> {
    for (const stalled of this.#stalled) stalled.goOn();
    await Promise.all(this.#stalled.map(({ ended }) => ended));
    this.#stalled.length = 0;
  }

  async #bury(): Promise<void> {
    const { boss } = this.#house.backend;
    const [dead] = await boss.fetch<ProcessVideo>(PROCESS_VIDEO_DEAD);
    if (!dead) return;
    await buryVideo(this.#house.workshop, dead.data.videoId);
    await boss.complete(PROCESS_VIDEO_DEAD, dead.id);
  }
}
