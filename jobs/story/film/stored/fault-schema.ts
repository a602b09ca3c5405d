import { z } from 'zod';
import type { Fault } from '#jobs/story/film/fault.ts';

/** A fault as it is stored. */
export const faultSchema: z.ZodType<Fault> = z.object({
  code: z.string(),
  message: z.string(),
  hint: z.string(),
  retryable: z.boolean(),
});

/** A fault as it stands in a column, or none. @throws ZodError for anything else */
export const storedFault = (stored: unknown): Fault | null =>
  stored === null ? null : faultSchema.parse(stored);
