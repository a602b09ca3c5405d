/** Forms painted on canvases of their frames, for tests to look at. */
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import type { Form } from '#remotion/contract/forms.ts';
import { FORMATS, type FormatName, type Word } from '#remotion/contract/story-props.ts';
import type { FormFacts, FormPainter } from '#remotion/forms/form-painter.ts';
import { formPalette } from '#remotion/forms/ground/form-palette.ts';
import { formSpace } from '#remotion/forms/setting/form-space.ts';
import type { Box, Context2D } from '#remotion/paint/context-2d.ts';
import type { Direction } from '#remotion/text/writing.ts';

GlobalFonts.registerFromPath('public/fonts/montserrat-800-latin.woff2', 'Form');

/** Of a form over captions. */
export function formFacts<Content extends Form>(
  content: Content,
  {
    format = '9:16',
    direction = 'ltr',
    words = [],
  }: { format?: FormatName; direction?: Direction; words?: readonly Word[] } = {},
): FormFacts<Content> {
  return {
    ...{ content, words, format, seed: 1, durationMs: 4000, isDark: false },
    palette: formPalette('papercut', 'bright'),
    space: formSpace(format, true),
    typography: {
      ...{ direction, language: 'zh-Hans' },
      families: { sans: 'Form, sans-serif', serif: 'serif' },
    },
    measure: createCanvas(1, 1).getContext('2d') as unknown as Context2D,
    drawings: new Map(),
  };
}

/** What is painted at a moment. */
export interface Seen {
  box: Box;
  state: string;
  /** The whole frame, four bytes to a pixel. */
  pixels: Buffer;
  /** The least box that holds all that is painted, px of the frame; null for nothing. */
  ink(): Box | null;
  /** The same of what is painted wholly in a colour such as `#ff8800`. @param below px from the top */
  inkOf(color: string, below?: number): Box | null;
}

/** Paints a form at a moment, without holding it to its box. */
export function seenAt(painter: FormPainter, ms: number, format: FormatName): Seen {
  const { width, height } = FORMATS[format];
  const look = painter(ms);
  if (!look) throw new Error(`Nothing is seen at ${ms} ms.`);
  const context = createCanvas(width, height).getContext('2d');
  look.paint(context as unknown as Context2D);
  const pixels = Buffer.from(context.getImageData(0, 0, width, height).data.buffer);
  const held = (isOf: (at: number) => boolean) => holding(width, height, isOf);
  return {
    ...{ box: look.box, state: look.state, pixels },
    ink: () => held((at) => pixels[at + 3] !== 0),
    inkOf: (color, below = 0) => {
      const channels = [1, 3, 5].map((from) => Number.parseInt(color.slice(from, from + 2), 16));
      const colored = [...channels, 255];
      return held(
        (at) => at >= below * width * 4 && colored.every((channel, each) => pixels[at + each] === channel),
      );
    },
  };
}

/** A box with room around it. @param by px */
export function grown({ left, top, width, height }: Box, by: number): Box {
  return { left: left - by, top: top - by, width: width + 2 * by, height: height + 2 * by };
}

/** Where a form stands, px of the frame. */
export function spaceOf({ space: { width, height, middle, frame } }: Pick<FormFacts<Form>, 'space'>): Box {
  return { left: (frame.width - width) / 2, top: middle - height / 2, width, height };
}

/** Whether a box is within another. */
export function isWithin(inner: Box | null, outer: Box): boolean {
  return (
    inner !== null &&
    inner.left >= outer.left &&
    inner.top >= outer.top &&
    inner.left + inner.width <= outer.left + outer.width &&
    inner.top + inner.height <= outer.top + outer.height
  );
}

function holding(width: number, height: number, isOf: (at: number) => boolean): Box | null {
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      if (!isOf((y * width + x) * 4)) continue;
      [left, right] = [Math.min(left, x), Math.max(right, x)];
      [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
    }
  return right < 0 ? null : { left, top, width: right + 1 - left, height: bottom + 1 - top };
}
