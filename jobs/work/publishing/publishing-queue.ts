/** The queue of films that are to be published. */
import { fromPrisma, type PgBoss, type Queue } from 'pg-boss';
import { z } from 'zod';
import type { DbTransaction } from '#jobs/db/client.server.ts';

export const PUBLISH = 'publish-film';

export const publishJob = z.object({ publicationId: z.uuid() });
type PublishJob = z.infer<typeof publishJob>;

/**
 * Under `stately` one job of a publication runs and one waits, so that a try sends the next one by itself. The heartbeat
 * tells a site that died from one that is busy; the queue's own retries are for those deaths.
 */
export const PUBLISH_POLICY = {
  policy: 'stately',
  retryLimit: 1000,
  retryDelay: 1,
  retryBackoff: false,
  heartbeatSeconds: 10,
  expireInSeconds: 6 * 3600,
  deleteAfterSeconds: 3600,
} as const satisfies Omit<Queue, 'name'>;

/** Adds a publication's job unless one waits; joins the transaction. @param restMs for how long it waits */
export async function sendPublication(
  boss: PgBoss,
  tx: DbTransaction,
  publicationId: string,
  restMs = 0,
): Promise<void> {
  await boss.send(PUBLISH, { publicationId } satisfies PublishJob, {
    ...{ db: fromPrisma(tx), singletonKey: publicationId },
    ...(restMs > 0 && { startAfter: new Date(Date.now() + restMs) }),
  });
}
