/** The vendored drawings of Noto Emoji (see `LICENSE`), as SVG bodies with their bounding boxes. */
import { n } from '#jobs/studio/illustrator/drawing/path.ts';
import type { Glyph } from './glyph-shape';
import noto from './noto.json';
import { OWN_GLYPHS } from './own';

const NOTO = noto as unknown as Record<string, Glyph>;

/** Colour of the deer's antlers in Noto Emoji, which nothing else in that drawing has. */
const ANTLERS = /<path fill="#bd9178"[^>]*>/g;
const deer = NOTO.deer as Glyph;

const GLYPHS: Readonly<Record<string, Glyph>> = {
  ...NOTO,
  // The stag without his antlers; his ears begin at 20.
  doe: { body: deer.body.replace(ANTLERS, ''), box: [deer.box[0], 20, deer.box[2], deer.box[3] - 15.2] },
  ...OWN_GLYPHS,
};

/** Width of a glyph divided by its height. */
export function glyphAspect(name: string): number {
  const [, , width, height] = glyph(name).box;
  return width / height;
}

function glyph(name: string): Glyph {
  const found = GLYPHS[name];
  if (!found) throw new Error(`No drawing called “${name}” is vendored; run glyphs/collect.ts.`);
  return found;
}

/**
 * The glyph with the middle of its foot at (x, y), `height` units tall. `unique` keeps the ids of its
 * gradients apart from every other use in the same picture.
 */
export function glyphAt(name: string, x: number, y: number, height: number, unique: string): string {
  const { body, box } = glyph(name);
  const [bx, by, width, tall] = box;
  const k = height / tall;
  const own = body
    .replace(/\bid="([^"]+)"/g, `id="${unique}$1"`)
    .replace(/url\(#([^)]+)\)/g, `url(#${unique}$1)`)
    .replace(/href="#([^"]+)"/g, `href="#${unique}$1"`);
  return `<g transform="translate(${n(x - (bx + width / 2) * k)} ${n(y - (by + tall) * k)}) scale(${k.toFixed(4)})">${own}</g>`;
}
