/** The planes of luma and colour that an encoder takes. */

/**
 * Makes the planes that an encoder takes of some rows of an opaque frame: BT.709 in a film's range (ITU-R BT.709, 8
 * bit), the colours of each two by two pixels as one. Differences of colour have 219 steps and not the 224 that there
 * is room for, and all values are rounded down, as in stretches that the web renderer draws: all of a film are alike.
 * @param luma where these rows' go, as `cb` and `cr`
 */
export function toPlanes(frame: usize, width: i32, rows: i32, luma: usize, cb: usize, cr: usize): void {
  // 0.1826, 0.6142, 0.0620 of 256; their sum is 219 of 255.
  const weights = i16x8(47, 157, 16, 0, 47, 157, 16, 0);
  const bias = i32x4.splat(16 * 256);
  const wu = i16x8(-25, -85, 110, 0, -25, -85, 110, 0);
  const wv = i16x8(110, -100, -10, 0, 110, -100, -10, 0);
  const middle = i32x4.splat(128 << 10);
  for (let y = 0; y < rows; y += 2) {
    const r0 = frame + <usize>(y * width) * 4;
    const r1 = r0 + <usize>width * 4;
    const l0 = luma + <usize>(y * width);
    const l1 = l0 + <usize>width;
    const c0 = <usize>((y >>> 1) * (width >>> 1));
    for (let x = 0; x < width; x += 4) {
      const p = v128.load(r0 + <usize>x * 4);
      const q = v128.load(r1 + <usize>x * 4);
      const pl = i16x8.extend_low_i8x16_u(p);
      const ph = i16x8.extend_high_i8x16_u(p);
      const ql = i16x8.extend_low_i8x16_u(q);
      const qh = i16x8.extend_high_i8x16_u(q);
      v128.store32_lane(l0 + <usize>x, lumaOf(pl, ph, weights, bias), 0);
      v128.store32_lane(l1 + <usize>x, lumaOf(ql, qh, weights, bias), 0);
      // Sums of two rows; then of two pixels beside each other.
      const left = i16x8.add(pl, ql);
      const right = i16x8.add(ph, qh);
      const sums = i16x8.add(v128.shuffle<i64>(left, right, 0, 2), v128.shuffle<i64>(left, right, 1, 3));
      store<u16>(cb + c0 + <usize>(x >>> 1), chromaOf(sums, wu, middle));
      store<u16>(cr + c0 + <usize>(x >>> 1), chromaOf(sums, wv, middle));
    }
  }
}

function lumaOf(low: v128, high: v128, weights: v128, bias: v128): v128 {
  const a = i32x4.dot_i16x8_s(low, weights);
  const b = i32x4.dot_i16x8_s(high, weights);
  const sums = i32x4.add(v128.shuffle<i32>(a, b, 0, 2, 4, 6), v128.shuffle<i32>(a, b, 1, 3, 5, 7));
  const values = i32x4.shr_u(i32x4.add(sums, bias), 8);
  const narrow = i16x8.narrow_i32x4_u(values, values);
  return i8x16.narrow_i16x8_u(narrow, narrow);
}

function chromaOf(sums: v128, weights: v128, middle: v128): u16 {
  const a = i32x4.dot_i16x8_s(sums, weights);
  const pairs = i32x4.add(v128.shuffle<i32>(a, a, 0, 2, 0, 2), v128.shuffle<i32>(a, a, 1, 3, 1, 3));
  const values = i32x4.shr_s(i32x4.add(pairs, middle), 10);
  return <u16>(i32x4.extract_lane(values, 0) | (i32x4.extract_lane(values, 1) << 8));
}
