/** What a style's brush and paper do to an area of a plane: moved edges, washes, bristles, fibre and grain. */

import {
  alphas,
  blues,
  counted,
  greens,
  isNothing,
  joinedWithAlphaOf,
  mixed,
  PIXEL,
  reds,
  STEP,
  signedBytes,
  whole,
  within,
} from './lanes';

/** By how many px four values of a texture move their pixels. */
function moves(texture: usize, reach: v128): v128 {
  return whole(f32x4.add(f32x4.mul(signedBytes(texture), reach), f32x4.splat(0.5)));
}

function limited(places: v128, most: i32): v128 {
  return i32x4.max_s(i32x4.splat(0), i32x4.min_s(i32x4.splat(most), places));
}

/**
 * Moves the pixels of an area along two textures.
 * @param unmoved memory for as many pixels as the plane has
 * @param reach px for each unit of the textures, and `most` how far any pixel goes
 */
export function displace(
  pixels: usize,
  width: i32,
  height: i32,
  unmoved: usize,
  flowX: usize,
  flowY: usize,
  reach: f32,
  most: i32,
  left: i32,
  top: i32,
  right: i32,
  bottom: i32,
): void {
  const first = max(0, top - most) * width;
  const last = min(height, bottom + most) * width;
  const offset = <usize>first * PIXEL;
  memory.copy(unmoved + offset, pixels + offset, <usize>(last - first) * PIXEL);
  const reaches = f32x4.splat(reach);
  for (let y = top; y < bottom; y++) {
    for (let x = left & ~(STEP - 1); x < right; x += STEP) {
      const i = y * width + x;
      const column = i32x4.add(
        i32x4.add(i32x4.splat(x), i32x4(0, 1, 2, 3)),
        moves(flowX + <usize>i, reaches),
      );
      const row = i32x4.add(i32x4.splat(y), moves(flowY + <usize>i, reaches));
      const from = i32x4.mul(limited(row, height - 1), i32x4.splat(width));
      const at = i32x4.shl(i32x4.add(from, limited(column, width - 1)), 2);
      let moved = v128.load32_zero(unmoved + <usize>i32x4.extract_lane(at, 0));
      moved = v128.load32_lane(unmoved + <usize>i32x4.extract_lane(at, 1), moved, 1);
      moved = v128.load32_lane(unmoved + <usize>i32x4.extract_lane(at, 2), moved, 2);
      moved = v128.load32_lane(unmoved + <usize>i32x4.extract_lane(at, 3), moved, 3);
      v128.store(pixels + <usize>i * PIXEL, moved);
    }
  }
}

/**
 * Pools and spreads the pigment of a row by how light is what is seen there.
 * @param behind the row as it is seen without pigment, and `around` how light it is around each pixel, 0 to 255
 * @param spread from the texture of washes
 */
export function washRow(row: usize, behind: usize, columns: i32, around: usize, spread: usize): void {
  const end = row + <usize>columns * PIXEL;
  for (; row < end; row += 16, behind += 16, around += 16, spread += 4) {
    const all = v128.load(row);
    if (isNothing(all)) continue;
    // Pigment gathers on the darker side of every edge.
    const darker = f32x4.sub(lightOf(v128.load(behind)), v128.load(around));
    const pooled = within(f32x4.mul(darker, f32x4.splat(0.55)), -46, 10);
    const wash = f32x4.mul(signedBytes(spread), f32x4.splat(0.3));
    const stay = f32x4.sub(f32x4.splat(0.96), f32x4.mul(wash, f32x4.splat(1 / 330)));
    const part = f32x4.mul(alphas(all), f32x4.splat(1 / 255));
    const lift = f32x4.mul(f32x4.add(pooled, f32x4.add(wash, f32x4.splat(10.2))), part);
    const washed = joinedWithAlphaOf(
      all,
      f32x4.add(f32x4.mul(reds(all), stay), lift),
      f32x4.add(f32x4.mul(greens(all), stay), lift),
      f32x4.add(f32x4.mul(blues(all), stay), lift),
    );
    v128.store(row, washed);
  }
}

function lightOf(pixels: v128): v128 {
  return f32x4.add(
    f32x4.add(f32x4.mul(reds(pixels), f32x4.splat(0.3)), f32x4.mul(greens(pixels), f32x4.splat(0.59))),
    f32x4.mul(blues(pixels), f32x4.splat(0.11)),
  );
}

