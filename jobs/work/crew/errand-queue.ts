/** The queues of errands: one for each thing that workers make alike, so that whoever takes one can do it. */
import { createHash } from 'node:crypto';
import type { Queue } from 'pg-boss';
import { z } from 'zod';
import { ERRAND_KINDS, type ErrandKind } from '#jobs/ports/errands.ts';
import { TRACEPARENT } from '#jobs/ports/tracing.ts';

export const errandSchema = z.object({
  videoId: z.uuid(),
  fence: z.int(),
  kind: z.enum(ERRAND_KINDS),
  position: z.int().min(0),
  hash: z.string(),
  left: z.int().min(0),
  /** Whose film it is; null where nobody has an account. */
  ownerId: z.uuid().nullable(),
  /** Of the span that it is done for; absent where nothing is traced. */
  traceparent: z.string().regex(TRACEPARENT).optional().catch(undefined),
});
export type ErrandJob = z.infer<typeof errandSchema>;

/** What a job ends with. A worker that died says nothing. */
export const errandOutcome = z.object({
  end: z.enum(['made', 'unwanted', 'declined', 'stopped', 'failed']),
  /** The worker that did it. */
  by: z.uuid(),
});
export type ErrandOutcome = z.infer<typeof errandOutcome>;

const QUEUE = 'errand';

/** @param alike what `WorkerAbilities.errands` says of the kind */
export function errandQueue(kind: ErrandKind, alike: string): string {
  return `${QUEUE}.${kind}.${createHash('sha256').update(alike).digest('hex').slice(0, 16)}`;
}

export const isErrandQueue = (name: string): boolean => name.startsWith(`${QUEUE}.`);

/** Whoever asked is there and makes by itself what another did not: nothing is tried again, and nothing is kept. */
export const ERRAND_POLICY = {
  policy: 'standard',
  retryLimit: 0,
  /** The shortest that pg-boss allows, s. */
  heartbeatSeconds: 10,
  expireInSeconds: 3600,
  retentionSeconds: 24 * 3600,
  deleteAfterSeconds: 300,
  notify: true,
} as const satisfies Omit<Queue, 'name'>;
