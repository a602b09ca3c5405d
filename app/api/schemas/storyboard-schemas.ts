/** Storyboards and plans as the API answers them; the editor is given the same. */
import { z } from 'zod';
import { sceneFields } from '#jobs/story/film/scene-content.ts';
import { describedReadingSchema } from '#jobs/story/film/scene-reading.ts';
import { videoOptionsSchema } from '#jobs/story/order/options.ts';

const assetState = z
  .enum(['ready', 'stale', 'missing', 'none'])
  .describe('`stale`: another one is shown until the wanted one is made; `none`: nothing is wanted.');
const url = z.string().nullable().describe('A path on this site; null where there is nothing.');

export const takeSchema = z.object({
  hash: z.string(),
  imageUrl: z.string(),
  at: z.string().describe('ISO 8601'),
});

/** A scene of the draft, with what exists of it. */
export const editedSceneSchema = z
  .object({
    id: z.string().describe('Stays with the scene wherever it goes.'),
    ...sceneFields,
    reading: describedReadingSchema
      .nullable()
      .describe('What the description was printed from; null where somebody wrote it.'),
    position: z.int().describe('From 0.'),
    imageUrl: url.describe('What was drawn, also where it is not what is wanted any more.'),
    clipUrl: url,
    audioUrl: url,
    lengthMs: z.number().describe('In the film; expected where the voice is not there yet.'),
    voiceState: assetState,
    pictureState: assetState,
    isEdited: z.boolean().describe('Whether it differs from what the film was made of.'),
    fault: z.object({ message: z.string(), hint: z.string() }).nullable(),
    note: z.string().nullable(),
    takes: z.array(takeSchema).describe('Earlier pictures, to be taken back.'),
  })
  .meta({ id: 'Scene' });

export const storyboardAnswerSchema = z
  .object({
    revision: z.int(),
    title: z.string(),
    options: videoOptionsSchema,
    scenes: z.array(editedSceneSchema),
    isEdited: z.boolean().describe('Whether anything differs from what the film is made of.'),
    canUndo: z.boolean(),
    canRedo: z.boolean(),
  })
  .meta({ id: 'Storyboard' });

export const scenesSchema = z
  .object({ revision: z.int(), scenes: z.array(editedSceneSchema) })
  .meta({ id: 'Scenes' });

/** What an update of the film would make. */
export const planSchema = z
  .object({
    lines: z.array(
      z.object({
        what: z.enum(['voice', 'picture', 'stretch']),
        sceneId: z.string(),
        position: z.int(),
        reason: z.string(),
      }),
    ),
    staying: z.int().describe('Scenes of which everything stays.'),
    film: z.boolean().describe('Whether the film is put together anew.'),
    sound: z.boolean().describe('Whether its sound is mixed anew.'),
    music: z.boolean().describe('Whether music is composed for it.'),
    seconds: z.number().describe('From the person’s word to the film; 0 where nothing is to be made.'),
    cost: z.string().nullable().describe('Such as `$0.04`; null for free.'),
    refusal: z
      .object({ message: z.string(), hint: z.string() })
      .nullable()
      .describe('Why the operator’s limits forbid it; null where they do not.'),
  })
  .meta({ id: 'Plan' });

/** What an edit says of a file that was sent. */
export const ownFileSchema = z
  .union([
    z.object({ picture: sceneFields.picture, url: z.string(), imageUrl: z.string() }),
    z.object({ recording: sceneFields.recording.unwrap(), url: z.string() }),
  ])
  .meta({ id: 'OwnFile' });
