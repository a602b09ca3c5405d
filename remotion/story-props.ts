/**
 * The contract between whoever makes a story's assets and the film that is drawn of them.
 *
 * Times are milliseconds on the scene's own clock (0 = the scene's first frame); sizes are pixels.
 * Every asset is a URL that the page or the renderer can load without a network.
 */
import { z } from 'zod';

/** Frames per second of every film. */
export const FPS = 30;

/** Film formats by aspect ratio, with their picture size in px. */
export const FORMATS = {
  '9:16': { width: 1080, height: 1920 },
  '1:1': { width: 1080, height: 1080 },
  '16:9': { width: 1920, height: 1080 },
} as const;

export const FORMAT_NAMES = ['9:16', '1:1', '16:9'] as const;
export type FormatName = (typeof FORMAT_NAMES)[number];

/** How the words are set: see `captions.ts` for the grouping and `CaptionTrack.tsx` for the looks. */
export const CAPTION_STYLES = ['pop', 'karaoke', 'subtle', 'big'] as const;
export type CaptionStyle = (typeof CAPTION_STYLES)[number];

/** One spoken word exactly as the author wrote it, punctuation included. */
export const wordSchema = z.object({
  text: z.string().min(1),
  startMs: z.number().nonnegative(),
  endMs: z.number().nonnegative(),
});
export type Word = z.infer<typeof wordSchema>;

/** What is needed to draw a scene's picture: the image, or a plain card where there is none. */
export const shotSchema = z.object({
  /** URL of the scene's picture; null draws a plain card in the scene's own colours. */
  pictureUrl: z.string().min(1).nullable(),
  /** Chooses the camera move; the same seed always moves the same way. */
  seed: z.number().int().nonnegative(),
});
export type Shot = z.infer<typeof shotSchema>;

export const sceneSchema = z.object({
  shot: shotSchema,
  words: z.array(wordSchema),
  /** Length of the scene: its speech and a breath. */
  durationMs: z.number().positive(),
});
export type SceneProps = z.infer<typeof sceneSchema>;

/** One scene's stretch of the film, drawable before any other scene is ready. */
export const segmentPropsSchema = z.object({
  format: z.enum(FORMAT_NAMES),
  captionStyle: z.enum(CAPTION_STYLES),
  scene: sceneSchema,
  /** The shot that the transition leaves, or null in the first scene. */
  previousShot: shotSchema.nullable(),
  /** The film's title, shown over the first scene only; null elsewhere. */
  title: z.string().nullable(),
  /** True in the last scene, which ends softly. */
  isLast: z.boolean(),
});
export type SegmentProps = z.infer<typeof segmentPropsSchema>;

/** The whole film, for Remotion Studio and for the player in the page. */
export const storyPropsSchema = z.object({
  title: z.string(),
  format: z.enum(FORMAT_NAMES),
  captionStyle: z.enum(CAPTION_STYLES),
  scenes: z.array(sceneSchema.extend({ audioUrl: z.string().min(1).nullable() })).min(1),
});
export type StoryProps = z.infer<typeof storyPropsSchema>;
