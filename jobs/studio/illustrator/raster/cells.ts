/** A plane as a grid of small squares, each with a flag: what shows in it, what is hidden, what may be left out. */

import type { Area } from './area';

/** Side of a square, px. */
export const CELL = 8;

export interface Cells {
  /** Number of squares; the last of a row or column may reach beyond the plane. */
  across: number;
  down: number;
  /** 1 or 0, row by row. */
  flags: Uint8Array;
}

/** A rectangle of squares; `right` and `bottom` are those after the last. */
export interface CellBox {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The pixels in a box of squares. @param size of the plane, px */
export const pixelsIn = (
  { left, top, right, bottom }: CellBox,
  size: { width: number; height: number },
): Area => ({
  left: left * CELL,
  top: top * CELL,
  right: Math.min(size.width, right * CELL),
  bottom: Math.min(size.height, bottom * CELL),
});

/** All squares of a plane of that size, px. */
export function cellsFor({ width, height }: { width: number; height: number }, flag: 0 | 1): Cells {
  const [across, down] = [Math.ceil(width / CELL), Math.ceil(height / CELL)];
  return { across, down, flags: new Uint8Array(across * down).fill(flag) };
}

export const areaOf = ({ left, top, right, bottom }: CellBox): number => (right - left) * (bottom - top);

/**
 * Boxes around all flagged squares: one, or several where leaving out the empty bands between them saves at
 * least `leastSaving` squares each time. No box is cut through anything, so that no seam can show.
 */
export function boxesAround(cells: Cells, most: number, leastSaving: number): CellBox[] {
  const whole = boxAround(cells);
  const boxes = whole ? [whole] : [];
  while (boxes.length > 0 && boxes.length < most) {
    let best: { at: number; parts: CellBox[]; saving: number } | null = null;
    for (const [at, box] of boxes.entries()) {
      for (const parts of waysToSplit(cells, box)) {
        const saving = areaOf(box) - parts.reduce((sum, part) => sum + areaOf(part), 0);
        if (saving > (best?.saving ?? 0)) best = { at, parts, saving };
      }
    }
    if (!best || best.saving < leastSaving) break;
    boxes.splice(best.at, 1, ...best.parts);
  }
  return boxes;
}

/** Both parts of a box at each of its empty bands. */
function* waysToSplit(cells: Cells, box: CellBox): Generator<CellBox[]> {
  const isEmpty = (part: CellBox) => shrunk(cells, part) === null;
  for (let y = box.top + 1; y < box.bottom; y++) {
    if (!isEmpty({ ...box, top: y, bottom: y + 1 })) continue;
    yield compact(cells, { ...box, bottom: y }, { ...box, top: y + 1 });
  }
  for (let x = box.left + 1; x < box.right; x++) {
    if (!isEmpty({ ...box, left: x, right: x + 1 })) continue;
    yield compact(cells, { ...box, right: x }, { ...box, left: x + 1 });
  }
}

const compact = (cells: Cells, ...parts: CellBox[]): CellBox[] =>
  parts.map((part) => shrunk(cells, part)).filter((part) => part !== null);

/** The least box around all flagged squares; null where there are none. */
export const boxAround = (cells: Cells): CellBox | null =>
  shrunk(cells, { left: 0, top: 0, right: cells.across, bottom: cells.down });

/** The least box around the flagged squares within a box; null where there are none. */
function shrunk({ across, flags }: Cells, box: CellBox): CellBox | null {
  let [left, top, right, bottom] = [box.right, box.bottom, box.left, box.top];
  for (let y = box.top; y < box.bottom; y++) {
    const row = flags.subarray(y * across + box.left, y * across + box.right);
    const first = row.indexOf(1);
    if (first < 0) continue;
    if (y < top) top = y;
    bottom = y + 1;
    left = Math.min(left, box.left + first);
    right = Math.max(right, box.left + row.lastIndexOf(1) + 1);
  }
  return right > left ? { left, top, right, bottom } : null;
}
