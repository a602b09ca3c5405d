/**
 * A project file's `project.json`: a video as it may be taken to another machine. Files are named as they lie in the
 * zip, and what was made goes by names that hold in this file alone: whoever reads it finds its own.
 */
import { z } from 'zod';
import { LONGEST_STORY_MS } from '#jobs/story/budget/scene-lengths.ts';
import { faultSchema } from '#jobs/story/film/stored/fault-schema.ts';
import { WORD_TIMINGS } from '#jobs/story/film/word-timing.ts';
import { MAX_STORY_LENGTH } from '#jobs/story/order/story-text.ts';
import { MAX_BOARD_SCENES, storyboardSchema } from '#jobs/story/storyboard/storyboard.ts';
import { layerSchema, wordSchema } from '#remotion/contract/story-props.ts';

export const PROJECT_FORMAT = 'storyshort-project';
/** Raised when an older StoryShort could not read the file any more. */
export const PROJECT_VERSION = 1;
/** Name of the description in the zip. */
export const PROJECT_ENTRY = 'project.json';
/** Folder of the files in the zip. */
export const PROJECT_FOLDER = 'assets/';

/** Most takes of a film that go along, and most things that a person sent for it. */
export const MAX_PROJECT_TAKES = 3000;
/** Most layers of a picture, and most words of a scene. */
const MAX_LAYERS = 40;
const MAX_WORDS = 2000;
/** Longer ones come of no description that a person or a model writes. */
const MAX_SCENE_CHARACTERS = 20_000;
/** Far more than are kept. */
const MAX_VERSIONS = 50;
const MAX_NUMBER = 1_000_000;
/** With all pauses that may be between scenes. */
const MAX_FILM_MS = 2 * LONGEST_STORY_MS;

/** A file in the zip: one below its folder, never a path that leads elsewhere. */
const assetPath = z.string().regex(/^assets\/[a-z0-9][a-z0-9._-]{0,150}$/);
/** See `fingerprint.server.ts`. */
const hash = z.string().regex(/^[0-9a-f]{24}$/);
const moment = z.iso.datetime();

/** By what an asset was made, when, and for how much. */
export const originSchema = z.object({
  engine: z.string().max(200),
  model: z.string().max(200),
  madeAt: moment,
  /** US dollars; 0 for the built-in engines. */
  costUsd: z.number().nonnegative(),
});
export type Origin = z.infer<typeof originSchema>;

const takeFields = { hash, sceneId: z.uuid(), at: moment, origin: originSchema.nullable() };

const projectTakeSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('voice'),
    ...takeFields,
    file: assetPath,
    words: z.array(wordSchema).max(MAX_WORDS),
    durationMs: z.number().int().positive().max(LONGEST_STORY_MS),
    wordTiming: z.enum(WORD_TIMINGS).nullable(),
  }),
  z.object({
    kind: z.literal('picture'),
    ...takeFields,
    file: assetPath,
    layers: z
      .array(layerSchema.omit({ url: true }).extend({ file: assetPath }))
      .min(1)
      .max(MAX_LAYERS)
      .nullable(),
    /** What is shown and heard in the picture's place, where it is the still of a clip. */
    clip: z.object({ film: assetPath, sound: assetPath.nullable() }).nullable(),
    note: faultSchema.nullable(),
  }),
  z.object({ kind: z.literal('segment'), ...takeFields, file: assetPath }),
]);
export type ProjectTake = z.infer<typeof projectTakeSchema>;

/** A take that a scene holds; one that is not current would be made anew by the next update. */
const heldSchema = z.object({ hash, isCurrent: z.boolean() }).nullable();
export type Held = z.infer<typeof heldSchema>;

const holdingsSchema = z.object({ voice: heldSchema, picture: heldSchema, segment: heldSchema });

