/** Which of a list's items are in sight, and what of each. Pure. */
import type { FormOf } from '../../contract/forms';

export interface ListRow {
  /** Place in the telling, from 0. */
  at: number;
  /** On its badge: a number, or empty for a dot or a tick. */
  badge: string;
  /** Null for one that is still to come. */
  text: string | null;
  isCurrent: boolean;
  /** Told already. */
  isTold: boolean;
}

/** Rows that are in sight at once. */
const MOST_ROWS = 5;

/** The rows around the one that is told, in the order of the list: a countdown's first item is told last. */
export function listRows({ items, at, mark }: FormOf<'list'>): ListRow[] {
  const rows = items.map((text, place): ListRow => {
    const isTold = place < at;
    const number = mark === 'countdown' ? items.length - place : place + 1;
    return {
      at: place,
      badge: mark === 'number' || mark === 'countdown' ? String(number) : '',
      text: place <= at ? text : null,
      isCurrent: place === at,
      isTold,
    };
  });
  const first = Math.max(0, Math.min(at - Math.floor(MOST_ROWS / 2), rows.length - MOST_ROWS));
  return rows.slice(first, first + MOST_ROWS);
}
