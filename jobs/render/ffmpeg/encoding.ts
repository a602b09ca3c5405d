/**
 * How segments are encoded. All segments of a film must agree in this, or they cannot be joined; so it is
 * part of the composition's version.
 */
import { FPS } from '#remotion/contract/story-props.ts';

/** How long an asset may take to load while frames are drawn, ms. */
export const LOADING_TIMEOUT_MS = 60_000;

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
  /** Of the screenshots on their way from the browser to x264. */
  jpegQuality: 90,
  /** Of the canvas engine's encoder, which has no constant quality, bits per second. */
  bitrate: 6_000_000,
} as const;
