/** Places on the shelf as they stand in an address: `2026-11-25T10:00:00.000Z_<id>`. Pure. */
import type { ShelfPlace, ShelfSort } from './shelf-query';

/** What the orders sort by. */
interface Placed {
  id: string;
  createdAt: Date;
  foldedTitle: string;
  /** ms */
  durationMs: number | null;
}

const PLACE = /^(?<key>.*)_(?<id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/su;

/** Where a video stands in an order. */
export function placeOf(sort: ShelfSort, { id, createdAt, foldedTitle, durationMs }: Placed): ShelfPlace {
  switch (sort) {
    case 'newest':
    case 'oldest':
      return { key: createdAt.toISOString(), id };
    case 'title':
      return { key: foldedTitle, id };
    case 'longest':
      return { key: String(durationMs ?? 0), id };
  }
}

export function writePlace({ key, id }: ShelfPlace): string {
  return `${key}_${id}`;
}

/** Reads a place from an address; null where it is none in this order. */
export function readPlace(sort: ShelfSort, text: string | null): ShelfPlace | null {
  const { key, id } = PLACE.exec(text ?? '')?.groups ?? {};
  return key !== undefined && id !== undefined && isKey(sort, key) ? { key, id } : null;
}

function isKey(sort: ShelfSort, key: string): boolean {
  switch (sort) {
    case 'newest':
    case 'oldest': {
      const at = new Date(key);
      return !Number.isNaN(at.getTime()) && at.toISOString() === key;
    }
    case 'title':
      return key.isWellFormed() && !key.includes('\0');
    case 'longest':
      return /^\d{1,9}$/.test(key);
  }
}
