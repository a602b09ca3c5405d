/** Numbers that are counted in 256 parts. */

/** Eight products of a value and of parts of 256, in 16 bits, as values again: to the nearest, so that none grow dark. */
export function rounded(products: v128): v128 {
  return i16x8.shr_u(i16x8.add(products, i16x8.splat(128)), 8);
}
