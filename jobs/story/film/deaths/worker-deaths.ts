/**
 * Which video it is that kills its workers, from what is known of its attempts. A worker may die of anything: only a
 * death after which nothing more was made than before speaks against the video that it had in hand.
 */
import type { Fault } from '#jobs/story/film/fault.ts';
import type { VideoStatus } from '#jobs/story/film/status.ts';

/** So many deaths in a row, nothing having been made between them, fail the video. */
export const MOST_DEATHS = 3;

/** More than there are ranks: what is made counts before the state, which may fall while something is made again. */
const RANKS = 8;
const RANK: Record<VideoStatus, number> = {
  ...{ pending: 0, assets_missing: 1, script_generated: 1, assets_generated: 2, rendering: 3 },
  ...{ completed: 4, failed: 0, cancelled: 0 },
};

/** How far a video is, as a number that rises with every take, with its script and its states. */
export function reachOf({ status, takes }: { status: VideoStatus; takes: number }): number {
  return takes * RANKS + RANK[status];
}

/** What a video's row keeps of its attempts. */
export interface AttemptTrace {
  /** The worker whose attempt has begun and not ended in order; null where none is open. */
  workerId: string | null;
  /** The farthest that it was when an attempt began. */
  reach: number;
  /** Deaths in a row as they were counted when the last attempt began. */
  deaths: number;
}

/**
 * How many workers in a row died of the video, as far as can be told: an open attempt of another worker is one that
 * died, as the queue gives a job to one worker after the other. One who was killed after it had made something may have
 * been killed by anything, and is the first in a row.
 * @param reach how far it is now
 * @param asking the worker that wants to know: its own open attempts ended without the row being told, as where the
 *   database was away
 */
export function deathsOf(trace: AttemptTrace, reach: number, asking: string): number {
  const hasDied = trace.workerId !== null && trace.workerId !== asking;
  return (reach > trace.reach ? 0 : trace.deaths) + (hasDied ? 1 : 0);
}

/** What a row keeps once a worker has begun its attempt. */
export function traceOfBeginning(trace: AttemptTrace, reach: number, worker: string): AttemptTrace {
  return {
    workerId: worker,
    reach: Math.max(trace.reach, reach),
    deaths: deathsOf(trace, reach, worker),
  };
}

/** What a row keeps once an attempt has ended in order, whatever came of it. */
export const NOTHING_OPEN = { workerId: null } as const satisfies Partial<AttemptTrace>;

/** What a row keeps where a person decided what becomes of it, or its film is there: all is forgotten. */
export const UNTRIED: AttemptTrace = { workerId: null, reach: 0, deaths: 0 };

/** Why a video is failed that its workers die of, told from what it was at. */
export function deadlyFault(video: { status: VideoStatus; activity: string | null }): Fault {
  return {
    code: 'worker_died',
    message: `The worker died ${MOST_DEATHS} times in a row of this video, ${whileAt(video)}.`,
    hint: 'Check that the machine has enough memory, or change what it was at; then press Retry: only what is missing is made.',
    // Nobody but a person may let it end more workers, which have other videos in hand.
    retryable: false,
  };
}

function whileAt({ status, activity }: { status: VideoStatus; activity: string | null }): string {
  const [, number, what] = /^scene (\d+): (voice|picture)$/.exec(activity ?? '') ?? [];
  if (number && what) return `the last time while it made the ${what} of scene ${number}`;
  if (status === 'pending') return 'while its script was written';
  if (status === 'rendering') return 'while its frames were drawn and joined';
  return 'while its voices, pictures and frames were made';
}
