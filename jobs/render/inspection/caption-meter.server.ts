/** Measures a film's captions where the film's own painter puts them. */
import { loadCanvasFonts } from '#jobs/render/canvas/canvas-fonts.server.ts';
import { newCanvas, pixelsOf } from '#jobs/render/canvas/node-canvas.ts';
import type { CaptionMeasures, FramePart } from '#jobs/story/film/checks/film-measures.ts';
import { knownFaces } from '#jobs/story/film/frames/known-figures.ts';
import { CAPTION_SETTINGS, captionSize } from '#remotion/captions/caption-settings.ts';
import {
  type CaptionPage,
  captionGrouping,
  captionPages,
  lineText,
  pageAt,
} from '#remotion/captions/captions.ts';
import { showsItsWords } from '#remotion/contract/forms.ts';
import type { SegmentProps } from '#remotion/contract/story-props.ts';
import { frameMoment, framesToMs } from '#remotion/contract/timing.ts';
import { FONT_WEIGHTS } from '#remotion/fonts/font-choice.ts';
import { captionsOverlay } from '#remotion/paint/captions-overlay.ts';
import type { Overlay, OverlayLook } from '#remotion/paint/overlay.ts';
import { segmentMoment } from '#remotion/picture/segment-moment.ts';
import { captionPlace } from '#remotion/text/layout.ts';
import { segmentText } from '#remotion/text/segment-text.ts';
import { type CaptionMask, captionMask } from './caption-mask';
import { REDUCTION, type ReducedFrame } from './reduced-size';
import { areInPlace, findLetters, leastContrast } from './seen-letters';

/** Captions are looked at in every fifth frame, six times a second. */
const EVERY = 5;
/** Px around what is painted, in the reduced frame, in which is seen what is beside it. */
const MARGIN = 4;
/** A phone's width in px of CSS, by which WCAG tells large letters; of the film it is the shorter side. */
const PHONE_WIDTH = 390;
const SHORTER_SIDE = 1080;

/** A page with what was seen of it so far. */
interface SeenPage {
  page: CaptionPage;
  contrasts: { contrast: number; atMs: number }[];
  seen: FramePart | null;
  isInPlace: boolean;
  /** Whether it was looked for elsewhere, which takes long. */
  isSearched: boolean;
  onFace: number;
}

/** Of one scene. */
export class CaptionMeter {
  readonly #segment: SegmentProps;
  readonly #scene: number;
  readonly #startFrame: number;
  readonly #pages: CaptionPage[];
  readonly #overlay: Overlay;
  readonly #seen = new Map<CaptionPage, SeenPage>();

  private constructor(
    segment: SegmentProps,
    place: { scene: number; startFrame: number },
    drawn: { pages: CaptionPage[]; overlay: Overlay },
  ) {
    this.#segment = segment;
    this.#scene = place.scene;
    this.#startFrame = place.startFrame;
    this.#pages = drawn.pages;
    this.#overlay = drawn.overlay;
  }

  /** @throws Error `Could not load font …` */
  static async open(
    segment: SegmentProps,
    place: { scene: number; startFrame: number },
  ): Promise<CaptionMeter | null> {
    const { scene, captionStyle, format } = segment;
    const { form } = scene.shot;
    const isSilent = segment.isUncaptioned || scene.words.length === 0;
    if ((form && showsItsWords(form.content)) || isSilent) return null;
    const { texts, typography } = segmentText(segment);
    const families = await loadCanvasFonts(texts, typography.language);
    const facts = { captionStyle, format, typography: { ...typography, families } };
    const overlay = captionsOverlay(scene.words, facts, newCanvas(1, 1).context);
    const pages = captionPages(scene.words, captionGrouping(captionStyle, format));
    return new CaptionMeter(segment, place, { pages, overlay });
  }

