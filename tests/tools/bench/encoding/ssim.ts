/**
 * The structural similarity of two images: Wang, Bovik, Sheikh and Simoncelli, “Image quality assessment: from error
 * visibility to structural similarity” (2004). Pure.
 */

/** Luma of a frame, a byte for each pixel; what comes behind it is not looked at. */
type Luma = Uint8Array;

/** The paper's constants, for values from 0 to 255. */
const C1 = (0.01 * 255) ** 2;
const C2 = (0.03 * 255) ** 2;
/** Windows are of 8 by 8 pixels, four apart in both directions: of 2 by 2 cells. */
const CELL = 4;
const WINDOW_PIXELS = (2 * CELL) ** 2;

/** Sums of a cell, or of more of them: both images' values, the squares of both, and the products. */
const SUMS = 4;

/**
 * The mean over all windows of 8 by 8 pixels, four pixels apart.
 * @param width px @param height px, both 8 at least; what is over a multiple of 4 is not looked at
 * @returns 1 for images that are the same, less the less they are alike, -1 at least
 */
export function lumaSsim(
  one: Luma,
  other: Luma,
  { width, height }: { width: number; height: number },
): number {
  const [across, down] = [Math.floor(width / CELL), Math.floor(height / CELL)];
  let above = cellSums(one, other, width, 0);
  let sum = 0;
  for (let row = 1; row < down; row += 1) {
    const below = cellSums(one, other, width, row);
    for (let at = 1; at < across; at += 1) sum += windowSsim(above, below, SUMS * at);
    above = below;
  }
  return sum / ((across - 1) * (down - 1));
}

/** The sums of each cell in a row of them. */
function cellSums(one: Luma, other: Luma, width: number, row: number): Float64Array {
  const across = Math.floor(width / CELL);
  const sums = new Float64Array(SUMS * across);
  for (let cell = 0; cell < across; cell += 1) {
    let a = 0;
    let b = 0;
    let squares = 0;
    let products = 0;
    for (let y = 0; y < CELL; y += 1) {
      const from = (row * CELL + y) * width + cell * CELL;
      for (let at = from; at < from + CELL; at += 1) {
        const p = one[at] ?? 0;
        const q = other[at] ?? 0;
        a += p;
        b += q;
        squares += p * p + q * q;
        products += p * q;
      }
    }
    const to = SUMS * cell;
    sums[to] = a;
    sums[to + 1] = b;
    sums[to + 2] = squares;
    sums[to + 3] = products;
  }
  return sums;
}

/** Of the window whose right half are the cells with sums at `right`. */
function windowSsim(above: Float64Array, below: Float64Array, right: number): number {
  const meanA = windowSum(above, below, right) / WINDOW_PIXELS;
  const meanB = windowSum(above, below, right + 1) / WINDOW_PIXELS;
  const means = meanA * meanA + meanB * meanB;
  // Without bias, as in the paper's equations 14 to 16.
  const variances = (windowSum(above, below, right + 2) - WINDOW_PIXELS * means) / (WINDOW_PIXELS - 1);
  const covariance =
    (windowSum(above, below, right + 3) - WINDOW_PIXELS * meanA * meanB) / (WINDOW_PIXELS - 1);
  return ((2 * meanA * meanB + C1) * (2 * covariance + C2)) / ((means + C1) * (variances + C2));
}

function windowSum(above: Float64Array, below: Float64Array, at: number): number {
  const left = at - SUMS;
  return (above[left] ?? 0) + (above[at] ?? 0) + (below[left] ?? 0) + (below[at] ?? 0);
}
