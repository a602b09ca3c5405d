/** Shapes whose edges shine like tubes of neon. */

import { alphas, blues, greens, isNothing, joined, PIXEL, plainBytes, reds, whole } from './lanes';

/** How bright each pixel is for its edges to be found, in a byte. */
export function fillBrightness(bytes: usize, pixels: usize, count: i32): void {
  const end = pixels + <usize>count * PIXEL;
  for (; pixels < end; pixels += 16, bytes += 4) {
    const all = v128.load(pixels);
    const colours = f32x4.add(
      f32x4.add(f32x4.mul(reds(all), f32x4.splat(0.1925)), f32x4.mul(greens(all), f32x4.splat(0.275))),
      f32x4.add(f32x4.mul(blues(all), f32x4.splat(0.0825)), f32x4.mul(alphas(all), f32x4.splat(0.45))),
    );
    const values = whole(colours);
    const halves = i16x8.narrow_i32x4_u(values, values);
    v128.store32_lane(bytes, i8x16.narrow_i16x8_u(halves, halves), 0);
  }
}

/** A slope that is no edge yet, and one from which on no edge is brighter. */
const FLAT: i8 = 26;
const STEEP: i8 = 75;

/**
 * The edges of a picture of bytes, as bytes, and as a soft map for squares of 4 px (see `blurring.ts`), which has to
 * be empty.
 */
export function findEdges(edges: usize, map: usize, bytes: usize, width: i32, height: i32): void {
  memory.fill(edges, 0, width * height);
  const across = (width + 3) >> 2;
  for (let y = 2; y < height - 2; y++) {
    const row = bytes + <usize>(y * width);
    const squares = map + ((<usize>((y >> 2) * across)) << 2);
    for (let x = 0; x < width; x += 16) {
      const at = row + <usize>x;
      const slope = i8x16.add_sat_u(
        apart(v128.load(at + 2), v128.load(at - 2)),
        apart(v128.load(at + <usize>(2 * width)), v128.load(at - <usize>(2 * width))),
      );
      const steep = i8x16.min_u(i8x16.sub_sat_u(slope, i8x16.splat(FLAT)), i8x16.splat(STEEP));
      if (!v128.any_true(steep)) continue;
      // 3.4 times as much.
      const low = i16x8.shr_u(i16x8.mul(i16x8.extend_low_i8x16_u(steep), i16x8.splat(871)), 8);
      const high = i16x8.shr_u(i16x8.mul(i16x8.extend_high_i8x16_u(steep), i16x8.splat(871)), 8);
      const found = v128.and(i8x16.narrow_i16x8_u(low, high), inside(x, width));
      storeUpTo(edges + <usize>(y * width + x), found, width - x);
      const sums = i32x4.extadd_pairwise_i16x8_u(i16x8.extadd_pairwise_i8x16_u(found));
      const shares = f32x4.mul(f32x4.convert_i32x4_s(sums), f32x4.splat(0.0625));
      addUpTo(squares + <usize>x, shares, across - (x >> 2));
    }
  }
}

function apart(one: v128, other: v128): v128 {
  return v128.or(i8x16.sub_sat_u(one, other), i8x16.sub_sat_u(other, one));
}

/** Which of 16 bytes are 2 or more from both ends of a row. */
function inside(x: i32, width: i32): v128 {
  const places = i8x16(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
  const first = x < 2 ? i8x16.ge_s(places, i8x16.splat(2)) : i8x16.splat(-1);
  const left = width - 2 - x;
  return left >= 16 ? first : v128.and(first, i8x16.lt_s(places, i8x16.splat(<i8>left)));
}

function storeUpTo(at: usize, bytes: v128, room: i32): void {
  if (room >= 16) {
    v128.store(at, bytes);
    return;
  }
  for (let k = 0; k < room; k += 4) {
    store<u32>(at + <usize>k, i32x4.extract_lane(bytes, 0));
    bytes = v128.shuffle<i32>(bytes, bytes, 1, 2, 3, 0);
  }
}

function addUpTo(at: usize, values: v128, room: i32): void {
  if (room >= 4) {
    v128.store(at, f32x4.add(v128.load(at), values));
    return;
  }
  for (let k = 0; k < room; k++) {
    store<f32>(at + ((<usize>k) << 2), load<f32>(at + ((<usize>k) << 2)) + f32x4.extract_lane(values, 0));
    values = v128.shuffle<i32>(values, values, 1, 2, 3, 0);
  }
}

/**
 * Makes a row of a layer shine at its edges: dark faces, bright tubes and a glow around them.
 * @param edges in bytes, and `glow` from 0 to 1 as 32-bit floating-point numbers
 * @param own how much of its own hue an edge takes, `keep` how much of its colour a face, `vivid` by how much stronger
 */
export function shineRow(
  row: usize,
  columns: i32,
  edges: usize,
  glow: usize,
  red: f32,
  green: f32,
  blue: f32,
  own: f32,
  keep: f32,
  vivid: f32,
): void {
  const end = row + <usize>columns * PIXEL;
  const tube: f32 = (1 - own) * 1.05;
  for (; row < end; row += 16, edges += 4, glow += 16) {
    const around = v128.load(glow);
    const all = v128.load(row);
    const isDark = !v128.any_true(f32x4.ge(around, f32x4.splat(0.0066)));
    if (isDark && isNothing(all) && load<u32>(edges) === 0) continue;
    const shine = f32x4.pmin(f32x4.splat(1), f32x4.mul(around, f32x4.splat(1.5)));
    const edge = f32x4.mul(plainBytes(edges), f32x4.splat(1 / 255));
    const r = reds(all);
    const g = greens(all);
    const b = blues(all);
    const most = f32x4.pmax(f32x4.pmax(r, g), f32x4.pmax(b, f32x4.splat(30)));
    const hue = f32x4.div(f32x4.splat(255 * 1.05 * own), most);
    const grey = f32x4.mul(f32x4.add(f32x4.add(r, g), b), f32x4.splat(1 / 3.0));
    const bright = f32x4.add(f32x4.mul(edge, f32x4.splat(0.85)), f32x4.mul(shine, f32x4.splat(0.34)));
    const white = f32x4.mul(edge, f32x4.splat(46));
    const shone = joined(
      f32x4.add(face(r, grey, vivid, keep), f32x4.add(f32x4.mul(tint(r, hue, red * tube), bright), white)),
      f32x4.add(face(g, grey, vivid, keep), f32x4.add(f32x4.mul(tint(g, hue, green * tube), bright), white)),
      f32x4.add(face(b, grey, vivid, keep), f32x4.add(f32x4.mul(tint(b, hue, blue * tube), bright), white)),
      f32x4.pmax(
        alphas(all),
        f32x4.pmax(f32x4.mul(edge, f32x4.splat(255)), f32x4.mul(shine, f32x4.splat(90))),
      ),
    );
    v128.store(row, shone);
  }
}

function face(colour: v128, grey: v128, vivid: f32, keep: f32): v128 {
  const strong = f32x4.add(colour, f32x4.mul(f32x4.sub(colour, grey), f32x4.splat(vivid)));
  return f32x4.mul(f32x4.pmax(strong, f32x4.splat(0)), f32x4.splat(keep));
}

function tint(colour: v128, hue: v128, tube: f32): v128 {
  return f32x4.add(f32x4.mul(colour, hue), f32x4.splat(tube));
}
