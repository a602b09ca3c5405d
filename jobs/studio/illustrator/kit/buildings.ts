/** Houses, towers and mills. Each stands with the middle of its foot at (x, y); sizes are px. */

import { darken, type Hex, lighten, mix } from '#jobs/studio/illustrator/drawing/colour.ts';
import { BLEED } from '#jobs/studio/illustrator/drawing/frame.ts';
import { circle, group, line, n, place, rect, shape } from '#jobs/studio/illustrator/drawing/path.ts';
import type { Stage } from '#jobs/studio/illustrator/drawing/stage.ts';

/** A colour of a thing as the scene's light leaves it. */
export const inLight = (stage: Stage, colour: Hex, strength = 0.5): Hex =>
  stage.style.name === 'neon'
    ? mix(colour, '#1a1048', 0.74)
    : mix(colour, stage.palette.sky[0], stage.palette.dark * strength);

export function house(stage: Stage, x: number, y: number, size: number, wall: Hex, roof: Hex): string {
  const s = size;
  const window = stage.palette.dark > 0.15 ? '#ffd873' : '#8fb7cc';
  const walls = inLight(stage, wall, 0.6);
  const tiles = inLight(stage, roof, 0.5);
  return (
    shape(
      `M${n(x - s * 0.5)} ${n(y)}V${n(y - s * 0.62)}L${n(x)} ${n(y - s * 1.02)}L${n(x + s * 0.5)} ${n(y - s * 0.62)}V${n(y)}Z`,
      walls,
    ) +
    shape(`M${n(x + s * 0.5)} ${n(y)}V${n(y - s * 0.62)}L${n(x)} ${n(y - s * 1.02)}V${n(y)}Z`, '#000000', {
      opacity: 0.08,
    }) +
    rect(x + s * 0.22, y - s * 1.12, s * 0.13, s * 0.35, darken(tiles, 0.05)) +
    shape(
      `M${n(x - s * 0.62)} ${n(y - s * 0.55)}L${n(x)} ${n(y - s * 1.12)}L${n(x + s * 0.62)} ${n(y - s * 0.55)}L${n(x + s * 0.56)} ${n(y - s * 0.47)}L${n(x)} ${n(y - s * 0.97)}L${n(x - s * 0.56)} ${n(y - s * 0.47)}Z`,
      tiles,
    ) +
    rect(x - s * 0.12, y - s * 0.36, s * 0.24, s * 0.36, darken(tiles, 0.12), { rx: n(s * 0.12) }) +
    [-0.36, 0.2].map((u) => rect(x + u * s, y - s * 0.52, s * 0.16, s * 0.18, window, { rx: 3 })).join('')
  );
}

/** The svg of a striped lighthouse and the point of its lamp. */
export function lighthouse(
  stage: Stage,
  x: number,
  y: number,
  size: number,
): { svg: string; lamp: readonly [number, number] } {
  const s = size;
  const foot = s * 0.115;
  const head = s * 0.07;
  const top = y - s * 0.78;
  const iron = '#2b2f45';
  let svg = shape(
    `M${n(x - foot)} ${n(y)}L${n(x - head)} ${n(top)}H${n(x + head)}L${n(x + foot)} ${n(y)}Z`,
    inLight(stage, '#fbf4e6', 0.45),
  );
  for (let i = 0; i < 3; i++) {
    const a = 0.12 + i * 0.27;
    const b = a + 0.135;
    const wa = foot + (head - foot) * a;
    const wb = foot + (head - foot) * b;
    const ya = y - (y - top) * a;
    const yb = y - (y - top) * b;
    svg += shape(
      `M${n(x - wa)} ${n(ya)}L${n(x - wb)} ${n(yb)}H${n(x + wb)}L${n(x + wa)} ${n(ya)}Z`,
      inLight(stage, '#d6483f', 0.35),
    );
  }
  svg +=
    shape(`M${n(x)} ${n(y)}V${n(top)}H${n(x + head)}L${n(x + foot)} ${n(y)}Z`, '#000000', { opacity: 0.14 }) +
    rect(x - head * 1.5, top - s * 0.02, head * 3, s * 0.025, iron, { rx: 4 }) +
    rect(x - head * 0.8, top - s * 0.12, head * 1.6, s * 0.1, '#fff1a8') +
    line(
      `M${n(x - head * 0.8)} ${n(top - s * 0.12)}v${n(s * 0.1)}M${n(x)} ${n(top - s * 0.12)}v${n(s * 0.1)}M${n(x + head * 0.8)} ${n(top - s * 0.12)}v${n(s * 0.1)}`,
      iron,
      5,
    ) +
    shape(
      `M${n(x - head * 1.15)} ${n(top - s * 0.115)}Q${n(x)} ${n(top - s * 0.23)} ${n(x + head * 1.15)} ${n(top - s * 0.115)}Z`,
      inLight(stage, '#b23a36', 0.3),
    ) +
    circle(x, top - s * 0.185, s * 0.012, iron);
  for (const k of [0.25, 0.55]) {
    svg += rect(x - s * 0.014, y - (y - top) * k - s * 0.03, s * 0.028, s * 0.045, '#ffe9a0', {
      rx: n(s * 0.014),
    });
  }
  return { svg, lamp: [x, top - s * 0.07] };
}

