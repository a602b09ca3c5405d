/** The queue of voices that are to be heard: what the web sends and the worker takes. */
import type { Queue } from 'pg-boss';
import { z } from 'zod';
import { faultSchema } from '#jobs/story/film/stored/fault-schema.ts';

export const AUDITION = 'audition';

/** Somebody waits for it: what is not done at once is done for nobody. */
export const AUDITION_POLICY = {
  policy: 'standard',
  retryLimit: 0,
  expireInSeconds: 120,
  deleteAfterSeconds: 3600,
  notify: true,
} as const satisfies Omit<Queue, 'name'>;

/** What a job ends with. */
export const auditionOutcome = z.union([z.object({ key: z.string() }), z.object({ fault: faultSchema })]);
export type AuditionOutcome = z.infer<typeof auditionOutcome>;
