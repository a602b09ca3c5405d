/** Clouds, stars and what else hangs in the air. */
import type { Hex } from '#jobs/studio/illustrator/drawing/colour.ts';
import { circle, group, n, rect, shape } from '#jobs/studio/illustrator/drawing/path.ts';
import type { Stage } from '#jobs/studio/illustrator/drawing/stage.ts';

/** A flat-bottomed cloud about 2.2 `size` wide, px. */
export function cloud(stage: Stage, x: number, y: number, size: number, colour: Hex, opacity = 1): string {
  const { random, style } = stage;
  const puffs = random.whole(4, 6);
  let svg = '';
  for (let i = 0; i < puffs; i++) {
    const u = i / (puffs - 1) - 0.5;
    svg += circle(
      x + u * size * 1.7,
      y - Math.cos(u * 3) * size * random.range(0.22, 0.42),
      size * random.range(0.26, 0.42) * (1 - Math.abs(u) * 0.6),
      colour,
    );
  }
  svg += rect(x - size * 1.02, y - size * 0.2, size * 2.04, size * 0.34, colour, { rx: n(size * 0.17) });
  const shadow =
    style.layerShadow > 0.3
      ? group(svg.replaceAll(colour, stage.palette.shadow), { transform: 'translate(5 9)', opacity: 0.13 }) +
        group(svg.replaceAll(colour, stage.palette.shadow), { transform: 'translate(3 5)', opacity: 0.13 })
      : '';
  return shadow + group(svg, { opacity });
}

/** A four-pointed star of radius `size`. */
export const star = (x: number, y: number, size: number, colour: Hex): string =>
  shape(
    `M${n(x)} ${n(y - size)}Q${n(x)} ${n(y)} ${n(x + size)} ${n(y)}Q${n(x)} ${n(y)} ${n(x)} ${n(y + size)}Q${n(x)} ${n(y)} ${n(x - size)} ${n(y)}Q${n(x)} ${n(y)} ${n(x)} ${n(y - size)}Z`,
    colour,
  );
