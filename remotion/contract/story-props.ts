/**
 * The contract between whoever makes a story's assets and the film that is drawn of them.
 *
 * Times are milliseconds on the scene's own clock (0 = the scene's first frame); sizes are pixels.
 * Every asset is a URL that the page or the renderer can load without a network.
 */
import { z } from 'zod';
import { FORM_STYLES, formSchema, TEMPERS } from './forms';

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

/** How a scene's picture takes the place of the one before. */
export const TRANSITIONS = ['fade', 'slide', 'whip', 'cut'] as const;
export type Transition = (typeof TRANSITIONS)[number];

/** How a film is encoded: small and quick, as usual, or for further editing; see `encoding.ts`. */
export const ENCODINGS = ['draft', 'standard', 'high'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** One spoken word exactly as the author wrote it, punctuation included. */
export const wordSchema = z.object({
  text: z.string().min(1),
  startMs: z.number().nonnegative(),
  endMs: z.number().nonnegative(),
});
export type Word = z.infer<typeof wordSchema>;

/** What stirs in a layer of a picture besides the camera; see `layer-life.ts`. */
export const LAYER_LIVES = ['still', 'drift', 'rain', 'snow', 'glow', 'breathe', 'blink', 'talk'] as const;
export type LayerLife = (typeof LAYER_LIVES)[number];

/** How far a layer's image reaches beyond the frame on each side, as a fraction of the frame's size there. */
export const LAYER_BLEED = 0.08;

/**
 * A part of an area that is the frame and `LAYER_BLEED` around it: its left upper corner and size, as fractions
 * of the area's.
 */
export const layerBoxSchema = z.object({
  x: z.number().min(0).max(1),
  y: z.number().min(0).max(1),
  width: z.number().positive().max(1),
  height: z.number().positive().max(1),
});
export type LayerBox = z.infer<typeof layerBoxSchema>;

/** One of the images that a picture is laid of. */
export const layerSchema = z.object({
  /**
   * URL of an image of the frame and `LAYER_BLEED` around it: 1.16 times the format’s width and height. One of
   * rain or snow goes on at its top where it ends at its bottom.
   */
  url: z.string().min(1),
  /** From 0, the farthest, which hardly moves, to 1, the nearest. */
  depth: z.number().min(0).max(1),
  life: z.enum(LAYER_LIVES),
  /**
   * The part that the image covers where the rest of the layer is empty or never seen: what is not there need
   * not be drawn, in every frame. Without it the whole; rain and snow are always whole.
   */
  box: layerBoxSchema.optional(),
});
export type Layer = z.infer<typeof layerSchema>;

/** A nearer look at a part of a picture. */
export const framingSchema = z.object({
  /** From when on, ms. */
  atMs: z.number().nonnegative(),
  /** How much larger the picture is drawn, at least 1. */
  scale: z.number().min(1).max(2),
  /** What is in the middle, as fractions of the frame. */
  x: z.number().min(0).max(1),
  y: z.number().min(0).max(1),
});
export type Framing = z.infer<typeof framingSchema>;

/** A form with all that it is drawn from. */
export const formShotSchema = z.object({
  content: formSchema,
  /** The scene's words, as they are spoken. */
  words: z.array(wordSchema),
  /** Of the scene. */
  durationMs: z.number().positive(),
  style: z.enum(FORM_STYLES),
  temper: z.enum(TEMPERS),
});
export type FormShot = z.infer<typeof formShotSchema>;

/** What is needed to draw a scene's picture: the image, or a plain card where there is none. */
export const shotSchema = z.object({
  /** URL of the scene's picture; null draws a plain card in the scene's own colours. */
  pictureUrl: z.string().min(1).nullable(),
  /** Chooses the camera move; the same seed always moves the same way. */
  seed: z.number().int().nonnegative(),
  /** The same picture in layers from far to near, drawn in its place with depth; the first is opaque within its box. */
  layers: z.array(layerSchema).min(1).optional(),
  /**
   * A film in the picture's place, which is its still: H.264 of exactly the format's size, `FPS` frames per second,
   * without sound. It stands still under no camera.
   */
  clip: z
    .object({
      url: z.string().min(1),
      /** Where it begins, and begins anew where it is shorter than the scene, ms. */
      startMs: z.number().nonnegative(),
      /** For how many frames it was seen already, in the scene that a transition leaves; absent for none. */
      playedFrames: z.number().int().positive().optional(),
    })
    .optional(),
  /** In which form the scene is told in a picture's place; `pictureUrl` is null then. */
  form: formShotSchema.optional(),
  /** Where the camera cuts to another framing of the picture, in order; absent for one that stands. */
  framings: z.array(framingSchema).optional(),
  /** In the page alone: another picture is still to be made in this one's place. */
  isDimmed: z.boolean().optional(),
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
  /** True where no words of the captions stand in the picture; absent otherwise. */
  isUncaptioned: z.literal(true).optional(),
  scene: sceneSchema,
  /** The shot that the transition leaves, or null in the first scene. */
  previousShot: shotSchema.nullable(),
  /** The film's title, shown over the first scene only; null elsewhere. */
  title: z.string().nullable(),
  /** True in the last scene, which ends softly. */
  isLast: z.boolean(),
  /** What stands over the end of the last scene; absent elsewhere, and for nothing. */
  endCard: z.string().min(1).optional(),
  /** The story's language as a BCP 47 tag: whose ideographs to draw where the text does not say. */
  language: z.string().optional(),
  /** Absent for a fade. */
  transition: z.enum(TRANSITIONS).optional(),
  /** Absent for `standard`; the same in all scenes of a film, which could not be joined otherwise. */
  encoding: z.enum(ENCODINGS).optional(),
});
export type SegmentProps = z.infer<typeof segmentPropsSchema>;

/** The whole film, for Remotion Studio and for the player in the page. */
export const storyPropsSchema = z.object({
  title: z.string(),
  format: z.enum(FORMAT_NAMES),
  captionStyle: z.enum(CAPTION_STYLES),
  /** As in a segment. */
  isUncaptioned: z.literal(true).optional(),
  language: z.string().optional(),
  transition: z.enum(TRANSITIONS).optional(),
  /** What stands over the end of the film. */
  endCard: z.string().min(1).optional(),
  scenes: z
    .array(
      sceneSchema.extend({
        audioUrl: z.string().min(1).nullable(),
        /** What is heard of the scene's clip, as long as it and from there where it begins. */
        clipSound: z
          .object({ url: z.string().min(1), startMs: z.number().nonnegative(), isUnder: z.boolean() })
          .optional(),
      }),
    )
    .min(1),
});
export type StoryProps = z.infer<typeof storyPropsSchema>;
