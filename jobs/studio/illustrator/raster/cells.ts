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
  const rows = spansOf(cells, box, 'y');
  for (const [before, after] of bandsOf(rows)) {
    yield [before, after].map(([top, bottom]) => hullOf(rows, top, bottom, box.top, 'y'));
  }
  const columns = spansOf(cells, box, 'x');
  for (const [before, after] of bandsOf(columns)) {
    yield [before, after].map(([left, right]) => hullOf(columns, left, right, box.left, 'x'));
  }
}

/** The least box around all flagged squares; null where there are none. */
export function boxAround(cells: Cells): CellBox | null {
  const rows = spansOf(cells, { left: 0, top: 0, right: cells.across, bottom: cells.down }, 'y');
  const box = hullOf(rows, 0, cells.down, 0, 'y');
  return box.right > box.left ? box : null;
}

/** For each line of a box where its flagged squares begin, and the one after they end; 0 and 0 for none. */
type Spans = Int32Array;

/** @param axis along which the lines follow each other: `y` for rows */
function spansOf({ across, flags }: Cells, { left, top, right, bottom }: CellBox, axis: 'x' | 'y'): Spans {
  const isRows = axis === 'y';
  const spans = new Int32Array(2 * (isRows ? bottom - top : right - left));
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      if (flags[y * across + x] === 0) continue;
      const line = 2 * (isRows ? y - top : x - left);
      const place = isRows ? x : y;
      if (spans[line + 1] === 0) spans[line] = place;
      spans[line + 1] = place + 1;
    }
  }
  return spans;
}

/** The lines before and after each empty band: their first, and the one after their last. */
function* bandsOf(spans: Spans): Generator<[before: [number, number], after: [number, number]]> {
  const count = spans.length / 2;
  for (let line = 1; line < count; line++) {
    const isBand = spans[2 * line + 1] === 0 && spans[2 * line - 1] !== 0;
    if (isBand)
      yield [
        [0, line],
        [line + 1, count],
      ];
  }
}

/** The least box around what is flagged in some lines. @param offset place of the first line of all */
function hullOf(spans: Spans, first: number, end: number, offset: number, axis: 'x' | 'y'): CellBox {
  let [from, to, firstLine, lastLine] = [Number.MAX_SAFE_INTEGER, 0, end, first];
  for (let line = first; line < end; line++) {
    if (spans[2 * line + 1] === 0) continue;
    from = Math.min(from, spans[2 * line] as number);
    to = Math.max(to, spans[2 * line + 1] as number);
    firstLine = Math.min(firstLine, line);
    lastLine = line + 1;
  }
  const lines = [firstLine + offset, lastLine + offset] as const;
  return axis === 'y'
    ? { left: from, top: lines[0], right: to, bottom: lines[1] }
    : { left: lines[0], top: from, right: lines[1], bottom: to };
}
