/** Names, payload and policy of the queue: what the web sends and the worker takes. */
import type { Queue } from 'pg-boss';
import { z } from 'zod';

export const PROCESS_VIDEO = 'process-video';
export const PROCESS_VIDEO_DEAD = 'process-video-dead';

export const processVideoSchema = z.object({
  videoId: z.uuid(),
  /** How often it has waited for a server that asked to be left alone. */
  rests: z.int().min(0).optional(),
  /** How often its attempt was cut short because the database was away. */
  cuts: z.int().min(0).optional(),
});
export type ProcessVideo = z.infer<typeof processVideoSchema>;

/**
 * Under the policy `exclusive` a key has at most one job that waits, runs or is to be retried, so that any
 * number of sends for one video make one job. The heartbeat tells a worker that died from one that is busy;
 * retries carry on from what exists. A job that has used them all up goes to the dead letter queue, whose
 * worker tells the video's row.
 */
export const PROCESS_VIDEO_POLICY = {
  policy: 'exclusive',
  retryLimit: 4,
  retryDelay: 2,
  retryBackoff: true,
  retryDelayMax: 60,
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
