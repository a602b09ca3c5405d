/** Videos as the API answers them; pages are given the same. */
import { z } from 'zod';
import { MAX_SEARCH_LENGTH } from '#app/library/shelf-address.ts';
import { SHELF_SHOWS, SHELF_SORTS } from '#jobs/db/shelf/shelf-query.ts';
import { CHECK_STATES } from '#jobs/story/film/checks/film-finding.ts';
import { VIDEO_STATUSES } from '#jobs/story/film/status.ts';
import { decidedValuesOf, valuesOf } from '#jobs/story/order/option.ts';
import { OPTIONS } from '#jobs/story/order/option-registry.ts';

const moment = z.string().describe('ISO 8601');
const url = z.string().nullable().describe('A path on this site; null while there is nothing.');
const language = z.string().describe('A BCP 47 tag.');
const direction = z.enum(['ltr', 'rtl']);
const statusSchema = z.enum(VIDEO_STATUSES);

const sceneProgressSchema = z.object({
  position: z.int().describe('From 0, in the order of the film.'),
  narration: z.string(),
  imageUrl: url,
  audioUrl: url,
  durationMs: z.number().nullable(),
  state: z
    .enum(['waiting', 'making', 'ready', 'attention'])
    .describe('`attention`: the scene has not its own picture or voice.'),
  note: z.string().nullable().describe('What was got round, such as a refused picture; null for nothing.'),
});

const noteSchema = z.object({ code: z.string(), message: z.string(), hint: z.string() });

const transitionSchema = z.object({
  id: z.string().describe('Rises from one to the next; a decimal number of any length.'),
  from: statusSchema.nullable().describe('Null for the video’s creation.'),
  to: statusSchema,
  message: z.string(),
  at: moment,
});

const familySchema = z
  .array(
    z.object({
      id: z.string(),
      format: z.enum(valuesOf(OPTIONS.format)),
      burnIn: z.enum(valuesOf(OPTIONS.burnIn)).describe('Whether captions stand in its picture.'),
      captionLanguage: z
        .string()
        .describe(
          'BCP 47 tag of the language into which captions are translated; `auto` for that of the story.',
        ),
      status: statusSchema,
    }),
  )
  .describe('The videos of the same order, itself among them; none where it was ordered by itself.');

/** How far a video is. */
export const videoSchema = z
  .object({
    id: z.string(),
    title: z.string().describe('Empty until the author or the script gives one.'),
    language: language.describe('Of story, title and voice: a BCP 47 tag.'),
    direction,
    captionLanguage: language.describe('Of the captions: a BCP 47 tag.'),
    status: statusSchema,
    progress: z.number().min(0).max(100),
    stage: z.string().describe('What is happening, in a sentence.'),
    isHeld: z
      .boolean()
      .describe('Whether it waits, with its storyboard written, for somebody to look at it and go on.'),
    secondsLeft: z.number().nullable().describe('Estimated from what was measured; null while nothing was.'),
    error: noteSchema.extend({ retryable: z.boolean() }).nullable(),
    note: noteSchema.nullable().describe('What was got round in the film; it asks for nothing.'),
    attention: z.int().describe('Scenes without their own picture or voice, which may be fixed.'),
    checks: z
      .object({ state: z.enum(CHECK_STATES), found: z.int() })
      .nullable()
      .describe('Whether the film was looked at and how much was found; null while there is none.'),
    createdAt: moment,
    updatedAt: moment,
    durationMs: z.number().nullable().describe('Length of the film.'),
    videoUrl: url,
    audioUrl: url,
    captionsUrl: url,
    vttUrl: url,
    posterUrl: url,
    family: familySchema,
    storyboard: z.object({ scenes: z.array(sceneProgressSchema) }),
    cursor: z.string().describe('Id of the newest transition: what the next question’s `since` is.'),
    transitions: z.array(transitionSchema).describe('Those after `since`, oldest first; none without it.'),
  })
  .meta({ id: 'Video' });

/** A video as it stands on the shelf. */
export const shelvedVideoSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    language: language.describe('Of title and story: a BCP 47 tag.'),
    direction,
    format: z.enum(valuesOf(OPTIONS.format)),
    status: statusSchema,
    progress: z.number().min(0).max(100),
    stage: z.string(),
    attention: z.int(),
    imageUrl: url.describe('The poster, or the first picture while there is none.'),
    durationMs: z.number().nullable(),
    createdAt: moment,
    opening: z.string().describe('Beginning of the story, to tell untitled videos apart.'),
    download: z
      .object({ url: z.string(), fileName: z.string() })
      .nullable()
      .describe('Where the film can be taken from; null while there is none.'),
    sharePath: z.string().nullable().describe('Path of its link; null where it is not shared.'),
    relatives: z
      .int()
      .describe('Videos of the same order, itself among them; 0 where it was ordered by itself.'),
  })
  .meta({ id: 'ShelvedVideo' });

export const shelfSchema = z
  .object({
    videos: z.array(shelvedVideoSchema),
    next: z.string().nullable().describe('Address of the next page; null where there is none.'),
    previous: z.string().nullable(),
  })
  .meta({ id: 'Shelf' });

/** What may be asked of the shelf. */
export const shelfQuerySchema = z.object({
  q: z.string().max(MAX_SEARCH_LENGTH).optional().describe('Words that are all in title or story.'),
  show: z.enum(SHELF_SHOWS).optional().describe('`making` is everything unfinished, `ready` every film.'),
  style: z.enum(decidedValuesOf(OPTIONS.style)).optional(),
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .optional()
    .describe('A primary language.'),
  sort: z.enum(SHELF_SORTS).optional(),
  from: z.string().optional().describe('What follows this place; as `next` has it.'),
  to: z.string().optional().describe('What leads up to this place; as `previous` has it.'),
});

export const versionSchema = z
  .object({
    number: z.int().describe('From 1, in the order in which they were finished.'),
    at: moment,
    durationMs: z.number(),
    scenes: z.int(),
    title: z.string(),
    videoUrl: z.string(),
    posterUrl: z.string(),
    vttUrl: z.string(),
  })
  .meta({ id: 'Version' });

/** Where a new video is. */
export const madeVideoSchema = z
  .object({
    videoId: z.string(),
    videoUrl: z.string().describe('Its address in this API.'),
    pageUrl: z.string().describe('Its page.'),
  })
  .meta({ id: 'MadeVideo' });

/** What a film is expected to be, before it is ordered. */
export const estimateSchema = z
  .object({
    words: z.int().describe('Said in the film.'),
    durationMs: z.number().describe('Expected length of the film.'),
    usd: z.number().describe('What it is expected to cost, US dollars; 0 where nothing takes money.'),
    refusal: noteSchema
      .nullable()
      .describe('Why the operator’s limit for a film forbids it; null where it does not.'),
  })
  .meta({ id: 'Estimate' });

/** Where the videos of an order are. */
export const orderedVideoSchema = madeVideoSchema
  .extend({
    formats: z
      .array(z.string())
      .describe(
        'Ids of the videos in further formats, in the order’s own order; none where none were named.',
      ),
  })
  .meta({ id: 'OrderedVideo' });

export const importedVideoSchema = madeVideoSchema
  .extend({
    lost: z
      .array(
        z.object({
          what: z.enum(['voice', 'picture', 'stretch', 'film', 'music', 'upload']),
          position: z.int().nullable().describe('Place of its scene, from 0; null for the whole film’s.'),
        }),
      )
      .describe('What was missing or damaged, and is made anew with the next update.'),
  })
  .meta({ id: 'ImportedVideo' });
