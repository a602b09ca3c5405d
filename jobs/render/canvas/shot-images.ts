/** The images of which a shot's frames are laid. */
import type { Shot } from '#remotion/contract/story-props.ts';
import type { ShotMoment } from '#remotion/paint/picture-places.ts';
import type { LaidImage } from './compositor';

/** The images of a shot at a moment, from the farthest to the nearest. */
export interface ShotImages {
  at(moment: ShotMoment): LaidImage[] | Promise<LaidImage[]>;
  /** Ends what runs beside it, and waits for its end. */
  close(): Promise<void>;
}

/** The URLs of the images that a shot's picture is laid of. */
export function imageUrlsOf({ pictureUrl, layers, clip, form }: Shot): string[] {
  if (clip || form) return [];
  if (layers) return layers.map(({ url }) => url);
  return pictureUrl === null ? [] : [pictureUrl];
}
