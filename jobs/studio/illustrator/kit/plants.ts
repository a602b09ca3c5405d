/** Grasses, reeds, flowers and leaves. */
import { darken, type Hex, lighten, mix } from '#jobs/studio/illustrator/drawing/colour.ts';
import { circle, line, n, place, rect, shape } from '#jobs/studio/illustrator/drawing/path.ts';
import type { Stage } from '#jobs/studio/illustrator/drawing/stage.ts';

/** A tuft of six blades. */
export function grass(stage: Stage, x: number, y: number, height: number, colour: Hex): string {
  let d = '';
  for (let i = 0; i < 6; i++) {
    const dx = (i - 2.5) * height * 0.13;
    const bend = stage.random.range(-0.35, 0.35) * height;
    d += `M${n(x + dx - height * 0.04)} ${n(y)}Q${n(x + dx + bend * 0.3)} ${n(y - height * 0.6)} ${n(x + dx + bend)} ${n(y - height * stage.random.range(0.7, 1.1))}Q${n(x + dx + bend * 0.4)} ${n(y - height * 0.5)} ${n(x + dx + height * 0.05)} ${n(y)}Z`;
  }
  return shape(d, colour);
}

export function reed(stage: Stage, x: number, y: number, height: number, colour: Hex): string {
  let svg = grass(stage, x, y, height * 0.8, colour);
  for (let i = 0; i < 3; i++) {
    const rx = x + (i - 1) * height * 0.14;
    const top = y - height * stage.random.range(0.8, 1.1);
    svg += line(
      `M${n(rx)} ${n(y)}Q${n(rx + 4)} ${n((y + top) / 2)} ${n(rx)} ${n(top)}`,
      colour,
      height * 0.022,
    );
    svg += rect(
      rx - height * 0.03,
      top - height * 0.02,
      height * 0.06,
      height * 0.2,
      mix('#6b4226', colour, 0.3),
      { rx: height * 0.03 },
    );
  }
  return svg;
}

export function flower(x: number, y: number, size: number, petals: Hex, stem: Hex): string {
  let svg = line(
    `M${n(x)} ${n(y)}Q${n(x + size * 0.2)} ${n(y - size)} ${n(x)} ${n(y - size * 2)}`,
    stem,
    size * 0.16,
  );
  for (let i = 0; i < 5; i++) {
    const angle = (i / 5) * 6.283;
    svg += circle(
      x + Math.cos(angle) * size * 0.42,
      y - size * 2 + Math.sin(angle) * size * 0.42,
      size * 0.33,
      petals,
    );
  }
  return svg + circle(x, y - size * 2, size * 0.26, '#ffd35c');
}

/** A twig with leaves, growing from (x, y) under `angle` degrees. */
export function leafBranch(
  x: number,
  y: number,
  length: number,
  angle: number,
  colour: Hex,
  leaves = 9,
): string {
  let svg = line(`M0 0Q${n(length * 0.5)} ${n(-length * 0.12)} ${n(length)} 0`, darken(colour, 0.04), 9);
  for (let i = 1; i <= leaves; i++) {
    const t = i / leaves;
    const s = length * 0.24 * (1 - t * 0.45);
    const leaf =
      shape(
        `M0 0C${n(s * 0.3)} ${n(-s * 0.34)} ${n(s * 0.8)} ${n(-s * 0.28)} ${n(s)} 0C${n(s * 0.8)} ${n(s * 0.28)} ${n(s * 0.3)} ${n(s * 0.34)} 0 0Z`,
        lighten(colour, (i % 3) * 0.018),
      ) + line(`M0 0H${n(s * 0.85)}`, lighten(colour, 0.07), 3, { opacity: 0.6 });
    svg += place(leaf, [length * t, -length * 0.24 * t * (1 - t)], {
      turn: (i % 2 ? -1 : 1) * (48 - t * 20),
    });
  }
  return place(svg, [x, y], { turn: angle });
}

/** A large jungle leaf with notches, growing from (x, y) under `angle` degrees. */
export function broadLeaf(x: number, y: number, length: number, angle: number, colour: Hex): string {
  const w = length * 0.34;
  let svg = shape(
    `M0 0C${n(length * 0.2)} ${n(-w)} ${n(length * 0.7)} ${n(-w)} ${n(length)} 0C${n(length * 0.7)} ${n(w)} ${n(length * 0.2)} ${n(w)} 0 0Z`,
    colour,
  );
  let veins = `M0 0H${n(length * 0.92)}`;
  for (let i = 1; i < 6; i++) {
    const vx = length * (0.12 + i * 0.13);
    veins += `M${n(vx)} 0L${n(vx + length * 0.12)} ${n(-w * 0.55)}M${n(vx)} 0L${n(vx + length * 0.12)} ${n(w * 0.55)}`;
  }
  svg += line(veins, lighten(colour, 0.09), 3, { opacity: 0.55 });
  return place(svg, [x, y], { turn: angle });
}
