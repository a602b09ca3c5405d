import { setTimeout as delay } from 'node:timers/promises';
import type { ApiClient, StatusAnswer, Transition } from './api-client';

const FINISHED = new Set(['completed', 'failed', 'cancelled']);

/** Follows a video to its end, telling each change of state or stage, and every transition from the first on. */
export async function watchVideo(
  api: ApiClient,
  videoId: string,
  onChange: (status: StatusAnswer) => void,
  { pollMs = 500, onTransition = (_: Transition): void => {} } = {},
): Promise<StatusAnswer> {
  let last = '';
  let cursor = '0';
  for (;;) {
    const status = await api.status(videoId, cursor);
    cursor = status.cursor;
    for (const transition of status.transitions) onTransition(transition);
    const seen = `${status.status} ${status.progress} ${status.stage}`;
    if (seen !== last) onChange(status);
    last = seen;
    if (FINISHED.has(status.status)) return status;
    await delay(pollMs);
  }
}

/** One line for a transition, as `npm run test:auto` prints it. */
export function transitionLine({ at, from, to, message }: Transition): string {
  return `${at.slice(11, 23)}  ${from ?? 'nothing'} → ${to}  ${message}`;
}

/** One line for each change, as the commands print it. */
export function statusLine(status: StatusAnswer): string {
  return `${new Date().toISOString().slice(11, 19)}  ${String(status.progress).padStart(3)} %  ${status.status.padEnd(16)}  ${status.stage}`;
}
