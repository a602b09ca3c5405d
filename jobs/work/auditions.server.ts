/** Lets a voice be heard: the site asks, a worker speaks, and what was spoken once is there for all who ask again. */
import { setTimeout as delay } from 'node:timers/promises';
import type { PgBoss } from 'pg-boss';
import { isDatabaseAway } from '#jobs/db/away/database-away.ts';
import { makeAudition } from '#jobs/making/made-audition.ts';
import type { Workshop } from '#jobs/making/workshop.ts';
import { StoryError, toFault } from '#jobs/story/film/fault.ts';
import { type Audition, auditionKey, auditionSchema } from '#jobs/story/order/voice/audition.ts';
import { AUDITION, type AuditionOutcome, auditionOutcome } from './audition-queue';
import type { Backend } from './commands.server';

/** A large model is read for seconds before its first word. */
const PATIENCE_MS = 60_000;
const LOOK_AGAIN_MS = 100;
/** At once in one worker: the films go on beside it. */
const AT_ONCE = 2;

/**
 * Has a sentence spoken.
 * @returns the key of its sound
 * @throws StoryError of the voice's own, or `audition_late` where no worker has answered
 */
export async function hearAudition(
  { boss, storage, plan }: Pick<Backend, 'boss' | 'storage' | 'plan'>,
  audition: Audition,
  signal: AbortSignal,
): Promise<string> {
  const key = auditionKey(audition, await plan());
  if (await storage.has(key)) return key;
  const jobId = await boss.send(AUDITION, audition);
  for (const giveUpAt = Date.now() + PATIENCE_MS; jobId !== null && Date.now() < giveUpAt; ) {
    await delay(LOOK_AGAIN_MS, undefined, { signal });
    const [job] = await boss.findJobs(AUDITION, { id: jobId });
    if (!job || job.state === 'created' || job.state === 'active') continue;
    const outcome = auditionOutcome.safeParse(job.output);
    if (!outcome.success) break;
    if ('fault' in outcome.data) throw new StoryError(outcome.data.fault);
    return outcome.data.key;
  }
  throw new StoryError({
    code: 'audition_late',
    message: 'Nobody has spoken in time: no worker is there, or all of them are busy.',
    hint: 'Try again in a moment. “npm run jobs” starts a worker where none runs.',
    retryable: true,
  });
}

/** Registers the worker's part. */
export async function takeAuditions(boss: PgBoss, workshop: Workshop, shutdown: AbortSignal): Promise<void> {
  const options = { localConcurrency: AT_ONCE, pollingIntervalSeconds: 1, notifyPollingIntervalSeconds: 1 };
  await boss.work<unknown, AuditionOutcome>(AUDITION, options, async ([job]) => {
    try {
      return { key: await makeAudition(workshop, auditionSchema.parse(job?.data), shutdown) };
    } catch (error) {
      if (isDatabaseAway(error)) throw error;
      workshop.log.info({ err: error }, 'A voice could not be heard.');
      return { fault: toFault(error) };
    }
  });
}
