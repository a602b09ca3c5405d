/** Names, payload and policy of the queue: what the web sends and the worker takes. */
import type { Queue } from 'pg-boss';
import { z } from 'zod';
import type { QueueStanding } from '#jobs/db/queued-videos.server.ts';
import { TRACEPARENT } from '#jobs/ports/tracing.ts';
import type { VideoStatus } from '#jobs/story/film/status.ts';

export const PROCESS_VIDEO = 'process-video';
export const PROCESS_VIDEO_DEAD = 'process-video-dead';

export const processVideoSchema = z.object({
  videoId: z.uuid(),
  /** How often it has waited for a server that asked to be left alone. */
  rests: z.int().min(0).optional(),
  /** How often its attempt was cut short because the database was away. */
  cuts: z.int().min(0).optional(),
  /** How many of its attempts ended with a fault that may pass. */
  setbacks: z.int().min(0).optional(),
  /** Of the span that it is done for; absent where nothing is traced, and in jobs of older versions. */
  traceparent: z.string().regex(TRACEPARENT).optional().catch(undefined),
});
export type ProcessVideo = z.infer<typeof processVideoSchema>;

/** How many faults that may pass an attempt is sent again after. */
export const MOST_SETBACKS = 4;

/** How long an attempt waits after so many faults that may pass, ms: longer each time, and not all at once. */
export function setbackPause(setbacks: number, chance: number): number {
  return Math.min(60_000, 2_000 * 2 ** (setbacks - 1) * (1 + chance));
}

/** States in which nearly all of a film is made. */
const NEARLY_FINISHED: readonly VideoStatus[] = ['assets_generated', 'rendering'];

/**
 * A job's priority: films that are nearly finished go before all others, and of those a person's second waits for
 * everybody's first.
 */
export function videoPriority({ status, others }: QueueStanding): number {
  return NEARLY_FINISHED.includes(status) ? 1 : -others;
}

/**
 * Under the policy `exclusive` a key has at most one job that waits, runs or is to be retried, so that any
 * number of sends for one video make one job. The heartbeat tells a worker that died from one that is busy;
 * the next one carries on from what exists. The queue's own retries are for those deaths alone, and at once: an attempt
 * that fails sends the next one by itself (`jobs/work/attempts/run-attempt.server.ts`), and a video that kills its workers is
 * failed by its row (`jobs/work/suspects`). A job that has used all of them up all the same goes to the dead letter
 * queue, whose worker tells the video's row.
 */
export const PROCESS_VIDEO_POLICY = {
  policy: 'exclusive',
  retryLimit: 30,
  retryDelay: 1,
  retryBackoff: false,
  /** The shortest that pg-boss allows, s. */
  heartbeatSeconds: 10,
  /** An upper bound for one attempt, s; a dead worker is noticed by its heartbeat long before. */
  expireInSeconds: 6 * 3600,
  deadLetter: PROCESS_VIDEO_DEAD,
  notify: true,
} as const satisfies Omit<Queue, 'name'>;

export const PROCESS_VIDEO_DEAD_POLICY = {
  policy: 'standard',
  retryLimit: 10,
  retryDelay: 5,
  notify: true,
} as const satisfies Omit<Queue, 'name'>;
