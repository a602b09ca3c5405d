/** Sends what one attempt wants made to whoever is free, and hears what became of it. */
import { setTimeout as delay } from 'node:timers/promises';
import type { PgBoss } from 'pg-boss';
import type { Attempt } from '#jobs/db/attempts/attempt-writes.server.ts';
import { readDeaths } from '#jobs/db/deaths/attempt-traces.server.ts';
import { Prisma } from '#jobs/db/generated/client.ts';
import type { Workshop } from '#jobs/making/workshop.ts';
import type { Errand, Errands } from '#jobs/ports/errands.ts';
import { traceparentHere } from '#jobs/ports/tracing.ts';
import type { CrewNews } from './crew-news.server';
import { type ErrandJob, errandOutcome, errandQueue } from './errand-queue';

/** How often is asked what became of those that are under way, ms. */
const ASK_MS = 250;

interface Sent {
  queue: string;
  settle(isMade: boolean): void;
}

interface Told {
  id: string;
  state: string;
  output: unknown;
}

/**
 * The errands of one attempt. A video that a worker died of is made by one alone, and so is the rest of it once a worker
 * died of an errand: it would take the next one with it.
 */
export class SentErrands implements Errands {
  readonly #workshop: Pick<Workshop, 'db' | 'log'>;
  readonly #boss: PgBoss;
  readonly #crew: CrewNews;
  readonly #attempt: Attempt;
  readonly #takesErrands: () => boolean;
  readonly #underWay = new Map<string, Sent>();
  #standing: Promise<{ isShared: boolean; ownerId: string | null }> | null = null;
  #hasLostOne = false;
  #isAsking = false;

  /**
   * @param takesErrands whether this worker takes errands now, those of its own films among them: while it does not, it
   *   waits for nobody
   */
  constructor(
    workshop: Pick<Workshop, 'db' | 'log'>,
    boss: PgBoss,
    { crew, attempt, takesErrands }: { crew: CrewNews; attempt: Attempt; takesErrands: () => boolean },
  ) {
    this.#workshop = workshop;
    this.#boss = boss;
    this.#crew = crew;
    this.#attempt = attempt;
    this.#takesErrands = takesErrands;
  }

  async send(errand: Errand, signal: AbortSignal): Promise<boolean> {
    const alike = await this.#crew.sharedWith(errand.kind);
    if (alike === null || this.#hasLostOne || !this.#takesErrands()) return false;
    this.#standing ??= this.#readStanding();
    const { isShared, ownerId } = await this.#standing;
    if (!isShared) return false;
    const queue = errandQueue(errand.kind, alike);
    const traceparent = traceparentHere();
    const job: ErrandJob = { ...this.#attempt, ...errand, ownerId, ...(traceparent && { traceparent }) };
    const id = await this.#boss.send(queue, job, { priority: -(await this.#before(queue, job)) });
    if (id === null) return false;
    try {
      return await this.#made(id, queue, signal);
    } finally {
      this.#underWay.delete(id);
      // One that nobody has begun yet is not begun any more.
      if (signal.aborted) await this.#boss.deleteJob(queue, id).catch(() => {});
    }
  }

  async #readStanding() {
    const { db } = this.#workshop;
    const { videoId } = this.#attempt;
    const [deaths, video] = await Promise.all([
      readDeaths(db, videoId),
      db.video.findUnique({ where: { id: videoId }, select: { ownerId: true } }),
    ]);
    return { isShared: deaths?.deaths === 0, ownerId: video?.ownerId ?? null };
  }

  /**
   * Behind how many that wait it belongs: those of the same person whose films are as near to their end or nearer. So
   * people take turns, and of each the film that lacks least is finished first.
   */
  async #before(queue: string, { ownerId, left }: ErrandJob): Promise<number> {
    const [row] = await this.#workshop.db.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM pgboss.job
      WHERE name = ${queue} AND state = 'created'
        AND data->>'ownerId' IS NOT DISTINCT FROM ${ownerId}::text AND (data->>'left')::int <= ${left}`;
    return row?.count ?? 0;
  }

  /** Makes by itself what nobody has begun. */
  async #takeBack(id: string): Promise<void> {
    const sent = this.#underWay.get(id);
    if (!sent) return;
    await this.#boss.deleteJob(sent.queue, id).catch(() => {});
    sent.settle(false);
  }

  #made(id: string, queue: string, signal: AbortSignal): Promise<boolean> {
    return new Promise((resolve, reject) => {
      const onAbort = () => reject(signal.reason);
      signal.addEventListener('abort', onAbort, { once: true });
      const settle = (isMade: boolean) => {
        signal.removeEventListener('abort', onAbort);
        resolve(isMade);
      };
      if (signal.aborted) return onAbort();
      this.#underWay.set(id, { queue, settle });
      void this.#ask();
    });
  }

  /** Asks for all that are under way, until none is. */
  async #ask(): Promise<void> {
    if (this.#isAsking) return;
    this.#isAsking = true;
    while (this.#underWay.size > 0) {
      await delay(ASK_MS);
      // A database that is away is asked again.
      const told = await this.#readTold().catch(() => []);
      for (const one of told) await this.#hear(one);
    }
    this.#isAsking = false;
  }

  async #readTold(): Promise<Told[]> {
    const ids = [...this.#underWay.keys()];
    if (ids.length === 0) return [];
    const queues = [...new Set([...this.#underWay.values()].map(({ queue }) => queue))];
    const { db } = this.#workshop;
    const rows = await db.$queryRaw<Told[]>`
      SELECT id::text, state::text, output FROM pgboss.job
      WHERE name IN (${Prisma.join(queues)}) AND id = ANY(${ids}::uuid[])`;
    const known = new Set(rows.map(({ id }) => id));
    // One that somebody removed is nobody's any more.
    return [
      ...rows,
      ...ids.filter((id) => !known.has(id)).map((id) => ({ id, state: 'gone', output: null })),
    ];
  }

  async #hear({ id, state, output }: Told): Promise<void> {
    if (state === 'active') return;
    if (state === 'created') {
      if (!this.#takesErrands()) await this.#takeBack(id);
      return;
    }
    const outcome = errandOutcome.safeParse(output);
    if (state === 'failed' && !outcome.success) {
      this.#hasLostOne = true;
      const { videoId } = this.#attempt;
      this.#workshop.log.warn({ videoId }, 'A worker died of an errand; the rest of this film is made here.');
    }
    this.#underWay.get(id)?.settle(outcome.success && outcome.data.end === 'made');
  }
}
