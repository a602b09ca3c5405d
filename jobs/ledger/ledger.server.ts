/**
 * The ledger: each call to a provider is written before it is made and settled after its result is safe. The
 * same rows hold all workers together to the limits of a server and to the operator's caps on spending.
 */
import { randomUUID } from 'node:crypto';
import pLimit, { type LimitFunction } from 'p-limit';
import { type Attempt, isCurrent } from '#jobs/db/attempts/attempt-writes.server.ts';
import { type Patience, untilBack } from '#jobs/db/away/until-back.server.ts';
import type { Db, DbTransaction } from '#jobs/db/client.server.ts';
import type { CallHooks, CallOutcome, PlannedCall } from '#jobs/ports/calls/call-hooks.ts';
import { systemClock } from '#jobs/ports/calls/clock.ts';
import { LONGEST_REST_MS, restingFault } from '#jobs/ports/calls/server-faults.ts';
import { diskFault } from '#jobs/ports/disk-fault.ts';
import { beginSpan, traced } from '#jobs/ports/tracing.ts';
import type { CostCaps } from '#jobs/story/budget/cost-caps.ts';
import type { Usd } from '#jobs/story/budget/usd.ts';
import { AttemptEnded, StoryError } from '#jobs/story/film/fault.ts';
import { admissionWaitMs } from './admission';
import {
  type CallSubject,
  callFacts,
  callHashOf,
  lostUsd,
  nameOf,
  outcomeFacts,
  rowOf,
  subjectFacts,
} from './call-subject';
import { interruptionFault, unusableFault } from './losses';
import { closeInterrupted, countLosses } from './lost-calls.server';
import { readRestMs, readTraffic } from './spending.server';
import { callLimitFault, filmLimitFault, isLimited, readOwner } from './spending-limits.server';

export const NO_CAPS: CostCaps = { perVideoUsd: null, perDayUsd: null };

/** Codes of what a look at a finished answer may find: that it is of no use. */
const OWN_VERDICTS = new Set(['picture_unusable', 'voice_unusable', 'script_unusable']);

/** Admissions under way at once in this process: waiting for the lock must not use up all connections. */
const ADMISSIONS_AT_ONCE = 2;
/** How long an admission may wait for a connection and for the lock, ms. */
const PATIENCE_MS = 30_000;
/**
 * How long a database that is away is waited for with a call that belongs to no film, ms: somebody looks on. A film's
 * calls wait for as long as it takes, so that what was paid for is written down and kept.
 */
const LOOKED_ON_MS = 15_000;

export class Ledger {
  readonly #db: Db;
  readonly #caps: CostCaps;
  readonly #turns: LimitFunction = pLimit(ADMISSIONS_AT_ONCE);

  constructor(db: Db, caps: CostCaps = NO_CAPS) {
    this.#db = db;
    this.#caps = caps;
  }

