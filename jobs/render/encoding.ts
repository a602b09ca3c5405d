/**
 * How segments are encoded. All segments of a film must agree in this, or they cannot be joined; so it is
 * part of the composition's version.
 */
import { FPS } from '../../remotion/story-props';

export const ENCODING = {
  codec: 'h264',
  profile: 'high',
  pixelFormat: 'yuv420p',
  colorSpace: 'bt709',
  /** Twice as quick as x264's default, a tenth larger. */
  x264Preset: 'veryfast',
  /** x264's constant rate factor: near transparent for drawn pictures. */
  crf: 21,
  /** Frames between keyframes: seeking lands within two seconds. */
  gopSize: 2 * FPS,
  /** Of the frames on their way from the browser to the encoder. */
  jpegQuality: 90,
} as const;
