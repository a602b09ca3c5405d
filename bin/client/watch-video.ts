import { setTimeout as delay } from 'node:timers/promises';
import type { ApiClient, StatusAnswer } from './api-client';

const FINISHED = new Set(['completed', 'failed', 'cancelled']);

/** Follows a video to its end, telling each change of state or stage. */
export async function watchVideo(
  api: ApiClient,
  videoId: string,
  onChange: (status: StatusAnswer) => void,
  { pollMs = 500 } = {},
): Promise<StatusAnswer> {
  let last = '';
  for (;;) {
    const status = await api.status(videoId);
    const seen = `${status.status} ${status.progress} ${status.stage}`;
    if (seen !== last) onChange(status);
    last = seen;
    if (FINISHED.has(status.status)) return status;
    await delay(pollMs);
  }
}

/** One line for each change, as the commands print it. */
export function statusLine(status: StatusAnswer): string {
  return `${new Date().toISOString().slice(11, 19)}  ${String(status.progress).padStart(3)} %  ${status.status.padEnd(16)}  ${status.stage}`;
}
