/** Captions over a picture, in the four styles of the film. */
import {
  BIG_LEAST,
  CAPTION_SETTINGS,
  captionSize,
  captionText,
  isWeighty,
  JUMP,
  jumpOf,
  PLATE_RADIUS,
  POP_RISE,
  SHADE,
} from '../captions/caption-settings';
import {
  type CaptionPage,
  captionGrouping,
  captionPages,
  currentWord,
  pageAt,
  spokenPart,
} from '../captions/captions';
import { type CaptionStyle, FORMATS, type FormatName, type Word } from '../contract/story-props';
import { isUnspaced } from '../contract/story-words';
import { frameMoment } from '../contract/timing';
import { ACCENT, INK, PAPER, QUIET_PAPER } from '../picture/palette';
import { captionPlace } from '../text/layout';
import type { Typography } from '../text/typography';
import { type Box, type Context2D, fillRound, scaleAbout, within } from './context-2d';
import { type Overlay, type OverlayLook, wholePixels } from './overlay';
import {
  fillPlaced,
  type PlacedText,
  type PlacedWord,
  placeLines,
  placePage,
  type Setting,
  setFont,
  strokePlaced,
} from './set-text';

interface CaptionFacts {
  captionStyle: CaptionStyle;
  format: FormatName;
  typography: Typography;
}

/** A page as it is set. */
interface SetPage extends CaptionFacts {
  page: CaptionPage;
  /** px */
  size: number;
  /** In the frame, as the block is, which has its padding around them. */
  words: PlacedWord[];
  block: Box;
}

/** @param measure to measure text with; its fonts must be there */
export function captionsOverlay(words: readonly Word[], facts: CaptionFacts, measure: Context2D): Overlay {
  const pages = captionPages(words, captionGrouping(facts.captionStyle, facts.format));
  const set = new Map<CaptionPage, SetPage>();
  const setOnce = (page: CaptionPage): SetPage => {
    const known = set.get(page) ?? setPage(measure, page, facts);
    set.set(page, known);
    return known;
  };
  const lookOf = LOOKS[facts.captionStyle];
  return (frame) => {
    const ms = frameMoment(frame);
    const page = pageAt(pages, ms);
    if (!page) return null;
    const look = lookOf(setOnce(page), ms);
    return { ...look, state: `${page.startMs} ${look.state}` };
  };
}

/** The soft shade under captions of the style that has one. */
export function shadeOverlay({ captionStyle, format }: CaptionFacts): Overlay {
  const { width, height } = FORMATS[format];
  const { middle } = captionPlace('subtle', format);
  const [top, tall] = [(middle - SHADE.above) * height, (SHADE.height - middle) * height];
  const box = { left: 0, top: Math.floor(top), width, height: height - Math.floor(top) };
  const paint = (context: Context2D) => {
    const gradient = context.createLinearGradient(0, top, 0, top + tall);
    for (const [at, color] of SHADE.stops) gradient.addColorStop(at, color);
    context.fillStyle = gradient;
    context.fillRect(0, top, width, tall);
  };
  return () => (captionStyle === 'subtle' ? { box, state: '', paint, opacity: 1, down: 0 } : null);
}

function setPage(context: Context2D, page: CaptionPage, facts: CaptionFacts): SetPage {
  const { captionStyle, format, typography } = facts;
  const place = captionPlace(captionStyle, format);
  const { face, wordGap, padding } = CAPTION_SETTINGS[captionStyle];
  const { size, lineHeight } = captionSize(captionStyle, page, place.width);
  const setting = { face, size, lineHeight };
  setFont(context, setting, typography);
  const { words, width, height } =
    captionStyle === 'big'
      ? placeWhole(context, page, setting, typography)
      : placePage(context, page, { setting, typography, gap: size * wordGap });
  const { across, along } = padding(size);
  const frame = FORMATS[format];
  const [left, top] = [(frame.width - width) / 2, frame.height * place.middle - height / 2];
  return {
    ...facts,
    ...{ page, size },
    words: words.map((word) => ({
      ...word,
      left: left + word.left,
      top: top + word.top,
      baseline: top + word.baseline,
    })),
    block: { left: left - across, top: top - along, width: width + 2 * across, height: height + 2 * along },
  };
}

/** The page's words as one text. */
function placeWhole(context: Context2D, page: CaptionPage, setting: Setting, { direction }: Typography) {
  const text = captionText(page);
  const { texts, ...block } = placeLines(context, [text], setting, direction);
  const word = { text, startMs: page.startMs, endMs: page.endMs };
  return { words: texts.map((placed) => ({ ...placed, word, runDirection: direction })), ...block };
}

