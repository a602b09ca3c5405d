/** What is kept of a film that is to be published, as it was when that was asked for. Pure. */
import { z } from 'zod';
import { CATEGORY_IDS, PRIVACIES, type PublishingWishes, type PublishingWords } from './publishing-choices';

export const publishingWordsSchema = z.object({
  title: z.string(),
  description: z.string(),
}) satisfies z.ZodType<PublishingWords>;

export const publishingWishesSchema = z.object({
  privacy: z.enum(PRIVACIES),
  madeForKids: z.boolean(),
  category: z.enum(CATEGORY_IDS),
}) satisfies z.ZodType<PublishingWishes>;

/** Storage keys of the film as it is published; it may be made anew meanwhile. */
export const filmFilesSchema = z.object({
  film: z.string(),
  poster: z.string().nullable(),
  captions: z.string().nullable(),
  subtitles: z.string().nullable(),
});
export type FilmFiles = z.infer<typeof filmFilesSchema>;

/** What is known of the film beyond its words. */
export const filmFactsSchema = z.object({
  /** BCP 47 tag of what is spoken. */
  language: z.string(),
  durationMs: z.number().nullable(),
  /** Whether people are to be told that artificial intelligence had a part in it: see docs/provenance.md. */
  madeWithAi: z.boolean(),
});
export type FilmFacts = z.infer<typeof filmFactsSchema>;
