import sharp from 'sharp';
import type { Picture } from '#jobs/ports/engines.ts';
import { FORMATS, type FormatName } from '#remotion/contract/story-props.ts';
import { sizeFault } from './picture-size';

/** JPEG quality that shows no blocks on flat colours. */
const QUALITY = 92;

/** A picture that fills the film, or why it cannot, as a clause. */
export type FittedPicture = { ok: true; picture: Picture } | { ok: false; why: string };

/**
 * Decodes a picture of any usual format and brings it to the film's exact size: scaled to cover it, cut evenly
 * at both sides. Colours become sRGB, transparency white.
 */
export async function fitPicture(bytes: Uint8Array, format: FormatName): Promise<FittedPicture> {
  const { width, height } = FORMATS[format];
  // A damaged file is found only by decoding all of it; so is one that would unpack to gigabytes.
  const source = sharp(bytes, { failOn: 'error', limitInputPixels: 64_000_000 });
  try {
    const found = await source.metadata();
    const why = sizeFault(found.autoOrient, format);
    if (why) return { ok: false, why };
    const image = await source
      .autoOrient()
      .resize(width, height, { fit: 'cover' })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .jpeg({ quality: QUALITY, chromaSubsampling: '4:4:4' })
      .toBuffer();
    return { ok: true, picture: { image, mimeType: 'image/jpeg', width, height } };
  } catch {
    return { ok: false, why: 'the picture is damaged' };
  }
}
