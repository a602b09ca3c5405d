/** Numbers as they are painted: so coarse that equal ones look the same, and what has arrived stands still. */

/** @param digits after the point */
export function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
