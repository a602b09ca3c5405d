/** What is ready to be posted of a film, as the API answers it. */
import { z } from 'zod';
import { POST_FILE_STATES } from '#app/video/post/post-view.ts';
import { PLATFORM_NAMES } from '#jobs/story/post/platforms.ts';

const platform = z.enum(PLATFORM_NAMES);
const atMs = z.number().describe('ms of the film.');

const coverSchema = z
  .object({
    url: z.string().describe('A JPEG of the film’s own size.'),
    fileName: z.string(),
    atMs,
    scene: z.int().describe('Position of its scene, from 0.'),
    score: z.number().min(0).max(1),
    isPoster: z.boolean(),
  })
  .meta({ id: 'Cover' });

const platformPostSchema = z
  .object({
    platform,
    label: z.string(),
    title: z.string().nullable().describe('Null where its posts have none: the text begins with it.'),
    text: z.string().describe('What is put beside the film, hashtags included, within the platform’s limit.'),
    length: z.int().describe('Of the text, as the platform counts.'),
    most: z.int(),
    file: z.object({
      state: z
        .enum(POST_FILE_STATES)
        .describe(
          '`unknown` until a worker has looked at the film; `fits`: the film is taken as it is; `to_make`: it is made when it is asked for; `impossible`: nothing mends it but another film.',
        ),
      url: z.string().nullable(),
      fileName: z.string(),
      progress: z.int().min(0).max(100),
      message: z.string(),
    }),
  })
  .meta({ id: 'PlatformPost' });

export const postSchema = z
  .object({
    isLooking: z
      .boolean()
      .describe('Whether a worker is still to look at the film: no covers are known yet.'),
    language: z.string().describe('Of all texts: a BCP 47 tag.'),
    title: z.string(),
    description: z.string().describe('The story’s own opening, and that it was made with AI where it was.'),
    hashtags: z.array(z.string()).describe('Without their sign, the best first.'),
    chapters: z.array(z.object({ atMs, title: z.string() })),
    chapterText: z.string().describe('The chapters as lines that YouTube reads; empty for none.'),
    altText: z.string(),
    covers: z.array(coverSchema).describe('The best first.'),
    platforms: z.array(platformPostSchema),
  })
  .meta({ id: 'Post' });

export const askedFileSchema = z.object({ platform }).meta({ id: 'AskedFile' });
export const chosenCoverSchema = z
  .object({ atMs: atMs.describe('Of one of the covers, ms of the film.') })
  .meta({ id: 'ChosenCover' });
