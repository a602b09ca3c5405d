/** What is measured of a finished film: plain values, which the judges of this folder read. */
import type { SegmentProps } from '#remotion/contract/story-props.ts';

/** A part of a film. */
export interface Stretch {
  /** ms of the film */
  atMs: number;
  toMs: number;
}

export const lengthMs = ({ atMs, toMs }: Stretch): number => toMs - atMs;

/** How long both last at once, ms. */
export function overlapMs(one: Stretch, other: Stretch): number {
  return Math.max(0, Math.min(one.toMs, other.toMs) - Math.max(one.atMs, other.atMs));
}

export interface PictureMeasures {
  /** That were decoded. */
  frames: number;
  /** Stretches in which nothing but black is seen, of three frames and more. */
  black: Stretch[];
  /** Stretches in which each frame is the one before, of three frames and more. */
  still: Stretch[];
  /** Stretches that flash more than WCAG 2.3.1 allows. */
  flashing: Stretch[];
  redFlashing: Stretch[];
  /** Where the decoder complained, or the picture ended before its time. */
  damaged: Stretch[];
}

export interface SoundMeasures {
  durationMs: number;
  integratedLufs: number;
  /** What films are mixed to, LUFS. */
  wantedLufs: number;
  /** Loudness of each 400 ms, every 100 ms, LUFS. */
  momentary: number[];
  /** Where samples stand at full scale one after the other. */
  clipped: Stretch[];
}

/** A part of the frame, as fractions of its width and height. */
export interface FramePart {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** A page of captions as it is seen. */
export interface CaptionMeasures extends Stretch {
  /** Position of its scene. */
  scene: number;
  text: string;
  /** Where its letters are seen: where they were drawn, or where else they were found; null for nowhere. */
  seen: FramePart | null;
  /** Whether that is where they are drawn. */
  isInPlace: boolean;
  /** Least contrast of its letters that lasted, as WCAG counts it. */
  contrast: number;
  /** From when on it was less than wanted, ms of the film; its beginning where it never was. */
  contrastAtMs: number;
  /** The contrast that WCAG 1.4.3 wants of letters of their size. */
  wanted: number;
  /** Largest part of a known face that they cover, from 0 to 1; 0 where none is known. */
  onFace: number;
}

export interface FilmMeasures {
  /** Null where the film cannot be opened at all. */
  picture: PictureMeasures | null;
  /** Null where there is no sound in the file. */
  sound: SoundMeasures | null;
  captions: CaptionMeasures[];
}

/** What is measured, and against what. */
export interface FilmToInspect {
  /** Absolute path of an MP4. */
  file: string;
  /** What each scene's stretch was drawn from, in the film's order, with keys in the place of addresses. */
  segments: SegmentProps[];
}
