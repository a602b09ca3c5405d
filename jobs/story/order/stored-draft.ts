/** A draft as it lies in a row until its film begins. */
import { z } from 'zod';
import type { StoryDraft } from './draft';
import { videoOptionsSchema } from './options';

const draftSchema = z.object({
  story: z.string(),
  title: z.string().nullable(),
  options: videoOptionsSchema,
});

/** @throws ZodError for anything else */
export function storedDraft(stored: unknown): StoryDraft {
  return draftSchema.parse(stored);
}