  /** Looks at a frame of the film, if it is one that is looked at. */
  look(filmFrame: number, frame: ReducedFrame): void {
    const own = filmFrame - this.#startFrame;
    if (filmFrame % EVERY !== 0) return;
    const { darkness, isArriving } = segmentMoment(this.#segment, own);
    const page = pageAt(this.#pages, frameMoment(own));
    const look = this.#overlay(own);
    if (!page || !look || look.opacity < 0.99 || darkness > 0) return;
    const mask = paintedMask(look);
    if (!mask) return;
    const seen = this.#seen.get(page) ?? newlySeen(page);
    this.#seen.set(page, seen);
    if (areInPlace(mask, frame)) {
      seen.seen = partOf(mask.box, frame);
      seen.isInPlace = true;
      const atMs = framesToMs(filmFrame);
      seen.contrasts.push({ contrast: leastContrast(mask, frame), atMs });
    } else if (!seen.isSearched && !seen.isInPlace) {
      seen.isSearched = true;
      const shift = findLetters(mask, frame);
      const { left, top, ...size } = mask.box;
      if (shift) seen.seen = partOf({ left: left + shift.x, top: top + shift.y, ...size }, frame);
    }
    if (!isArriving && seen.seen)
      seen.onFace = Math.max(
        seen.onFace,
        ...knownFaces(this.#segment, own).map((face) => covered(face, seen.seen)),
      );
  }

  measures(): CaptionMeasures[] {
    const startMs = framesToMs(this.#startFrame);
    return [...this.#seen.values()].map(({ page, contrasts, seen, isInPlace, onFace }) => {
      // The least that was there twice: a single frame may be of a change.
      const sorted = contrasts.map((one) => one.contrast).toSorted((one, other) => one - other);
      const contrast = sorted[Math.min(1, sorted.length - 1)] ?? Number.POSITIVE_INFINITY;
      const wanted = this.#wanted(page);
      const since = contrasts.find((one) => one.contrast < wanted)?.atMs;
      return {
        ...{ scene: this.#scene, atMs: startMs + page.startMs, toMs: startMs + page.endMs },
        text: page.lines.map(lineText).join(' ').trim(),
        ...{ seen, isInPlace, onFace },
        // Where too little of it was seen for its contrast to be told, there is nothing against it.
        contrast: Number.isFinite(contrast) ? contrast : 21,
        contrastAtMs: since ?? startMs + page.startMs,
        wanted,
      };
    });
  }

  /** WCAG 1.4.3: 4.5 to 1, and 3 to 1 for letters of 24 px and more, or of 18.66 and more where they are bold. */
  #wanted(page: CaptionPage): number {
    const { captionStyle, format } = this.#segment;
    const { size } = captionSize(captionStyle, page, captionPlace(captionStyle, format).width);
    const onPhone = (size * PHONE_WIDTH) / SHORTER_SIDE;
    const isBold = FONT_WEIGHTS[CAPTION_SETTINGS[captionStyle].face] >= 700;
    return onPhone >= (isBold ? 18.66 : 24) ? 3 : 4.5;
  }
}

const newlySeen = (page: CaptionPage): SeenPage => ({
  ...{ page, contrasts: [], seen: null },
  ...{ isInPlace: false, isSearched: false, onFace: 0 },
});

/** Paints what is written as large as the reduced frame has it. */
function paintedMask({ box, down, paint }: OverlayLook): CaptionMask | null {
  const left = Math.floor(box.left / REDUCTION) - MARGIN;
  const top = Math.floor((box.top + down) / REDUCTION) - MARGIN;
  const width = Math.ceil((box.left + box.width) / REDUCTION) + MARGIN - left;
  const height = Math.ceil((box.top + down + box.height) / REDUCTION) + MARGIN - top;
  const canvas = newCanvas(width, height);
  const { context } = canvas;
  context.scale(1 / REDUCTION, 1 / REDUCTION);
  context.translate(-left * REDUCTION, down - top * REDUCTION);
  paint(context);
  const { data } = pixelsOf(canvas);
  return captionMask({ data, width: canvas.canvas.width, height: canvas.canvas.height, left, top });
}

function partOf(box: CaptionMask['box'], { width, height }: ReducedFrame): FramePart {
  return {
    left: box.left / width,
    top: box.top / height,
    width: box.width / width,
    height: box.height / height,
  };
}

/** Which part of the one the other covers. */
function covered(face: FramePart, by: FramePart | null): number {
  if (!by) return 0;
  const across = Math.min(face.left + face.width, by.left + by.width) - Math.max(face.left, by.left);
  const along = Math.min(face.top + face.height, by.top + by.height) - Math.max(face.top, by.top);
  return across > 0 && along > 0 ? (across * along) / (face.width * face.height) : 0;
}
