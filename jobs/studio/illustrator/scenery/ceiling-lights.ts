/** Lamps of rooms that have none on their floors. */
import type { Hex } from '#jobs/studio/illustrator/drawing/colour.ts';
import { ellipse, line, n, rect, shape } from '#jobs/studio/illustrator/drawing/path.ts';
import { draw, halo, type Stage } from '#jobs/studio/illustrator/drawing/stage.ts';
import { inLight } from '#jobs/studio/illustrator/kit/buildings.ts';
import { scaled } from './ground';

const lit = (stage: Stage, colour: Hex) => inLight(stage, colour, 0.45);

/** Lamps that hang from the ceiling, at these shares of the width. */
export function paintPendants(stage: Stage, floorY: number, shares: readonly number[]): void {
  const s = scaled(stage, 110);
  const y = floorY * 0.2;
  for (const share of shares) {
    const x = stage.frame.width * share;
    draw(
      stage,
      'far',
      line(`M${n(x)} -170V${n(y)}`, '#3a3030', 5) +
        shape(
          `M${n(x - s * 0.5)} ${n(y + s * 0.5)}Q${n(x - s * 0.44)} ${n(y)} ${n(x)} ${n(y)}Q${n(x + s * 0.44)} ${n(y)} ${n(x + s * 0.5)} ${n(y + s * 0.5)}Z`,
          lit(stage, '#d98a4a'),
        ) +
        ellipse(x, y + s * 0.5, s * 0.34, s * 0.1, '#fff0c0'),
    );
    halo(stage, 'glow', x, y + s * 0.6, s * 2.6, '#ffd890', 0.14 + stage.palette.dark * 0.4);
  }
}

/** Strips of cold light under the ceiling. */
export function paintStripLights(stage: Stage, floorY: number): void {
  const { frame } = stage;
  const s = scaled(stage, 280);
  const y = floorY * 0.08;
  for (const share of [0.26, 0.74]) {
    const x = frame.width * share;
    draw(stage, 'far', rect(x - s / 2, y, s, s * 0.1, '#f6fbff', { rx: 8 }));
    halo(stage, 'glow', x, y + s * 0.1, s * 1.2, '#e6f4ff', 0.1 + stage.palette.dark * 0.3);
  }
}
