/** The shelf's address: what is looked for, which videos, in which order, from where on. Pure. */
import { readPlace, writePlace } from '#jobs/db/shelf/shelf-place.ts';
import { SHELF_SHOWS, SHELF_SORTS, type ShelfFilters, type ShelfQuery } from '#jobs/db/shelf/shelf-query.ts';
import { decidedValuesOf } from '#jobs/story/order/option.ts';
import { OPTIONS } from '#jobs/story/order/option-registry.ts';

/** Longest text that is looked for, UTF-16 units. */
export const MAX_SEARCH_LENGTH = 100;

/** Reads an address. Whatever it asks for and there is not is left out. */
export function readShelfAddress(search: URLSearchParams): ShelfQuery {
  const sort = oneOf(SHELF_SORTS, search.get('sort')) ?? 'newest';
  const from = readPlace(sort, search.get('from'));
  const to = readPlace(sort, search.get('to'));
  return { filters: readFilters(search), sort, turn: from ? { from } : to ? { to } : null };
}

function readFilters(search: URLSearchParams): ShelfFilters {
  const text = (search.get('q') ?? '').replaceAll('\0', '').trim().slice(0, MAX_SEARCH_LENGTH);
  const language = search.get('language');
  return {
    search: text.toWellFormed(),
    show: oneOf(SHELF_SHOWS, search.get('show')) ?? 'all',
    style: oneOf(decidedValuesOf(OPTIONS.style), search.get('style')),
    language: language !== null && /^[a-z]{2,3}$/.test(language) ? language : null,
  };
}

/** The address of a part of the shelf; what is usual is left out of it. */
export function shelfAddress({ filters, sort, turn }: ShelfQuery): string {
  const { search, show, style, language } = filters;
  const query = new URLSearchParams({
    ...(search !== '' && { q: search }),
    ...(show !== 'all' && { show }),
    ...(style !== null && { style }),
    ...(language !== null && { language }),
    ...(sort !== 'newest' && { sort }),
    ...(turn && 'from' in turn && { from: writePlace(turn.from) }),
    ...(turn && 'to' in turn && { to: writePlace(turn.to) }),
  });
  return query.size === 0 ? '/' : `/?${query}`;
}

/** An address at which the shelf says which videos were just deleted, and offers to bring them back. */
export function deletedAddress(ids: readonly string[], address = '/'): string {
  const query = new URLSearchParams(address.slice('/?'.length));
  for (const id of ids) query.append('deleted', id);
  return query.size === 0 ? '/' : `/?${query}`;
}

/** An address at which the shelf says how many videos were brought back, and how many are gone. */
export function undoneAddress({ restored, gone }: { restored: number; gone: number }, address = '/'): string {
  const query = new URLSearchParams(address.slice('/?'.length));
  query.set('undone', `${restored}.${gone}`);
  return `/?${query}`;
}

function oneOf<Value extends string>(values: readonly Value[], text: string | null): Value | null {
  return values.find((value) => value === text) ?? null;
}
