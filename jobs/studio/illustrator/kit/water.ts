/** Paper waves and boats. */
import { darken, type Hex, lighten, mix } from '#jobs/studio/illustrator/drawing/colour.ts';
import { BLEED } from '#jobs/studio/illustrator/drawing/frame.ts';
import { group, line, n, rect, shape } from '#jobs/studio/illustrator/drawing/path.ts';
import type { Stage } from '#jobs/studio/illustrator/drawing/stage.ts';
import { inLight } from './buildings';
import { closeBelow, sheet } from './land';

/** One sheet of scalloped waves, `swell` px high and `length` px from crest to crest. */
export function waves(stage: Stage, y: number, swell: number, length: number, colour: Hex): string {
  const start = -BLEED - stage.random.range(0, length);
  let d = `M${n(start)} ${n(y)}`;
  for (let x = start; x < stage.frame.width + BLEED; x += length) {
    d += `C${n(x + length * 0.25)} ${n(y - swell * 1.3)} ${n(x + length * 0.55)} ${n(y - swell * 1.2)} ${n(x + length * 0.62)} ${n(y - swell * 0.25)}`;
    d += `C${n(x + length * 0.66)} ${n(y + swell * 0.1)} ${n(x + length * 0.9)} ${n(y + swell * 0.12)} ${n(x + length)} ${n(y)}`;
  }
  return sheet(stage, `${d}${closeBelow(stage)}`, colour);
}

export const seaColour = (stage: Stage): Hex =>
  stage.style.name === 'neon'
    ? '#150f4a'
    : mix(
        stage.style.name === 'silhouette' ? stage.palette.near : '#1f7fa3',
        stage.palette.sky[0],
        0.18 + stage.palette.dark * 0.55,
      );

/** Short bright strokes of light on still water, between two heights. */
export function glints(stage: Stage, top: number, bottom: number, count: number): string {
  const { random, frame, palette } = stage;
  let svg = '';
  for (let i = 0; i < count; i++) {
    svg += rect(
      random.range(-20, frame.width),
      random.range(top, bottom),
      random.range(40, 150),
      4,
      mix('#ffffff', palette.light, 0.4),
      {
        rx: 2,
        opacity: n(random.range(0.2, 0.5)),
      },
    );
  }
  return svg;
}

/**
 * A small sailing boat, its waterline's middle at (0, 0), `width` px long: what is behind people aboard
 * and the hull in front of them.
 */
export function sailingBoat(
  stage: Stage,
  width: number,
  facing: -1 | 1,
  hullColour: Hex,
): { behind: string; hull: string; deck: number } {
  const w = width;
  const wood = inLight(stage, '#8a5a38', 0.4);
  const canvas = inLight(stage, '#fff3dc', 0.4);
  const stripe = inLight(stage, hullColour, 0.4);
  const mast = -w * 0.16;
  const top = -w * 1.16;
  const behind =
    line(`M${n(mast)} ${n(-w * 0.1)}V${n(top)}`, wood, w * 0.022) +
    shape(
      `M${n(mast - w * 0.03)} ${n(top + w * 0.05)}C${n(mast - w * 0.2)} ${n(-w * 0.75)} ${n(mast - w * 0.3)} ${n(-w * 0.5)} ${n(mast - w * 0.36)} ${n(-w * 0.27)}H${n(mast - w * 0.03)}Z`,
      mix(canvas, stripe, 0.35),
    ) +
    shape(
      `M${n(mast + w * 0.03)} ${n(top + w * 0.02)}C${n(mast + w * 0.36)} ${n(-w * 0.92)} ${n(mast + w * 0.44)} ${n(-w * 0.78)} ${n(mast + w * 0.42)} ${n(-w * 0.6)}L${n(mast + w * 0.03)} ${n(-w * 0.56)}Z`,
      canvas,
    ) +
    line(
      `M${n(mast + w * 0.03)} ${n(-w * 0.8)}Q${n(mast + w * 0.25)} ${n(-w * 0.84)} ${n(mast + w * 0.41)} ${n(-w * 0.76)}`,
      stripe,
      w * 0.035,
      { 'stroke-linecap': 'butt' },
    ) +
    shape(`M${n(mast)} ${n(top)}l${n(w * 0.11)} ${n(-w * 0.035)}l${n(-w * 0.11)} ${n(-w * 0.035)}Z`, stripe);
  const hullPath = `M${n(-w * 0.52)} ${n(-w * 0.17)}C${n(-w * 0.2)} ${n(-w * 0.1)} ${n(w * 0.25)} ${n(-w * 0.1)} ${n(w * 0.6)} ${n(-w * 0.24)}C${n(w * 0.52)} ${n(-w * 0.02)} ${n(w * 0.42)} ${n(w * 0.09)} ${n(w * 0.3)} ${n(w * 0.13)}H${n(-w * 0.34)}C${n(-w * 0.44)} ${n(w * 0.08)} ${n(-w * 0.5)} ${n(-w * 0.04)} ${n(-w * 0.52)} ${n(-w * 0.17)}Z`;
  const hull =
    shape(hullPath, stripe) +
    line(
      `M${n(-w * 0.5)} ${n(-w * 0.14)}C${n(-w * 0.2)} ${n(-w * 0.07)} ${n(w * 0.25)} ${n(-w * 0.07)} ${n(w * 0.57)} ${n(-w * 0.2)}`,
      lighten(stripe, 0.16),
      w * 0.022,
    ) +
    line(
      `M${n(-w * 0.48)} ${n(-w * 0.04)}C${n(-w * 0.2)} ${n(w * 0.02)} ${n(w * 0.25)} ${n(w * 0.02)} ${n(w * 0.5)} ${n(-w * 0.08)}`,
      darken(stripe, 0.1),
      w * 0.012,
    );
  const turned = (svg: string) => (facing > 0 ? svg : group(svg, { transform: 'scale(-1 1)' }));
  return { behind: turned(behind), hull: turned(hull), deck: -w * 0.1 };
}
