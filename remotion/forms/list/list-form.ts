/** A list that keeps its places, with the item that is told in front. */

import type { FormPainter } from '../form-painter';
import { columnHeight, columnLook, stacked } from '../setting/column';
import { framePart } from '../setting/frame-part';
import { HEADING_DROP, listHeading } from './list-heading';
import type { ListFacts } from './list-part';
import { listRow, ROW_AWAY } from './list-row';
import { listRows } from './list-window';

/** A row and the space below it: at most and, whatever stands over the rows, at least, px. */
const TALLEST_ROW = 168;
const LOWEST_ROW = 72;
/** Rows for which there is always room. */
const LEAST_ROWS = 3;
/** What is kept free of them, px: the bar under a heading, among others. */
const FREE = 60;

/** Its fonts must be there. */
export function listForm(facts: ListFacts): FormPainter {
  const { content, space } = facts;
  const rows = listRows(content);
  const places = Math.max(LEAST_ROWS, rows.length);
  const heading = listHeading(facts, space.height - FREE - LOWEST_ROW * places);
  const room = Math.min(TALLEST_ROW, (space.height - FREE - (heading?.room ?? 0)) / places);
  const parts = rows.map((row, order) => listRow(row, order, room, facts));
  const all = heading ? [heading, ...parts] : parts;
  const column = stacked(all, space.middle);
  const left = (space.frame.width - space.width) / 2;
  const area = {
    left: left - ROW_AWAY,
    top: space.middle - columnHeight(all) / 2 - HEADING_DROP,
    width: space.width + 2 * ROW_AWAY,
    height: columnHeight(all) + HEADING_DROP,
  };
  const box = framePart(area, space);
  return (ms) => ({ box, ...columnLook(column, left, ms) });
}
