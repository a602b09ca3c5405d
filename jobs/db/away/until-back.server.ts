import { setTimeout as delay } from 'node:timers/promises';
import { isDatabaseAwayIn } from './database-away';

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 1000;

export interface Patience {
  /** Ends the waiting with its reason. */
  signal?: AbortSignal;
  /** How long a database that is away is waited for, ms; by default for as long as it takes. */
  patienceMs?: number;
}

/**
 * Asks the database, and asks again while it is away.
 * @param ask may be carried out although its answer was lost: it must bear being repeated. It is told whether it
 *   is.
 * @throws what `ask` throws otherwise, the signal's reason, or the last fault when the patience is at its end.
 */
export async function untilBack<T>(
  ask: (isRepeated: boolean) => Promise<T>,
  { signal, patienceMs = Number.POSITIVE_INFINITY }: Patience = {},
): Promise<T> {
  const giveUpAt = Date.now() + patienceMs;
  for (let pauseMs = FIRST_PAUSE_MS, isRepeated = false; ; isRepeated = true) {
    try {
      return await ask(isRepeated);
    } catch (error) {
      if (!isDatabaseAwayIn(error) || Date.now() > giveUpAt) throw error;
    }
    signal?.throwIfAborted();
    await delay(pauseMs);
    signal?.throwIfAborted();
    pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 2);
  }
}
