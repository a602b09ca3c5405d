import { expect, it } from 'vitest';
import { mergedRows } from '#tests/tools/chaos/kept-report.ts';

const HEAD = ['| trial | s |', '|---|---|'];

it('keeps rows of trials that were not carried out again, in the trials’ order', () => {
  const kept = [...HEAD, '| `web` | 1 |', '| `disk` | 2 |', '', 'Seed 1.'];
  const made = [...HEAD, '| `disk` | 3 |', '| `odd` | 4 |'];
  expect(mergedRows(kept, made, ['odd', 'web', 'disk', 'pair'])).toEqual([
    ...HEAD,
    '| `odd` | 4 |',
    '| `web` | 1 |',
    '| `disk` | 3 |',
  ]);
});
