/** The shelf's questions as SQL. Its columns and indexes are those of the migration `library`. */
import { Prisma } from '#jobs/db/generated/client.ts';
import { UNFINISHED_STATUSES, type VideoStatus } from '#jobs/story/film/status.ts';
import type { ShelfFilters, ShelfPlace, ShelfShow, ShelfSort } from './shelf-query';

/** More words than these are not looked for. */
const MOST_WORDS = 8;

interface Order {
  key: Prisma.Sql;
  type: Prisma.Sql;
  isDescending: boolean;
}

const CREATED = { key: Prisma.sql`created_at`, type: Prisma.sql`timestamptz` };

const ORDERS: Record<ShelfSort, Order> = {
  newest: { ...CREATED, isDescending: true },
  oldest: { ...CREATED, isDescending: false },
  title: { key: Prisma.sql`folded_title`, type: Prisma.sql`text`, isDescending: false },
  longest: { key: Prisma.sql`COALESCE(duration_ms, 0)`, type: Prisma.sql`int`, isDescending: true },
};

const SHOWN: Record<ShelfShow, readonly VideoStatus[] | null> = {
  all: null,
  making: UNFINISHED_STATUSES,
  ready: ['completed'],
  failed: ['failed'],
};

/** `ORDER BY` of an order, or of the order read backwards; what is alike is told apart by its id. */
export function orderSql(sort: ShelfSort, isBackwards: boolean): Prisma.Sql {
  const { key, isDescending } = ORDERS[sort];
  const way = isDescending === isBackwards ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  return Prisma.sql`${key} ${way}, id ${way}`;
}

/** What follows a place, or leads up to it. The place's own video is neither. */
export function beyondSql(sort: ShelfSort, place: ShelfPlace, isBackwards: boolean): Prisma.Sql {
  const { key, type, isDescending } = ORDERS[sort];
  const than = isDescending === isBackwards ? Prisma.sql`>` : Prisma.sql`<`;
  return Prisma.sql`(${key}, id) ${than} (${place.key}::${type}, ${place.id}::uuid)`;
}

/** Which videos are shown. @param ownerId whose they are; null for everybody's */
export function filterSql(
  { search, show, style, language }: ShelfFilters,
  ownerId: string | null,
): Prisma.Sql {
  const statuses = SHOWN[show];
  const words = search.split(/\s+/u).filter(Boolean).slice(0, MOST_WORDS);
  return Prisma.join(
    [
      Prisma.sql`deleted_at IS NULL`,
      ownedSql(ownerId),
      ...words.map((word) => Prisma.sql`folded_text LIKE folded_pattern(${word}::text)`),
      ...(statuses ? [Prisma.sql`status = ANY (${statuses}::"VideoStatus"[])`] : []),
      ...(style ? [Prisma.sql`options->>'style' = ${style}`] : []),
      ...(language ? [Prisma.sql`language = ${language}`] : []),
    ],
    ' AND ',
  );
}

/** Whose videos are meant. @param ownerId null for everybody's */
export function ownedSql(ownerId: string | null): Prisma.Sql {
  return ownerId === null ? Prisma.sql`TRUE` : Prisma.sql`owner_id = ${ownerId}::uuid`;
}
