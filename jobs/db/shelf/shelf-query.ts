/** What may be asked of the shelf: which videos, in which order, from where on. Pure. */
import type { PictureStyle } from '#jobs/story/order/options.ts';

/** `making` is everything unfinished, `ready` every film. */
export const SHELF_SHOWS = ['all', 'making', 'ready', 'failed'] as const;
export type ShelfShow = (typeof SHELF_SHOWS)[number];

export const SHELF_SORTS = ['newest', 'oldest', 'title', 'longest'] as const;
export type ShelfSort = (typeof SHELF_SORTS)[number];

export interface ShelfFilters {
  /** Words that are all in title or story, whatever their case and accents; empty for any. */
  search: string;
  show: ShelfShow;
  /** Null for any. */
  style: PictureStyle | null;
  /** A primary language such as `en`; null for any. */
  language: string | null;
}

/** A place in an order: that of the video that stands there, or stood there. */
export interface ShelfPlace {
  /** What is sorted by, as text: a moment, a folded title, or a length in ms. */
  key: string;
  id: string;
}

/** The videos that follow a place in the order, or those that lead up to it; the first ones where it is null. */
export type ShelfTurn = { from: ShelfPlace } | { to: ShelfPlace } | null;

export interface ShelfQuery {
  filters: ShelfFilters;
  sort: ShelfSort;
  turn: ShelfTurn;
}

export const NO_FILTERS: ShelfFilters = { search: '', show: 'all', style: null, language: null };

/** Whether the shelf shows less than it has. */
export function isFiltered({ search, show, style, language }: ShelfFilters): boolean {
  return search !== '' || show !== 'all' || style !== null || language !== null;
}
