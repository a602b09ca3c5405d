/** What styles do to a layer by itself: one tone, light on figures, a margin around them. */

import {
  alphas,
  blues,
  greens,
  isNothing,
  joined,
  joinedWithAlphaOf,
  mixed,
  PIXEL,
  reds,
  within,
} from './lanes';

/** Paints pixels in one tone; `detail` (0 to 1) is how much of their own light and shade stays. */
export function flatten(pixels: usize, count: i32, red: f32, green: f32, blue: f32, detail: f32): void {
  const end = pixels + <usize>count * PIXEL;
  for (; pixels < end; pixels += 16) {
    const all = v128.load(pixels);
    if (isNothing(all)) continue;
    const part = f32x4.mul(alphas(all), f32x4.splat(1 / 255));
    const light = f32x4.add(
      f32x4.add(
        f32x4.mul(reds(all), f32x4.splat(0.3 / 255)),
        f32x4.mul(greens(all), f32x4.splat(0.59 / 255)),
      ),
      f32x4.mul(blues(all), f32x4.splat(0.11 / 255)),
    );
    const own = f32x4.mul(f32x4.sub(light, f32x4.mul(part, f32x4.splat(0.5))), f32x4.splat(detail * 90));
    const toned = joinedWithAlphaOf(
      all,
      f32x4.add(f32x4.mul(part, f32x4.splat(red)), own),
      f32x4.add(f32x4.mul(part, f32x4.splat(green)), own),
      f32x4.add(f32x4.mul(part, f32x4.splat(blue)), own),
    );
    v128.store(pixels, toned);
  }
}

/** Nine numbers: what each colour is multiplied by, then the shade's colours, then those of the rim. */
const LIGHT_COLOURS = 9;
const light = memory.data(LIGHT_COLOURS * 4, 16);

/** Where the colours of a figure's light are kept for `lightRow`. */
export function figureLight(): usize {
  return light;
}

function lit(colour: v128, alpha: v128, at: i32, dim: v128, rim: v128): v128 {
  const address = light + ((<usize>at) << 2);
  const tinted = f32x4.mul(colour, f32x4.splat(load<f32>(address)));
  const shaded = mixed(tinted, f32x4.mul(alpha, f32x4.splat(load<f32>(address, 12))), dim);
  return mixed(shaded, f32x4.mul(alpha, f32x4.splat(load<f32>(address, 24))), rim);
}

/**
 * Lights and shades a row of figures.
 * @param before how much of the figures is around each pixel's neighbour on the side of the light (0 to 1, as 32-bit
 *   floating-point numbers), and `behind` on the other
 */
export function lightRow(
  row: usize,
  columns: i32,
  before: usize,
  behind: usize,
  rimStrength: f32,
  shadeStrength: f32,
): void {
  const end = row + <usize>columns * PIXEL;
  for (; row < end; row += 16, before += 16, behind += 16) {
    const all = v128.load(row);
    if (isNothing(all)) continue;
    const part = f32x4.mul(alphas(all), f32x4.splat(1 / 255));
    const open = f32x4.sub(f32x4.splat(1), v128.load(before));
    const dark = f32x4.sub(f32x4.splat(1), v128.load(behind));
    const rim = f32x4.mul(
      within(f32x4.sub(f32x4.mul(open, f32x4.splat(1.5)), f32x4.splat(0.42)), 0, 1),
      f32x4.splat(rimStrength),
    );
    const dim = f32x4.mul(
      within(f32x4.sub(f32x4.mul(dark, f32x4.splat(1.15)), f32x4.splat(0.12)), 0, 1),
      f32x4.splat(shadeStrength),
    );
    const r = lit(reds(all), part, 0, dim, rim);
    const g = lit(greens(all), part, 1, dim, rim);
    v128.store(row, joinedWithAlphaOf(all, r, g, lit(blues(all), part, 2, dim, rim)));
  }
}

/** Lays a margin of paper under a row of figures. @param near how much of the figures is around each pixel, 0 to 1 */
export function marginRow(row: usize, columns: i32, near: usize, red: f32, green: f32, blue: f32): void {
  const end = row + <usize>columns * PIXEL;
  for (; row < end; row += 16, near += 16) {
    const around = v128.load(near);
    const wide = within(f32x4.mul(f32x4.sub(around, f32x4.splat(0.06)), f32x4.splat(9)), 0, 1);
    if (!v128.any_true(wide)) continue;
    const all = v128.load(row);
    const alpha = alphas(all);
    const open = f32x4.sub(f32x4.splat(1), f32x4.mul(alpha, f32x4.splat(1 / 255)));
    const cover = f32x4.mul(wide, open);
    const laid = joined(
      f32x4.add(reds(all), f32x4.mul(cover, f32x4.splat(red))),
      f32x4.add(greens(all), f32x4.mul(cover, f32x4.splat(green))),
      f32x4.add(blues(all), f32x4.mul(cover, f32x4.splat(blue))),
      f32x4.add(alpha, f32x4.mul(cover, f32x4.splat(255))),
    );
    v128.store(row, laid);
  }
}
