import { expect, it } from 'vitest';
import { treeKb } from '#tests/tools/bench/film/process-tree.ts';

it('a process’s memory is its own and that of all below it', () => {
  const rows = [
    { pid: 1, parent: 0, residentKb: 1000 },
    { pid: 7, parent: 1, residentKb: 100 },
    { pid: 8, parent: 7, residentKb: 20 },
    { pid: 9, parent: 8, residentKb: 3 },
    { pid: 10, parent: 7, residentKb: 0 },
    { pid: 11, parent: 1, residentKb: 5000 },
  ];
  expect(treeKb(7, rows)).toBe(123);
});
