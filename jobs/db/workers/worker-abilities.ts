import { z } from 'zod';
import { ERRAND_KINDS } from '#jobs/ports/errands.ts';

/** What a worker says of itself, for the others and for people. */
export const workerAbilities = z.object({
  /** Processors that it may keep busy. */
  cores: z.int().min(1),
  /** By the same name two workers make the very same; absent for what it does not do for others. */
  errands: z.partialRecord(z.enum(ERRAND_KINDS), z.string()),
  /** Voices that are there on its machine alone, by the names that options have for them. */
  voices: z.array(z.string()),
  /** Which engines it asks, for people. */
  engines: z.record(z.string(), z.string()),
});
export type WorkerAbilities = z.infer<typeof workerAbilities>;
