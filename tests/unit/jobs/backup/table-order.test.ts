import fc from 'fast-check';
import { expect, it } from 'vitest';
import { referencedFirst } from '#jobs/backup/table-order.ts';

it('puts what is referred to first, and keeps every table once', () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f'];
  const table = fc.nat({ max: names.length - 1 });
  fc.assert(
    fc.property(fc.array(fc.tuple(table, table)), (pairs) => {
      // No circle, since each refers to one before it or to itself.
      const references = pairs.map(([one, other]) => ({
        from: names[Math.max(one, other)] ?? '',
        to: names[Math.min(one, other)] ?? '',
      }));
      const ordered = referencedFirst(names.toReversed(), references);
      expect([...ordered].sort()).toEqual(names);
      for (const { from, to } of references)
        expect(ordered.indexOf(to)).toBeLessThanOrEqual(ordered.indexOf(from));
    }),
  );
});

it('heeds only references among the tables', () => {
  expect(referencedFirst(['b'], [{ from: 'b', to: 'elsewhere' }])).toEqual(['b']);
});

it('tells a circle', () => {
  const circle = [
    { from: 'a', to: 'b' },
    { from: 'b', to: 'a' },
  ];
  expect(() => referencedFirst(['a', 'b', 'c'], circle)).toThrow('a, b');
});
