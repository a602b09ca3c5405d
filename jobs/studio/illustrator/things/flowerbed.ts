/** Flowers and what else grows, where a scene shows nothing but them. */

import { draw, ellipseShadow, type Stage } from '#jobs/studio/illustrator/drawing/stage.ts';
import { glyphAspect, glyphAt } from '#jobs/studio/illustrator/glyphs/glyph.ts';
import type { Thing } from '#jobs/studio/reading/lexicon/things.ts';

/** What grows from the ground is seldom one alone. */
export const GROWING: ReadonlySet<string> = new Set([
  'rose',
  'flower',
  'sunflower',
  'mushroom',
  'seedling',
  'pumpkin',
]);

/** Five of what grows, the middle ones nearer. */
export function paintBed(stage: Stage, thing: Thing): void {
  const { frame } = stage;
  if (!thing.glyph) return;
  const h = frame.unit * thing.size ** 0.72 * 0.8;
  const step = Math.min(frame.width * 0.15, h * 1.2);
  for (const [i, dx] of [-2, 2, -1, 1, 0].entries()) {
    const x = frame.width / 2 + dx * step;
    const y = frame.feet + stage.lift - frame.height * 0.012 * Math.abs(dx);
    const tall = h * (1 - Math.abs(dx) * 0.07);
    draw(stage, 'ground', ellipseShadow(stage, x, y, (tall * glyphAspect(thing.glyph)) / 2));
    draw(stage, 'figures', glyphAt(thing.glyph, x, y, tall, `g${i}_`));
  }
}
