import { setTimeout as delay } from 'node:timers/promises';
import type { StatusAnswer, Transition } from './api-client';

const FINISHED = new Set(['completed', 'failed', 'cancelled']);

/** What of an answer tells how far a video is. */
type Watched = Pick<StatusAnswer, 'status' | 'progress' | 'stage' | 'cursor' | 'transitions'> & {
  /** Whether it waits for somebody to look at its storyboard: nothing more becomes of it by itself. */
  isHeld?: boolean;
};

interface Watch {
  pollMs?: number;
  onTransition?: (transition: Transition) => void;
  /** Ends the watching, and nothing else. */
  signal?: AbortSignal | undefined;
  /** An answer that could not be had; the watch goes on unless it throws. @param times how often in a row by now */
  onTrouble?: (error: unknown, times: number) => void;
}

/**
 * Follows a video to its end, telling each change of state or stage, and every transition from the first on.
 * @throws what `onTrouble` throws, by default any trouble; the signal's reason
 */
export async function watchVideo<Answer extends Watched>(
  api: { status(videoId: string, since: string): Promise<Answer> },
  videoId: string,
  onChange: (status: Answer) => void,
  { pollMs = 500, onTransition = () => {}, signal, onTrouble = rethrow }: Watch = {},
): Promise<Answer> {
  let last = '';
  let cursor = '0';
  let troubles = 0;
  for (;;) {
    const status = await api.status(videoId, cursor).catch((error: unknown) => {
      signal?.throwIfAborted();
      troubles += 1;
      onTrouble(error, troubles);
      return null;
    });
    if (status) {
      troubles = 0;
      cursor = status.cursor;
      for (const transition of status.transitions) onTransition(transition);
      const seen = `${status.status} ${status.progress} ${status.stage}`;
      if (seen !== last) onChange(status);
      last = seen;
      if (FINISHED.has(status.status) || status.isHeld === true) return status;
    }
    await delay(pollMs, undefined, { signal }).catch(() => signal?.throwIfAborted());
  }
}

function rethrow(error: unknown): never {
  throw error;
}

/** One line for a transition, as `npm run test:auto` prints it. */
export function transitionLine({ at, from, to, message }: Transition): string {
  return `${at.slice(11, 23)}  ${from ?? 'nothing'} → ${to}  ${message}`;
}

/** One line for each change, as the commands print it. */
export function statusLine(status: StatusAnswer): string {
  return `${new Date().toISOString().slice(11, 19)}  ${String(status.progress).padStart(3)} %  ${status.status.padEnd(16)}  ${status.stage}`;
}
