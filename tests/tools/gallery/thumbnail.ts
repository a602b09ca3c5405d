/** Pictures as they look from afar, and how far apart two of them are. */
import sharp, { type Sharp } from 'sharp';
import { oklabOf } from '#jobs/studio/illustrator/drawing/colour.ts';

/** A thumbnail's pixel is the mean of a square with this side, px: 54 × 96 for an upright picture. */
export const SHRINK = 20;

/** Lightness, a and b in OKLab of each pixel, row by row. */
export type Thumbnail = Float32Array;

/** @param image a picture as a file, of any kind that sharp reads */
export async function thumbnailOf(image: Uint8Array | string): Promise<Thumbnail> {
  const source = sharp(image);
  const { width, height } = await source.metadata();
  return read(
    source.resize(Math.round(width / SHRINK), Math.round(height / SHRINK), { fit: 'fill', kernel: 'cubic' }),
  );
}

/** A thumbnail that was kept as an image of its own size. */
export const keptThumbnail = (image: Uint8Array | string): Promise<Thumbnail> => read(sharp(image));

async function read(source: Sharp): Promise<Thumbnail> {
  const { data, info } = await source.removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const thumbnail = new Float32Array(info.width * info.height * 3);
  for (let i = 0; i < thumbnail.length; i += 3)
    thumbnail.set(oklabOf([data[i] ?? 0, data[i + 1] ?? 0, data[i + 2] ?? 0]), i);
  return thumbnail;
}

/**
 * Mean distance of the pixels' colours in OKLab: 0 for the same picture; about 0.02 is the least that one
 * notices of a colour. Thumbnails of different sizes are as far apart as black and white (1).
 */
export function differenceOf(a: Thumbnail, b: Thumbnail): number {
  if (a.length !== b.length) return 1;
  let sum = 0;
  for (let i = 0; i < a.length; i += 3)
    sum += Math.hypot(
      (a[i] ?? 0) - (b[i] ?? 0),
      (a[i + 1] ?? 0) - (b[i + 1] ?? 0),
      (a[i + 2] ?? 0) - (b[i + 2] ?? 0),
    );
  return sum / (a.length / 3);
}
