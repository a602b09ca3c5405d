import type { Logger } from 'pino';
import { type Attempt, isCurrent } from '#jobs/db/attempts/attempt-writes.server.ts';
import { isDatabaseAway } from '#jobs/db/away/database-away.ts';
import type { Db } from '#jobs/db/client.server.ts';
import { AttemptEnded } from '#jobs/story/film/fault.ts';

/** How often is asked whether an attempt is still wanted, ms: a cancel or a delete is felt within a second. */
const WATCH_MS = 500;

/**
 * Ends the work for an attempt when its video was cancelled, deleted, or taken by a newer attempt.
 * @returns what ends the watching
 */
export function watchAttempt(
  { db, log }: { db: Db; log: Logger },
  attempt: Attempt,
  ended: AbortController,
): () => void {
  let asking = false;
  const timer = setInterval(() => {
    if (asking) return;
    asking = true;
    isCurrent(db, attempt)
      .then((current) => {
        if (!current) ended.abort(new AttemptEnded('superseded'));
      })
      // The database may be away for a moment; the next tick asks again.
      .catch((error: unknown) => {
        if (!isDatabaseAway(error)) log.warn({ err: error }, 'The attempt could not be checked.');
      })
      .finally(() => {
        asking = false;
      });
  }, WATCH_MS);
  return () => clearInterval(timer);
}
