/**
 * Values of eight bits, sixteen at a time, and parts of a whole, which have fifteen bits: `WHOLE` is all.
 *
 * Products are those of WebAssembly's relaxed SIMD, which every processor does in one step. They are left open there for
 * numbers that are never parts; for all others they are the same everywhere.
 */

export const WHOLE: i32 = 32767;

const BYTES = memory.data<u8>([255, 0, 255, 0, 255, 0, 255, 0, 255, 0, 255, 0, 255, 0, 255, 0]);

/** The bytes that `even` takes. From memory, since a constant would be made anew each time in a loop. */
export function evenBytes(): v128 {
  return v128.load(BYTES);
}

/** Every second one of sixteen values, from the first on, in 16 bits. @param bytes `evenBytes` */
export function even(values: v128, bytes: v128): v128 {
  return v128.and(values, bytes);
}

/** Those between them. */
export function odd(values: v128): v128 {
  return i16x8.shr_u(values, 8);
}

/** Values of 16 bits as sixteen again. */
export function joined(evens: v128, odds: v128): v128 {
  return v128.or(evens, i16x8.shl(odds, 8));
}

/** Eight products of a value and a part, in 16 bits, to the nearest. */
export function times(values: v128, parts: v128): v128 {
  return i16x8.relaxed_q15mulr_s(values, parts);
}

/** Eight numbers between two each. @param parts how much of the second they are */
export function toward(first: v128, second: v128, parts: v128): v128 {
  return i16x8.add(first, times(i16x8.sub(second, first), parts));
}

/** Sixteen values between two each. @param parts how much of the second they are, the same for all */
export function between(first: v128, second: v128, parts: v128, bytes: v128): v128 {
  const evens = toward(even(first, bytes), even(second, bytes), parts);
  return joined(evens, toward(odd(first), odd(second), parts));
}

/** Eight of 255 parts as parts. */
export function partsOf(values: v128): v128 {
  return i16x8.add(i16x8.shl(values, 7), i16x8.shr_u(values, 1));
}

/**
 * What there is, and sixteen values behind it, as much as is open of them.
 * @param under values of what is not covered at all may be of another frame
 * @param covered from 0 to 255
 * @param most how much of the values is seen where all is open, from 0 to `WHOLE`
 */
export function laidBehind(under: v128, covered: v128, values: v128, most: i32, bytes: v128): v128 {
  let evens = partsOf(v128.andnot(bytes, covered));
  let odds = partsOf(i16x8.sub(bytes, odd(covered)));
  if (most !== WHOLE) {
    evens = times(evens, i16x8.splat(<i16>most));
    odds = times(odds, i16x8.splat(<i16>most));
  }
  const kept = v128.andnot(under, i8x16.eq(covered, i8x16.splat(0)));
  return i8x16.add_sat_u(kept, joined(times(even(values, bytes), evens), times(odd(values), odds)));
}