export function windmill(stage: Stage, x: number, y: number, size: number): string {
  const s = size;
  const sail = inLight(stage, '#fff8e8', 0.5);
  let svg =
    shape(
      `M${n(x - s * 0.17)} ${n(y)}L${n(x - s * 0.1)} ${n(y - s * 0.6)}H${n(x + s * 0.1)}L${n(x + s * 0.17)} ${n(y)}Z`,
      inLight(stage, '#f4e6cf', 0.5),
    ) +
    rect(x - s * 0.045, y - s * 0.16, s * 0.09, s * 0.16, inLight(stage, '#7a4a30', 0.4), {
      rx: n(s * 0.04),
    }) +
    shape(
      `M${n(x - s * 0.13)} ${n(y - s * 0.58)}Q${n(x)} ${n(y - s * 0.78)} ${n(x + s * 0.13)} ${n(y - s * 0.58)}Z`,
      inLight(stage, '#a8483a', 0.4),
    );
  for (let i = 0; i < 4; i++) {
    const blade = rect(-4, 0, 8, s * 0.42, '#6b4a35') + rect(4, s * 0.1, s * 0.085, s * 0.31, sail);
    svg += place(blade, [x, y - s * 0.6], { turn: 20 + i * 90 });
  }
  return svg + circle(x, y - s * 0.6, s * 0.022, '#6b4a35');
}

/** A castle of three towers with pointed roofs and flags. */
export function castle(stage: Stage, x: number, y: number, size: number): string {
  const s = size;
  const stone = inLight(stage, '#d9cbb8', 0.62);
  const shade = darken(stone, 0.07);
  const roof = inLight(stage, '#b5484a', 0.5);
  const lit = stage.palette.dark > 0.15 ? '#ffd873' : '#5b6478';
  const tower = (tx: number, w: number, h: number, colour: Hex): string => {
    const top = y - h;
    let svg = rect(tx - w / 2, top, w, h, colour) + rect(tx, top, w / 2, h, '#000000', { opacity: 0.07 });
    svg += rect(tx - w * 0.6, top - s * 0.02, w * 1.2, s * 0.05, lighten(colour, 0.03), { rx: 4 });
    svg += shape(
      `M${n(tx - w * 0.7)} ${n(top - s * 0.01)}L${n(tx)} ${n(top - w * 1.5)}L${n(tx + w * 0.7)} ${n(top - s * 0.01)}Z`,
      roof,
    );
    svg += shape(
      `M${n(tx)} ${n(top - w * 1.5)}L${n(tx + w * 0.7)} ${n(top - s * 0.01)}H${n(tx)}Z`,
      '#000000',
      { opacity: 0.12 },
    );
    svg += line(`M${n(tx)} ${n(top - w * 1.45)}v${n(-s * 0.09)}`, '#4b3a3a', 4);
    svg += shape(
      `M${n(tx)} ${n(top - w * 1.45 - s * 0.09)}l${n(s * 0.08)} ${n(s * 0.025)}l${n(-s * 0.08)} ${n(s * 0.025)}Z`,
      inLight(stage, '#f2c14e', 0.3),
    );
    svg += rect(tx - w * 0.12, top + h * 0.2, w * 0.24, w * 0.42, lit, { rx: n(w * 0.12) });
    return svg;
  };
  let wall = rect(x - s * 0.42, y - s * 0.34, s * 0.84, s * 0.34, stone);
  for (let i = 0; i < 9; i++)
    wall += rect(x - s * 0.42 + i * s * 0.099, y - s * 0.385, s * 0.055, s * 0.05, stone);
  const gate =
    rect(x - s * 0.085, y - s * 0.22, s * 0.17, s * 0.22, '#3a2a2e', { rx: n(s * 0.085) }) +
    rect(x - s * 0.085, y - s * 0.1, s * 0.17, s * 0.1, '#3a2a2e');
  return (
    tower(x - s * 0.16, s * 0.17, s * 0.62, shade) +
    tower(x + s * 0.2, s * 0.15, s * 0.52, shade) +
    wall +
    tower(x - s * 0.44, s * 0.19, s * 0.48, stone) +
    tower(x + s * 0.44, s * 0.19, s * 0.5, stone) +
    gate
  );
}

