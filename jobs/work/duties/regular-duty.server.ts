import type { Logger } from 'pino';
import { isDatabaseAway } from '#jobs/db/away/database-away.ts';

/**
 * Repeats a duty, never twice at once, whatever becomes of a single round.
 * @param signal what a round throws once it is aborted is told to nobody
 * @returns to be cleared where it ends
 */
export function every(
  ms: number,
  log: Logger,
  duty: () => Promise<unknown>,
  signal?: AbortSignal,
): NodeJS.Timeout {
  let busy = false;
  return setInterval(() => {
    if (busy) return;
    busy = true;
    duty()
      .catch((error: unknown) => {
        if (signal?.aborted) return;
        if (isDatabaseAway(error)) log.warn('The database is away; a regular duty will be repeated.');
        else log.warn({ err: error }, 'A regular duty failed; it will be repeated.');
      })
      .finally(() => {
        busy = false;
      });
  }, ms);
}