/**
 * Marks an area by a bristle brush, with a little unevenness in the mix.
 * @param count of the plane's pixels
 * @param bend a texture that the bristles follow, `reach` px up and down for each of its units
 */
export function brush(
  pixels: usize,
  width: i32,
  count: i32,
  bristles: usize,
  wash: usize,
  bend: usize,
  reach: f32,
  left: i32,
  top: i32,
  right: i32,
  bottom: i32,
): void {
  const reaches = f32x4.splat(reach);
  for (let y = top; y < bottom; y++) {
    let i = y * width + (left & ~(STEP - 1));
    const end = y * width + right;
    for (; i < end; i += STEP) {
      const at = pixels + <usize>i * PIXEL;
      const all = v128.load(at);
      if (isNothing(all)) continue;
      const uneven = signedBytes(wash + <usize>i);
      const bent = i32x4.mul(moves(bend + <usize>i, reaches), i32x4.splat(width));
      const places = i32x4.add(i32x4.add(i32x4.splat(i), i32x4(0, 1, 2, 3)), bent);
      const marks = bytesAt(bristles, limited(places, count - 1));
      const stroke = f32x4.add(
        f32x4.add(f32x4.splat(1), f32x4.mul(marks, f32x4.splat(0.0011))),
        f32x4.mul(uneven, f32x4.splat(0.0007)),
      );
      const warm = f32x4.mul(uneven, f32x4.mul(alphas(all), f32x4.splat(0.05 / 255)));
      const marked = joinedWithAlphaOf(
        all,
        f32x4.add(f32x4.mul(reds(all), stroke), warm),
        f32x4.mul(greens(all), stroke),
        f32x4.sub(f32x4.mul(blues(all), stroke), warm),
      );
      v128.store(at, marked);
    }
  }
}

function bytesAt(texture: usize, places: v128): v128 {
  return f32x4(
    <f32>(<i32>load<i8>(texture + <usize>i32x4.extract_lane(places, 0))),
    <f32>(<i32>load<i8>(texture + <usize>i32x4.extract_lane(places, 1))),
    <f32>(<i32>load<i8>(texture + <usize>i32x4.extract_lane(places, 2))),
    <f32>(<i32>load<i8>(texture + <usize>i32x4.extract_lane(places, 3))),
  );
}

/**
 * Lays grain and fibre over an area and darkens it away from a point.
 * @param grainPart how much of the textures' units, for each unit of alpha
 * @param darkening for each unit of the square of how far a pixel is from (`middleX`, `middleY`), counted in `reachX`
 *   and `reachY` px, less 0.28
 */
export function finish(
  pixels: usize,
  width: i32,
  grain: usize,
  fibre: usize,
  grainPart: f32,
  fibrePart: f32,
  darkening: f32,
  middleX: f32,
  middleY: f32,
  reachX: f32,
  reachY: f32,
  left: i32,
  top: i32,
  right: i32,
  bottom: i32,
): void {
  const first = left & ~(STEP - 1);
  const one = f32x4.splat(1);
  const grains = f32x4.splat(grainPart);
  const fibres = f32x4.splat(fibrePart);
  const scale = f32x4.splat(1 / reachX);
  for (let y = top; y < bottom; y++) {
    const dy = (<f32>y - middleY) / reachY;
    const down = f32x4.splat(dy * dy - 0.28);
    for (let x = first; x < right; x += STEP) {
      const i = <usize>(y * width + x);
      const at = pixels + i * PIXEL;
      const all = v128.load(at);
      if (isNothing(all)) continue;
      const dx = f32x4.mul(f32x4.add(counted(), f32x4.splat(<f32>x - middleX)), scale);
      const far = f32x4.pmax(f32x4.splat(0), f32x4.add(f32x4.mul(dx, dx), down));
      const dim = f32x4.sub(one, f32x4.mul(far, f32x4.splat(darkening)));
      const rough = f32x4.add(
        f32x4.mul(signedBytes(grain + i), grains),
        f32x4.mul(signedBytes(fibre + i), fibres),
      );
      const added = f32x4.mul(rough, alphas(all));
      // The dark is a little blue.
      const bluish = mixed(dim, one, f32x4.splat(0.12));
      const finished = joinedWithAlphaOf(
        all,
        f32x4.mul(f32x4.add(reds(all), added), dim),
        f32x4.mul(f32x4.add(greens(all), added), dim),
        f32x4.mul(f32x4.add(blues(all), added), bluish),
      );
      v128.store(at, finished);
    }
  }
}
