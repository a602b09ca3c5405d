/** A picture in layers, of one image, or the card that stands where one is missing. */
import { FORMATS, type FormatName, type Shot } from '#remotion/contract/story-props.ts';
import { paintCard } from '#remotion/paint/paint-card.ts';
import { imagePlace, layerPlaces } from '#remotion/paint/picture-places.ts';
import { PICTURE_SCALE } from '#remotion/picture/camera.ts';
import type { Compositor, Laid } from './compositor';
import { newCanvas, type Pixels, pixelsOf } from './node-canvas';
import type { ShotImages } from './shot-images';

/** @param images all that `imageUrlsOf` names */
export function pictureImages(
  shot: Shot,
  format: FormatName,
  images: ReadonlyMap<string, Laid>,
  compositor: Compositor,
): ShotImages {
  const close = async () => undefined;
  const imageOf = (url: string): Laid => {
    const image = images.get(url);
    if (!image) throw new Error(`The image ${url} was not loaded.`);
    return image;
  };
  if (shot.layers) {
    return {
      at: (moment) =>
        layerPlaces(shot, format, moment).map(({ url, place }) => ({ image: imageOf(url), place })),
      close,
    };
  }
  const { pictureUrl, seed } = shot;
  const image = pictureUrl === null ? compositor.image(cardPixels(seed, format)) : imageOf(pictureUrl);
  return { at: (moment) => [{ image, place: imagePlace(shot, format, moment, image) }], close };
}

/** A card as large as a film's camera ever shows it. */
function cardPixels(seed: number, format: FormatName): Pixels {
  const { width, height } = FORMATS[format];
  const card = newCanvas(Math.round(width * PICTURE_SCALE), Math.round(height * PICTURE_SCALE));
  paintCard(card.context, seed, card.canvas);
  return pixelsOf(card);
}
