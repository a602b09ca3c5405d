/** A scene's stretch of the film as frames for an encoder: what `Segment` shows, without React or a document. */
import { FORMATS, type FormatName, type SegmentProps, type Shot } from '../contract/story-props';
import {
  END_CARD_FRAMES,
  frameMoment,
  sceneFrames,
  TITLE_FRAMES,
  transitionFrames,
} from '../contract/timing';
import { PICTURE_SCALE } from '../picture/camera';
import { segmentMoment } from '../picture/segment-moment';
import { spokenWords } from '../picture/spoken-lines';
import { segmentText } from '../text/segment-text';
import { captionsOverlay, shadeOverlay } from './captions-overlay';
import type { Compositor, Laid, LaidImage } from './compositor';
import { newContext } from './context-2d';
import { loadImages } from './images';
import { OverlayPixels } from './overlay';
import { paintCard } from './paint-card';
import { imagePlace, layerPlaces, type ShotMoment } from './picture-places';
import { endCardOverlay, titleOverlay } from './title-overlay';

/** Paints any frame of its segment, in any order. @returns its planes, see `Compositor.compose` */
export type SegmentPainter = (frame: number) => Uint8Array<ArrayBuffer>;

/** Whether a segment can be painted so: forms and clips are drawn by the composition alone. */
export function canBePainted(props: SegmentProps): boolean {
  return shotsOf(props).every(({ form, clip }) => !form && !clip);
}

/** The shots that are seen in it. */
function shotsOf({ scene, previousShot, transition = 'fade' }: SegmentProps): Shot[] {
  return previousShot && transitionFrames(transition) > 0 ? [scene.shot, previousShot] : [scene.shot];
}

/**
 * Loads what a segment's frames need. Its fonts must be there, see `segmentText`. The compositor is its own until
 * another segment is opened with it.
 * @throws what `loadImages` throws
 */
export async function openSegmentPainter(
  props: SegmentProps,
  compositor: Compositor,
): Promise<SegmentPainter> {
  const { format, captionStyle, scene, previousShot, endCard, transition = 'fade' } = props;
  const loaded = await loadImages(shotsOf(props).flatMap(imagesOf));
  const { width, height } = FORMATS[format];
  compositor.begin(width, height);
  const images = new Map([...loaded].map(([url, data]) => [url, compositor.image(data)] as const));
  const current = shotImages(scene.shot, format, images, compositor);
  const previous =
    previousShot && transitionFrames(transition) > 0
      ? shotImages(previousShot, format, images, compositor)
      : null;

  const frames = sceneFrames(scene.durationMs);
  const spoken = spokenWords(scene.words);
  const { heading, typography } = segmentText(props);
  const facts = { captionStyle, format, typography };
  const overlays = [
    shadeOverlay(facts),
    captionsOverlay(scene.words, facts),
    ...(heading === '' ? [] : [titleOverlay(heading, format, Math.min(TITLE_FRAMES, frames), typography)]),
    ...(endCard ? [endCardOverlay(endCard, format, Math.max(0, frames - END_CARD_FRAMES), typography)] : []),
  ].map((overlay) => new OverlayPixels(overlay, compositor));

  return (frame) => {
    const { isArriving, presence, darkness } = segmentMoment(props, frame);
    const left = { ms: Number.POSITIVE_INFINITY, framesToEnd: -frame, spoken: [] };
    const isFading = transition === 'fade';
    return compositor.compose({
      images: current({ ms: frameMoment(frame), framesToEnd: frames - frame, spoken }),
      // On its way in from the right.
      shift: isFading ? 0 : (1 - presence) * width,
      former: isArriving && previous ? { images: previous(left), presence: isFading ? presence : 1 } : null,
      writings: overlays.flatMap((overlay) => overlay.at(frame) ?? []),
      darkness,
    });
  };
}

/** The images that a shot is laid of. */
function imagesOf({ pictureUrl, layers }: Shot): string[] {
  if (layers) return layers.map(({ url }) => url);
  return pictureUrl === null ? [] : [pictureUrl];
}

/** The images of a shot at a moment, from the farthest to the nearest. */
type ShotImages = (moment: ShotMoment) => LaidImage[];

function shotImages(
  shot: Shot,
  format: FormatName,
  images: ReadonlyMap<string, Laid>,
  compositor: Compositor,
): ShotImages {
  const imageOf = (url: string): Laid => {
    const image = images.get(url);
    if (!image) throw new Error(`The image ${url} was not loaded.`);
    return image;
  };
  if (shot.layers) {
    return (moment) =>
      layerPlaces(shot, format, moment).map(({ url, place }) => ({ image: imageOf(url), place }));
  }
  const { pictureUrl, seed } = shot;
  const image = pictureUrl === null ? compositor.image(cardPixels(seed, format)) : imageOf(pictureUrl);
  return (moment) => [{ image, place: imagePlace(shot, format, moment, image) }];
}

/** A card as large as a film's camera ever shows it. */
function cardPixels(seed: number, format: FormatName): ImageData {
  const { width, height } = FORMATS[format];
  const context = newContext(Math.round(width * PICTURE_SCALE), Math.round(height * PICTURE_SCALE));
  paintCard(context, seed, context.canvas);
  return context.getImageData(0, 0, context.canvas.width, context.canvas.height);
}