/** A storyboard, with what was made of each of its scenes. */
const projectBoardSchema = z
  .object({ storyboard: storyboardSchema, holdings: z.array(holdingsSchema) })
  .refine(({ storyboard, holdings }) => storyboard.scenes.length === holdings.length)
  .refine(({ storyboard }) => storyboard.scenes.length <= MAX_BOARD_SCENES)
  .refine(({ storyboard: { scenes } }) =>
    scenes.every(
      ({ narration, imagePrompt }) => narration.length + imagePrompt.length <= MAX_SCENE_CHARACTERS,
    ),
  )
  .refine(({ storyboard: { title } }) => title.length <= MAX_SCENE_CHARACTERS)
  .refine(({ storyboard: { scenes } }) => new Set(scenes.map(({ id }) => id)).size === scenes.length);
export type ProjectBoard = z.infer<typeof projectBoardSchema>;

/** A finished film. */
const projectFilmSchema = z.object({
  hash,
  /** Whether it is what its storyboard says. */
  isCurrent: z.boolean(),
  film: assetPath,
  audio: assetPath,
  poster: assetPath,
  srt: assetPath,
  vtt: assetPath,
  durationMs: z.number().int().positive().max(MAX_FILM_MS),
});
export type ProjectFilm = z.infer<typeof projectFilmSchema>;

export const projectSchema = z.object({
  format: z.literal(PROJECT_FORMAT),
  version: z.literal(PROJECT_VERSION),
  exportedAt: moment,
  /**
   * Who drew the stretches that are current, as `PlanContext.compositionVersion` names it. Absent in older projects,
   * whose stretches are encoded otherwise than today and cannot be joined with new ones.
   */
  painter: z.string().max(200).optional(),
  story: z.string().max(MAX_STORY_LENGTH),
  titleGiven: z.boolean(),
  mood: z.string().max(80).nullable(),
  /** What was got round in the film as a whole. */
  note: faultSchema.nullable(),
  /** What the film is made of; without scenes where the script is still to be written. */
  board: projectBoardSchema,
  /** Why scenes have not their own picture, and voice, by their place. */
  errors: z.array(faultSchema.nullable()),
  voiceErrors: z.array(faultSchema.nullable()).default([]),
  /** The edited storyboard that the film is not made of yet. */
  draft: projectBoardSchema.nullable(),
  film: projectFilmSchema.nullable(),
  /** Newest first. */
  versions: z
    .array(
      z.object({
        number: z.number().int().positive().max(MAX_NUMBER),
        at: moment,
        board: projectBoardSchema,
        /** Null where only its storyboard goes along. */
        film: projectFilmSchema.nullable(),
      }),
    )
    .max(MAX_VERSIONS),
  takes: z.array(projectTakeSchema).max(MAX_PROJECT_TAKES),
  /** What a person sent: pictures, clips, speech, music. */
  uploads: z.array(z.object({ hash, file: assetPath })).max(MAX_PROJECT_TAKES),
  /** The composed music under the film. */
  music: assetPath.nullable(),
  /** Every file in the zip, to tell a damaged one. */
  files: z.record(
    assetPath,
    z.object({ bytes: z.number().int().nonnegative(), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  ),
});
export type Project = z.infer<typeof projectSchema>;

/** Why a description cannot be read. */
export type ProjectIssue = { kind: 'foreign' } | { kind: 'newer'; version: number };

const anyVersion = z.object({ format: z.literal(PROJECT_FORMAT), version: z.number().int() });

/** Reads a project's description; nothing of it is believed. */
export function readProject(text: string): Project | ProjectIssue {
  let value: unknown;
  try {
    value = JSON.parse(text, textOnly);
  } catch {
    return { kind: 'foreign' };
  }
  const project = projectSchema.safeParse(value);
  if (project.success) return project.data;
  const known = anyVersion.safeParse(value);
  return known.success && known.data.version > PROJECT_VERSION
    ? { kind: 'newer', version: known.data.version }
    : { kind: 'foreign' };
}

/** Lets no text through that no database keeps: NUL, or half a character. @throws TypeError */
function textOnly(key: string, value: unknown): unknown {
  for (const text of [key, value]) {
    if (typeof text === 'string' && (text.includes('\0') || !text.isWellFormed())) {
      throw new TypeError('Not a text.');
    }
  }
  return value;
}
