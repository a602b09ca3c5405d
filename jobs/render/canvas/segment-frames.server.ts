/** A scene's stretch of the film as frames for an encoder: what `Segment` shows, without React or a document. */

import { showsItsWords, textOf } from '#remotion/contract/forms.ts';
import { FORMATS, type SegmentProps, type Shot } from '#remotion/contract/story-props.ts';
import {
  END_CARD_FRAMES,
  frameMoment,
  sceneFrames,
  TITLE_FRAMES,
  transitionFrames,
} from '#remotion/contract/timing.ts';
import { drawingsOf, type FormTools } from '#remotion/forms/painters.ts';
import { captionsOverlay, shadeOverlay } from '#remotion/paint/captions-overlay.ts';
import type { Overlay } from '#remotion/paint/overlay.ts';
import { endCardOverlay, titleOverlay } from '#remotion/paint/title-overlay.ts';
import { segmentMoment } from '#remotion/picture/segment-moment.ts';
import { spokenWords } from '#remotion/picture/spoken-lines.ts';
import { segmentText } from '#remotion/text/segment-text.ts';
import { loadDrawings } from './canvas-drawings.server';
import { loadCanvasFonts } from './canvas-fonts.server';
import { clipImages } from './clip-images.server';
import type { Compositor } from './compositor';
import { formImages } from './form-images';
import { loadImages } from './image-pixels.server';
import { newCanvas } from './node-canvas';
import { OverlayPixels } from './overlay-pixels';
import { pictureImages } from './picture-images';
import { imageUrlsOf, type ShotImages } from './shot-images';

export interface SegmentFrames {
  /** A frame's planes, see `Compositor.compose`; frames are asked for in order. */
  paint(frame: number): Promise<Uint8Array<ArrayBuffer>>;
  /** Ends what runs beside it, and waits for its end. */
  close(): Promise<void>;
}

/**
 * Loads what a segment's frames need. The compositor is its own until another segment is opened with it.
 * @throws Error `Could not load image …` or `Could not load font …`
 */
export async function openSegmentFrames(props: SegmentProps, compositor: Compositor): Promise<SegmentFrames> {
  const { format, scene, transition = 'fade' } = props;
  const left = leftShot(props);
  const shots = left ? [scene.shot, left] : [scene.shot];
  const [loaded, tools] = await Promise.all([
    loadImages(shots.flatMap(imageUrlsOf)),
    formTools(props, shots),
  ]);
  const { width, height } = FORMATS[format];
  compositor.begin(width, height);
  const images = new Map([...loaded].map(([url, pixels]) => [url, compositor.image(pixels)] as const));
  const frames = sceneFrames(scene.durationMs);
  const open = (shot: Shot, shotFrames: number): ShotImages => {
    const { form, clip } = shot;
    if (form) return formImages({ shot, form, format }, tools, compositor);
    if (clip) return clipImages(clip, { format, frames: shotFrames }, compositor);
    return pictureImages(shot, format, images, compositor);
  };
  const current = open(scene.shot, frames);
  // On its own clock it has ended.
  const former = left ? open(left, 0) : null;
  const spoken = spokenWords(scene.words);
  const overlays = overlaysOf(props, frames, tools).map((overlay) => new OverlayPixels(overlay, compositor));
  const isFading = transition === 'fade';
  return {
    paint: async (frame) => {
      const { isArriving, presence, darkness } = segmentMoment(props, frame);
      const leaving = { ms: Number.POSITIVE_INFINITY, framesToEnd: -frame, spoken: [] };
      return compositor.compose({
        images: await current.at({ ms: frameMoment(frame), framesToEnd: frames - frame, spoken }),
        // On its way in from the right.
        shift: isFading ? 0 : (1 - presence) * width,
        former:
          isArriving && former
            ? { images: await former.at(leaving), presence: isFading ? presence : 1 }
            : null,
        writings: overlays.flatMap((overlay) => overlay.at(frame) ?? []),
        darkness,
      });
    },
    close: async () => {
      await Promise.all([current.close(), former?.close()]);
    },
  };
}

/** The shot that a transition leaves, where it is seen. */
function leftShot({ previousShot, transition = 'fade' }: SegmentProps): Shot | null {
  return previousShot && transitionFrames(transition) > 0 ? previousShot : null;
}

async function formTools(props: SegmentProps, shots: readonly Shot[]): Promise<FormTools> {
  const { texts, typography } = segmentText(props);
  const forms = shots.flatMap(({ form }) => form ?? []);
  // The shot that is left is written as well.
  const shown = forms.map(
    ({ words, content }) => `${words.map(({ text }) => text).join(' ')} ${textOf(content)}`,
  );
  const all = { sans: [texts.sans, ...shown].join(' '), serif: [texts.serif, ...shown].join(' ') };
  const [families, drawings] = await Promise.all([
    loadCanvasFonts(forms.length > 0 ? all : texts, typography.language),
    loadDrawings([...new Set(forms.flatMap(drawingsOf))]),
  ]);
  return { typography: { ...typography, families }, measure: newCanvas(1, 1).context, drawings };
}

/** What is written over the picture, from the lowest to the highest. */
function overlaysOf(props: SegmentProps, frames: number, { typography, measure }: FormTools): Overlay[] {
  const { format, captionStyle, scene, endCard } = props;
  const { heading } = segmentText(props);
  const facts = { captionStyle, format, typography };
  const { form } = scene.shot;
  return [
    ...(props.isUncaptioned || (form && showsItsWords(form.content))
      ? []
      : [shadeOverlay(facts), captionsOverlay(scene.words, facts, measure)]),
    ...(heading === ''
      ? []
      : [titleOverlay(heading, format, Math.min(TITLE_FRAMES, frames), typography, measure)]),
    ...(endCard
      ? [endCardOverlay(endCard, format, Math.max(0, frames - END_CARD_FRAMES), typography, measure)]
      : []),
  ];
}