  /**
   * Runs `work` (the calls and the storing of their result) under the ledger. An entry that stays `started`
   * tells of a call that a crash interrupted. A paid call that was interrupted is made once more, and no oftener
   * until a person goes on with the video (see `losses.ts`).
   * @param attempt whose video the calls are made for; null for a call that belongs to none.
   * @throws whatever `work` throws; of the hooks, StoryError `cost_cap_video`, `cost_cap_day` and
   *   `cost_cap_person` before a call that could pass a cap, `call_interrupted_twice` and `answers_unusable` before one that may not be repeated,
   *   and AttemptEnded once the attempt is overtaken.
   */
  record<T>(
    attempt: Attempt | null,
    subject: CallSubject,
    work: (hooks: CallHooks) => Promise<T>,
  ): Promise<T> {
    return traced(subject.kind, subjectFacts(subject), () => this.#record(attempt, subject, work));
  }

  async #record<T>(
    attempt: Attempt | null,
    subject: CallSubject,
    work: (hooks: CallHooks) => Promise<T>,
  ): Promise<T> {
    /** Entries whose answer is there but not yet stored. */
    const answered: string[] = [];
    const patience = { ...(attempt === null && { patienceMs: LOOKED_ON_MS }) };
    const end = (state: 'settled' | 'failed' | 'interrupted') =>
      untilBack(() => this.#end(answered, state), patience);
    if (!subject.isCounted) {
      const id = randomUUID();
      await untilBack(() => this.#writeFree(id, attempt, subject), patience);
      answered.push(id);
    }
    try {
      const result = await work(this.#hooksFor(attempt, subject, answered, patience));
      await end('settled');
      return result;
    } catch (error) {
      // A fault is the outcome that they had; whatever else ended the work, such as a full disk, lost their result.
      const isOutcome = (error instanceof StoryError && !diskFault(error)) || !subject.isCounted;
      await end(isOutcome ? 'failed' : 'interrupted');
      if (error instanceof StoryError && OWN_VERDICTS.has(error.code))
        await untilBack(() => this.#spoil(answered.at(-1)), patience);
      throw error;
    }
  }

  /**
   * Holds what a film is still expected to cost against the caps, before anything of it is paid.
   * @throws StoryError `cost_cap_video`, `cost_cap_day` or `cost_cap_person`
   */
  async holdFilm({ videoId }: Attempt, expectedUsd: Usd): Promise<void> {
    const fault = await filmLimitFault(this.#db, this.#caps, videoId, expectedUsd);
    if (fault) throw new StoryError(fault);
  }

  /** Closes what a crash of an earlier attempt left open, before another one asks for anything. */
  async closeInterrupted(videoId: string): Promise<void> {
    await closeInterrupted(this.#db, videoId);
  }

  #hooksFor(
    attempt: Attempt | null,
    subject: CallSubject,
    answered: string[],
    patience: Patience,
  ): CallHooks {
    return {
      begin: async (call, signal) => {
        const id = randomUUID();
        const admit = (isRepeated: boolean) => this.#admit({ id, isRepeated }, attempt, subject, call);
        for (;;) {
          signal.throwIfAborted();
          const waitMs = await this.#turns(() => untilBack(admit, { ...patience, signal }));
          if (waitMs === 0) {
            const endSpan = beginSpan('call', callFacts(call));
            return async (outcome) => {
              endSpan(outcomeFacts(outcome, call), outcome.ok ? undefined : outcome.fault.code);
              await untilBack(() => this.#book(id, call, outcome), patience);
              if (outcome.ok) answered.push(id);
            };
          }
          await systemClock.wait(waitMs, signal);
        }
      },
    };
  }

  /**
   * One step for all workers: is there a place, is there money, and if so the entry that takes both.
   * @returns 0 with the entry written, or how long to wait before asking again, ms
   */
  async #admit(
    { id, isRepeated }: { id: string; isRepeated: boolean },
    attempt: Attempt | null,
    subject: CallSubject,
    call: PlannedCall,
  ): Promise<number> {
    const { capability, host, limits, estimate } = call;
    const callHash = callHashOf(subject, call);
    const isPaid = estimate.maximumUsd > 0;
    return this.#db.$transaction(
      async (tx) => {
        // The database went away after it had written the entry, and before it could say so.
        if (isRepeated && (await tx.providerCall.count({ where: { id } })) > 0) return 0;
        await lock(tx, `calls ${capability} ${host}`);
        const { nowMs, ...traffic } = await readTraffic(tx, capability, host);
        const restMs = await readRestMs(tx, host);
        if (restMs > LONGEST_REST_MS) throw restingFault(call, restMs);
        const waitMs = Math.max(restMs, admissionWaitMs(limits, traffic, nowMs));
        if (waitMs > 0) return waitMs;
        if (attempt && !(await isCurrent(tx, attempt))) throw new AttemptEnded('superseded');
        if (attempt) {
          const losses = await countLosses(tx, attempt.videoId, callHash);
          const what = nameOf(subject);
          const fault =
            unusableFault(what, losses, call.mostUnusable) ??
            interruptionFault(what, losses.interrupted, estimate);
          if (fault) throw new StoryError(fault);
        }
        const owner = attempt && (await readOwner(tx, attempt.videoId));
        const payer = { caps: this.#caps, videoId: attempt?.videoId ?? null, owner };
        if (isPaid && isLimited(payer)) {
          // Taken second by everybody, so that nobody waits for each other; held until the entry is written.
          await lock(tx, 'spending');
          const fault = await callLimitFault(tx, payer, estimate.maximumUsd);
          if (fault) throw new StoryError(fault);
        }
        await tx.providerCall.create({
          data: {
            ...rowOf(id, attempt, subject),
            ownerId: owner?.id ?? null,
            callHash,
            model: call.model,
            capability,
            host,
            costUsd: estimate.maximumUsd,
            expectedUsd: estimate.expectedUsd,
            startedAt: new Date(nowMs),
          },
        });
        return 0;
      },
      { maxWait: PATIENCE_MS, timeout: PATIENCE_MS },
    );
  }

  /** Books what the try cost, and gives its place free. */
  async #book(id: string, call: PlannedCall, outcome: CallOutcome): Promise<void> {
    const now = new Date();
    await this.#db.providerCall.updateMany({
      where: { id },
      data: outcome.ok
        ? { costUsd: outcome.costUsd, answeredAt: now }
        : {
            costUsd: lostUsd(outcome, call),
            answeredAt: now,
            endedAt: now,
            state: outcome.isInterrupted ? 'interrupted' : 'failed',
            unusable: outcome.unusable,
            restsUntil: outcome.retryAfterMs === null ? null : new Date(now.getTime() + outcome.retryAfterMs),
          },
    });
  }

  async #writeFree(id: string, attempt: Attempt | null, subject: CallSubject): Promise<void> {
    // Repeated, it is there already.
    await this.#db.providerCall.createMany({ data: [rowOf(id, attempt, subject)], skipDuplicates: true });
  }

  async #end(ids: readonly string[], state: 'settled' | 'failed' | 'interrupted'): Promise<void> {
    if (ids.length === 0) return;
    await this.#db.providerCall.updateMany({
      where: { id: { in: [...ids] } },
      data: { state, endedAt: new Date() },
    });
  }

  /** An answer that came whole, and of which a look of our own found that it is of no use. */
  async #spoil(id: string | undefined): Promise<void> {
    if (id) await this.#db.providerCall.update({ where: { id }, data: { unusable: true } });
  }
}

/** Held until the transaction ends. */
async function lock(tx: DbTransaction, name: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))`;
}
