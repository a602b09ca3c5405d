/** A still in exactly the size of the clip that is to begin with it. */
import sharp from 'sharp';
import type { MotionRequest } from '#jobs/ports/animator.ts';
import { FORMATS } from '#remotion/contract/story-props.ts';

interface Size {
  /** px */
  width: number;
  height: number;
}

/** JPEG quality that shows no blocks on flat colours. */
const QUALITY = 92;
/** Of what fills the frame around a still of another shape, px: nothing in it is told apart. */
const BLUR = 24;

/**
 * The still as the film shows it, cut evenly to the film's shape, within a frame of that size. Where the server knows
 * no frame of the film's shape, the still stands whole in the middle of one, over a blurred copy of itself: the film
 * cuts the middle out of the clip again.
 */
export async function fittedStill(
  { still, format }: Pick<MotionRequest, 'still' | 'format'>,
  size: Size,
): Promise<Pick<MotionRequest, 'still' | 'mimeType'>> {
  const shown = within(FORMATS[format], size);
  const covering = ({ width, height }: Size) =>
    sharp(still).resize(width, height, { fit: 'cover' }).flatten({ background: '#ffffff' });
  const isWhole = shown.width === size.width && shown.height === size.height;
  const frame = isWhole
    ? covering(size)
    : covering(size)
        .blur(BLUR)
        .composite([{ input: await covering(shown).png().toBuffer(), gravity: 'centre' }]);
  const bytes = await frame.jpeg({ quality: QUALITY, chromaSubsampling: '4:4:4' }).toBuffer();
  return { still: new Uint8Array(bytes), mimeType: 'image/jpeg' };
}

/** The largest size of a film's shape in a frame. */
function within(film: Size, frame: Size): Size {
  const scale = Math.min(frame.width / film.width, frame.height / film.height);
  return { width: Math.round(film.width * scale), height: Math.round(film.height * scale) };
}
