/** The table of checks names each of them, and none that is not there. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { CHECKS } from '#jobs/story/film/checks/film-finding.ts';

const ROOT = resolve(import.meta.dirname, '../../..');

it('the page of checks tells of each check', () => {
  const rows = readFileSync(join(ROOT, 'docs/checks.md'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `'));
  const named = rows.flatMap((row) =>
    [...(row.split('|')[1] ?? '').matchAll(/`(\w+)`/g)].map(([, name]) => name ?? ''),
  );
  expect(named.filter((name) => name !== 'check').toSorted()).toEqual([...CHECKS].toSorted());
});
