/** A person's legs, standing or sitting, in the units of `body.ts`. */
import type { Look } from '#jobs/story/film/scene-reading.ts';
import { darken } from '#jobs/studio/illustrator/drawing/colour.ts';
import { ellipse, line, n, shape } from '#jobs/studio/illustrator/drawing/path.ts';
import type { Body, Pose } from './body';
import { CLOTH_HEX } from './cloth-colours';
import { SKIN_COLOURS } from './head';

export function legs(look: Look, body: Body, pose: Pose, sitting: boolean): string {
  if (sitting) return '';
  const bare = look.garment === 'dress';
  const trousers = bare ? darken(SKIN_COLOURS[look.skin], 0.03) : '#3f4560';
  const boot = '#4a3129';
  return [-1, 1]
    .map((side, i) => {
      const [dx, dy] = pose.feet[i] ?? [0, 0];
      const hx = side * body.hip * 0.46;
      const fx = hx + dx;
      const fy = -46 + dy;
      const kx = (hx + fx) / 2 + (dy < -20 ? 50 : 8 * side);
      const ky = (body.hipY + fy) / 2;
      return (
        line(
          `M${n(hx)} ${n(body.hipY - 10)}Q${n(kx)} ${n(ky)} ${n(fx)} ${n(fy)}`,
          trousers,
          body.limb * (bare ? 0.78 : 1.02),
        ) +
        shape(
          `M${n(fx - 44)} ${n(fy + 46)}V${n(fy - 34)}H${n(fx + 40)}V${n(fy - 2)}Q${n(fx + 92)} ${n(fy + 6)} ${n(fx + 92)} ${n(fy + 46)}Z`,
          boot,
        )
      );
    })
    .join('');
}

/** Knees and shins of someone who sits on the ground, facing the viewer. */
export function sittingLegs(look: Look, body: Body): string {
  const cover = look.garment === 'dress' ? CLOTH_HEX[look.cloth] : '#3f4560';
  return [-1, 1]
    .map(
      (side) =>
        line(
          `M${n(side * body.hip * 0.5)} -105Q${n(side * 165)} -150 ${n(side * 175)} -62`,
          cover,
          body.limb * 1.15,
        ) + ellipse(side * 186, -30, 58, 36, '#4a3129'),
    )
    .join('');
}
