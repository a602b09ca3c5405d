/** What tools that speak of one film are called with, and what those answer that only do something. */
import { z } from 'zod';

export const filmArguments = z.object({
  videoId: z.guid().describe('Of the film, as make_film and list_films tell it.'),
});

export const doneSchema = z.object({
  videoId: z.string(),
  pageUrl: z.string().describe('The film’s page, for people.'),
});

/** The film with which something was done. */
export function done(videoId: unknown): z.infer<typeof doneSchema> {
  return { videoId: String(videoId), pageUrl: `/video/${videoId}` };
}