const LOOKS: Record<CaptionStyle, (set: SetPage, ms: number) => OverlayLook> = {
  pop: (set, ms) => {
    const { page, words, block, size } = set;
    const arrived = CAPTION_SETTINGS.pop.arrival(page, ms);
    const current = currentWord(page, ms);
    const jump = current ? jumpOf(current, ms) : 0;
    return {
      box: grown(block, size * 0.2),
      state: `${current?.startMs} ${jump.toFixed(3)}`,
      opacity: arrived,
      down: Math.round((1 - arrived) * POP_RISE),
      paint: (context) => {
        begin(context, set);
        for (const placed of words) {
          const jumped = placed.word === current ? jump : 0;
          within(context, () => {
            // Words that touch rise instead of swelling over their neighbours.
            if (isUnspaced(placed.word.text)) context.translate(0, -JUMP.rise * jumped * size);
            else scaleAbout(context, placed, 1 + JUMP.growth * jumped);
            paintOutlined(context, placed, set, placed.word === current ? ACCENT : PAPER);
          });
        }
      },
    };
  },
  big: (set, ms) => {
    const { page, words, block, size } = set;
    const scale = BIG_LEAST + (1 - BIG_LEAST) * CAPTION_SETTINGS.big.arrival(page, ms);
    return {
      box: grown(block, size * 0.2),
      state: scale.toFixed(3),
      ...{ opacity: 1, down: 0 },
      paint: (context) => {
        begin(context, set);
        for (const placed of words) {
          scaleAbout(context, placed, scale);
          paintOutlined(context, placed, set, isWeighty(placed.text) ? ACCENT : PAPER);
        }
      },
    };
  },
  karaoke: (set, ms) => {
    const { page, words, block } = set;
    const spoken = words.map(({ word }) => spokenPart(word, ms).toFixed(3)).join(' ');
    return {
      box: wholePixels(block),
      state: spoken,
      opacity: CAPTION_SETTINGS.karaoke.arrival(page, ms),
      down: 0,
      paint: (context) => {
        context.fillStyle = `${INK}cc`;
        fillRound(context, block, PLATE_RADIUS);
        begin(context, set);
        for (const placed of words) paintFilling(context, placed, ms);
      },
    };
  },
  subtle: (set, ms) => {
    const { page, words, block } = set;
    const current = currentWord(page, ms);
    return {
      box: wholePixels(block),
      state: `${current?.startMs}`,
      opacity: CAPTION_SETTINGS.subtle.arrival(page, ms),
      down: 0,
      paint: (context) => {
        begin(context, set);
        for (const placed of words) {
          context.fillStyle = SHADE.letter;
          fillPlaced(context, { ...placed, baseline: placed.baseline + SHADE.fall });
          context.fillStyle = placed.word === current ? PAPER : QUIET_PAPER;
          fillPlaced(context, placed);
        }
      },
    };
  },
};

/** A block with room for what reaches out of it, px. */
function grown({ left, top, width, height }: Box, by: number): Box {
  return wholePixels({ left: left - by, top: top - by, width: width + 2 * by, height: height + 2 * by });
}

function begin(context: Context2D, { size, captionStyle, typography }: SetPage): void {
  setFont(context, { face: CAPTION_SETTINGS[captionStyle].face, size, lineHeight: 1 }, typography);
}

/** Letters with an outline; their shadow is that of the letters alone, as in the composition's film. */
function paintOutlined(
  context: Context2D,
  placed: PlacedText,
  { size, captionStyle }: SetPage,
  color: string,
): void {
  const { outline, shadow } = CAPTION_SETTINGS[captionStyle];
  const lowered = { ...placed, baseline: placed.baseline + size * shadow };
  context.fillStyle = INK;
  fillPlaced(context, lowered);
  context.strokeStyle = INK;
  strokePlaced(context, placed, size * outline);
  context.fillStyle = color;
  fillPlaced(context, placed);
}

/** A word of karaoke, filled from where it is begun to be read. */
function paintFilling(context: Context2D, placed: PlacedWord, ms: number): void {
  const part = spokenPart(placed.word, ms);
  context.fillStyle = part === 1 ? ACCENT : PAPER;
  fillPlaced(context, placed);
  if (part === 0 || part === 1) return;
  const { left, top, width, height } = placed;
  within(context, () => {
    context.beginPath();
    // Above and below there is room for what reaches out of the line.
    const from = placed.runDirection === 'rtl' ? left + width * (1 - part) : left;
    context.rect(from, top - height * 0.2, width * part, height * 1.4);
    context.clip();
    context.fillStyle = ACCENT;
    fillPlaced(context, placed);
  });
}
