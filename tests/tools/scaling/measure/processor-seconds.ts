/** What processes took of the processors, as Linux tells it. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { processRows } from '#tests/tools/bench/film/process-tree.ts';

/** Ticks of the kernel's accounts in a second; 100 wherever Node runs, but asked for all the same. */
function ticksPerS(): number {
  return Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));
}

/** Of one process, by the line of its `stat`, see proc(5): its own ticks and those of its children that are gone. */
export function ticksOf(stat: string): number {
  // The name in parentheses may hold anything, spaces too.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at]), 0);
}

/**
 * Core-seconds that a process and all below it have taken so far, those that ended included.
 * @throws where the system is not Linux
 */
export function processorSeconds(root: number): number {
  if (process.platform !== 'linux') throw new Error('What programs take is told by Linux alone.');
  const rows = processRows();
  const below = (pid: number): number[] => [
    pid,
    ...rows.filter(({ parent }) => parent === pid).flatMap((row) => below(row.pid)),
  ];
  const ticks = below(root).map((pid) => {
    try {
      return ticksOf(readFileSync(`/proc/${pid}/stat`, 'utf8'));
    } catch {
      // It ended while we looked; its parent has its ticks.
      return 0;
    }
  });
  return ticks.reduce((sum, each) => sum + each, 0) / ticksPerS();
}

/** The process that started this one. @throws where it is gone */
export function parentOf(pid: number): number {
  const row = processRows().find((one) => one.pid === pid);
  if (!row) throw new Error(`There is no process ${pid}.`);
  return row.parent;
}
