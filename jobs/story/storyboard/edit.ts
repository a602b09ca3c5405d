/** What may be asked of a storyboard: each edit is a plain value, the same from a page, a program or a test. */
import { z } from 'zod';
import { sceneFields } from '#jobs/story/film/scene-content.ts';
import { ownMusicSchema } from '#jobs/story/order/options.ts';
import { MAX_TITLE_CHARACTERS } from '#jobs/story/order/title-text.ts';
import { speakerVoicesSchema } from '#jobs/story/order/voice/speaker-voice.ts';

const sceneId = z.uuid();
/** Behind which scene something goes; null for the film's beginning. */
const place = sceneId.nullable();

/** Options by name; null leaves one open again. Names and values are checked where the edit is applied. */
const optionsChange = z.record(
  z.string(),
  z.union([z.string(), z.number(), ownMusicSchema, speakerVoicesSchema, z.null()]),
);

export const editSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('set-scene'),
      scene: sceneId,
      change: z.strictObject(sceneFields).partial(),
    }),
    /** A new scene of these words; `id` is its own. */
    z.strictObject({
      kind: z.literal('add-scene'),
      id: sceneId,
      after: place,
      narration: sceneFields.narration,
      imagePrompt: sceneFields.imagePrompt,
      seed: sceneFields.seed,
    }),
    z.strictObject({ kind: z.literal('remove-scene'), scene: sceneId }),
    /** `id` is the copy's, which goes behind its original. */
    z.strictObject({ kind: z.literal('duplicate-scene'), scene: sceneId, id: sceneId }),
    z.strictObject({ kind: z.literal('move-scene'), scene: sceneId, after: place }),
    /** The words from `atWord` on, counted from 0, go to a new scene with the same picture, whose id is `id`. */
    z.strictObject({ kind: z.literal('split-scene'), scene: sceneId, atWord: z.int().min(1), id: sceneId }),
    /** Takes the next scene's words in; the scene's own picture and voice stay. */
    z.strictObject({ kind: z.literal('merge-scenes'), scene: sceneId }),
    /** Another picture of the same description. */
    z.strictObject({
      kind: z.literal('draw-again'),
      scene: sceneId,
      seed: sceneFields.seed,
      remark: sceneFields.remark,
    }),
    z.strictObject({
      kind: z.literal('set-film'),
      title: z.string().trim().max(MAX_TITLE_CHARACTERS).optional(),
      options: optionsChange.optional(),
    }),
  ])
  .refine(isKeepable, 'a text holds characters that cannot be kept')
  .meta({ id: 'Edit' });
export type Edit = z.infer<typeof editSchema>;

/** Whether all texts of a value can be stored: Postgres takes no NUL in JSON, and no half of a pair of surrogates. */
function isKeepable(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0');
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([name, part]) => isKeepable(name) && isKeepable(part));
}
