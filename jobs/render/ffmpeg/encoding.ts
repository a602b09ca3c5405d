/**
 * How segments are encoded. All segments of a film must agree in this, or they cannot be joined; so what is common to
 * all films is part of the composition's version, and what a film chooses is part of its segments' props.
 */
import { type Encoding, FPS } from '#remotion/contract/story-props.ts';

/** How long an asset may take to load while frames are drawn, ms. */
export const LOADING_TIMEOUT_MS = 60_000;

/** What holds for every film. */
export const ENCODING = {
  /** Changes whenever segments cannot be joined any more with those of before. */
  name: 'x264-1',
  codec: 'h264',
  profile: 'high',
  pixelFormat: 'yuv420p',
  colorSpace: 'bt709',
  /** Frames between keyframes: seeking lands within two seconds. */
  gopSize: 2 * FPS,
} as const;

interface X264Settings {
  preset: 'ultrafast' | 'superfast' | 'veryfast';
  /** x264's constant rate factor: the less, the truer. */
  crf: number;
  /** Of x264's own, over the preset. */
  params: string;
  /** Of the screenshots on their way from the browser to x264. */
  jpegQuality: number;
}

/** What a film may choose; figures in `docs/performance.md`. */
export const X264 = {
  /** A quarter less work, 40 % of the bytes. What `ultrafast` leaves out comes back where a little of it shows. */
  draft: {
    preset: 'ultrafast',
    crf: 28,
    params: 'mbtree=1:rc-lookahead=10:no-psy=1:bframes=4:8x8dct=1:cabac=1:aq-mode=1:deblock=0,0',
    jpegQuality: 90,
  },
  /**
   * Near transparent for drawn pictures, and half the work of `veryfast` at the same likeness, for a tenth more bytes:
   * bits go where they are seen longest (`mbtree`), for which it looks ten frames ahead; the rest are searches that
   * drawn pictures gain little from.
   */
  standard: {
    preset: 'superfast',
    crf: 21,
    params: 'mbtree=1:rc-lookahead=10:weightp=0:no-psy=1:bframes=4:b-adapt=0:scenecut=0:partitions=i8x8',
    jpegQuality: 90,
  },
  /** Not told from the frames themselves, so that it may be encoded once more. */
  high: {
    preset: 'veryfast',
    crf: 16,
    params: 'mbtree=1:rc-lookahead=10:weightp=0:no-psy=1:bframes=4:b-adapt=0:scenecut=0:partitions=i8x8,i4x4',
    jpegQuality: 98,
  },
} as const satisfies Record<Encoding, X264Settings>;

/** The same for ffmpeg. @param encoding absent for `standard`, as in a segment's props */
export function x264Arguments(encoding: Encoding = 'standard'): readonly string[] {
  const { preset, crf, params } = X264[encoding];
  return [
    ...['-c:v', 'libx264', '-profile:v', ENCODING.profile, '-pix_fmt', ENCODING.pixelFormat],
    ...['-preset', preset, '-crf', String(crf), '-g', String(ENCODING.gopSize)],
    ...['-x264-params', `${params}:colorprim=bt709:transfer=bt709:colormatrix=bt709:fullrange=off`],
  ];
}
