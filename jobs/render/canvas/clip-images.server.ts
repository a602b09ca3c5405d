/** A clip in a picture's place, decoded frame by frame beside the painting. */
import { fileURLToPath } from 'node:url';
import { FrameReader } from '#jobs/render/ffmpeg/frame-reader.server.ts';
import { FORMATS, type FormatName, FPS, type Shot } from '#remotion/contract/story-props.ts';
import type { Compositor, Laid } from './compositor';
import type { ShotImages } from './shot-images';

const CHANNELS = 4;

/**
 * A clip from where it begins, and again from there where it is shorter than its scene. Frames are asked for in order.
 * @throws what `FrameReader` throws, when a frame is asked for
 */
export function clipImages(
  { url, startMs, playedFrames = 0 }: NonNullable<Shot['clip']>,
  { format, frames }: { format: FormatName; frames: number },
  compositor: Compositor,
): ShotImages {
  const { width, height } = FORMATS[format];
  const first = Math.round((startMs * FPS) / 1000);
  const bytes = CHANNELS * width * height;
  // Fitted for the film, see `ClipMaker.fitClip`.
  const source = { file: fileURLToPath(url), container: 'mov' } as const;
  let reader = new FrameReader(source, first, bytes);
  let image: Laid | null = null;
  /** Frames that were read since the clip began, and how long one round of it is, once that is known. */
  let read = 0;
  let shown = -1;

  const next = async (): Promise<Buffer> => {
    const pixels = await reader.next();
    if (pixels) {
      read += 1;
      return pixels;
    }
    if (read === 0)
      throw new Error(`Could not load image with source ${url}: it has no frame from ${first} on.`);
    await reader.close();
    reader = new FrameReader(source, first, bytes);
    read = 0;
    return next();
  };
  return {
    at: async ({ framesToEnd }) => {
      const wanted = Math.max(0, frames - framesToEnd) + playedFrames;
      while (shown < wanted) {
        const data = await next();
        shown += 1;
        if (shown === wanted) image = compositor.image({ data, width, height }, image);
      }
      if (!image) throw new Error('A clip’s frames are asked for in order.');
      return [{ image, place: { left: 0, top: 0, width, height, opacity: 1 } }];
    },
    close: () => reader.close(),
  };
}
