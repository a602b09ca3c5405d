import { describe, expect, it } from 'vitest';
import { deletedAddress, readShelfAddress, shelfAddress, undoneAddress } from '#app/library/shelf-address.ts';
import { placeOf, readPlace, writePlace } from '#jobs/db/shelf/shelf-place.ts';
import { isFiltered, NO_FILTERS, SHELF_SORTS } from '#jobs/db/shelf/shelf-query.ts';
import { shelvedVideo } from '#tests/support/videos.ts';

const read = (search: string) => readShelfAddress(new URLSearchParams(search));
const ID = '00000000-0000-4000-8000-000000000001';

describe('the shelf’s address', () => {
  it('says what is looked for, and nothing that is usual', () => {
    expect(read('')).toEqual({ filters: NO_FILTERS, sort: 'newest', turn: null });
    expect(shelfAddress(read(''))).toBe('/');
    expect(shelfAddress(read('q=&show=all&style=&language=&sort=newest'))).toBe('/');
    const full = '/?q=old+fox&show=making&style=neon&language=es&sort=title';
    expect(shelfAddress(read(full.slice(2)))).toBe(full);
    expect(read(full.slice(2)).filters).toEqual({
      search: 'old fox',
      show: 'making',
      style: 'neon',
      language: 'es',
    });
  });

  it.each(['show=most', 'style=oil', 'language=../..', 'sort=random', 'q=%20%20', 'q=%00'])(
    'leaves out what there is not: %s',
    (search) => {
      expect(shelfAddress(read(search))).toBe('/');
      expect(isFiltered(read(search).filters)).toBe(false);
    },
  );

  it('looks for a text of a bounded length', () => {
    expect(read(`q=${'a'.repeat(5000)}`).filters.search).toHaveLength(100);
  });

  it('names what was deleted and what came back, and keeps the rest', () => {
    expect(deletedAddress([])).toBe('/');
    expect(deletedAddress(['a', 'b'], '/?q=fox')).toBe('/?q=fox&deleted=a&deleted=b');
    expect(undoneAddress({ restored: 1, gone: 2 })).toBe('/?undone=1.2');
  });
});

describe('a place on the shelf', () => {
  const video = shelvedVideo({ foldedTitle: 'a_fox? & the_moon', durationMs: 4000 });

  it.each(SHELF_SORTS)('is written into an address and read from it: %s', (sort) => {
    const place = placeOf(sort, video);
    expect(readPlace(sort, writePlace(place))).toEqual(place);
    const address = shelfAddress({ filters: NO_FILTERS, sort, turn: { from: place } });
    expect(read(address.slice(2)).turn).toEqual({ from: place });
  });

  it('is none where it is of another order, or of no video', () => {
    expect(readPlace('newest', `4000_${ID}`)).toBeNull();
    expect(readPlace('longest', `2026-01-01T00:00:00.000Z_${ID}`)).toBeNull();
    expect(readPlace('longest', `9e999_${ID}`)).toBeNull();
    for (const sort of SHELF_SORTS) {
      for (const text of [null, '', 'nonsense', '_x', ID]) expect(readPlace(sort, text)).toBeNull();
    }
    expect(readPlace('title', `_${ID}`)).toEqual({ key: '', id: ID });
    expect(readPlace('title', `a\0_${ID}`)).toBeNull();
  });
});