/** A lamp post and the point of its light. */
export function lampPost(
  x: number,
  y: number,
  height: number,
  colour: Hex,
  side: number,
): { svg: string; lamp: readonly [number, number] } {
  const reach = height * 0.16 * side;
  return {
    svg:
      rect(x - height * 0.014, y - height, height * 0.028, height, colour) +
      line(
        `M${n(x)} ${n(y - height)}q0 ${n(-height * 0.12)} ${n(reach)} ${n(-height * 0.1)}`,
        colour,
        height * 0.026,
      ) +
      circle(x + reach, y - height * 1.08, height * 0.045, '#fff0b5'),
    lamp: [x + reach, y - height * 1.08],
  };
}

/** A picket fence across the picture. */
export function fence(stage: Stage, y: number, height: number, colour: Hex): string {
  const gap = height * 0.55;
  let svg = '';
  for (let x = -60 - gap * Math.ceil(BLEED / gap); x < stage.frame.width + BLEED; x += gap) {
    svg += shape(
      `M${n(x)} ${n(y)}V${n(y - height * 0.85)}l${n(height * 0.1)} ${n(-height * 0.15)}l${n(height * 0.1)} ${n(height * 0.15)}V${n(y)}Z`,
      colour,
    );
  }
  for (const k of [0.28, 0.66])
    svg += rect(
      -BLEED,
      y - height * k - height * 0.06,
      stage.frame.width + 2 * BLEED,
      height * 0.12,
      darken(colour, 0.05),
    );
  return group(svg, {});
}

/** A round stone well under a little roof, with its bucket; the foot's middle at (x, y). */
export function well(stage: Stage, x: number, y: number, height: number): string {
  const stone = inLight(stage, '#a9a39a', 0.5);
  const wood = inLight(stage, '#7a5236', 0.5);
  const roof = inLight(stage, '#a8543f', 0.5);
  const h = height;
  let stones = '';
  for (let row = 0; row < 3; row++)
    for (let i = 0; i < 5; i++)
      stones += rect(
        x - h * 0.29 + i * h * 0.117 + (row % 2 ? h * 0.03 : 0),
        y - h * 0.33 + row * h * 0.11,
        h * 0.095,
        h * 0.085,
        lighten(stone, ((i + row) % 3) * 0.03),
        { rx: n(h * 0.02) },
      );
  return (
    rect(x - h * 0.27, y - h * 0.86, h * 0.05, h * 0.56, wood) +
    rect(x + h * 0.22, y - h * 0.86, h * 0.05, h * 0.56, wood) +
    rect(x - h * 0.27, y - h * 0.68, h * 0.54, h * 0.05, darken(wood, 0.06), { rx: n(h * 0.02) }) +
    line(`M${n(x)} ${n(y - h * 0.66)}V${n(y - h * 0.5)}`, '#e0d3b8', h * 0.014) +
    shape(
      `M${n(x - h * 0.07)} ${n(y - h * 0.52)}H${n(x + h * 0.07)}L${n(x + h * 0.05)} ${n(y - h * 0.4)}H${n(x - h * 0.05)}Z`,
      darken(wood, 0.04),
    ) +
    rect(x - h * 0.31, y - h * 0.35, h * 0.62, h * 0.36, stone, { rx: n(h * 0.04) }) +
    stones +
    rect(x - h * 0.34, y - h * 0.4, h * 0.68, h * 0.07, lighten(stone, 0.07), { rx: n(h * 0.03) }) +
    shape(
      `M${n(x - h * 0.4)} ${n(y - h * 0.8)}L${n(x)} ${n(y - h * 1.06)}L${n(x + h * 0.4)} ${n(y - h * 0.8)}Z`,
      roof,
    )
  );
}
