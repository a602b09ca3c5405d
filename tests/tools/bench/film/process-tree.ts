/** What a process and all that it has started take of memory, as Linux tells it. */
import { readdirSync, readFileSync } from 'node:fs';

/** A running process. */
export interface ProcessRow {
  pid: number;
  parent: number;
  residentKb: number;
}

/** The resident memory of a process and of all below it, kB; shared pages count for each of them. Pure. */
export function treeKb(root: number, rows: readonly ProcessRow[]): number {
  const own = rows.find(({ pid }) => pid === root)?.residentKb ?? 0;
  const below = rows.filter(({ parent }) => parent === root).map(({ pid }) => treeKb(pid, rows));
  return own + below.reduce((sum, kb) => sum + kb, 0);
}

/** All processes, see proc(5); none where the system is another one. */
export function processRows(): ProcessRow[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const status = readFileSync(`/proc/${name}/status`, 'utf8');
        const field = (key: string) => Number(new RegExp(`^${key}:\\s*(\\d+)`, 'm').exec(status)?.[1] ?? 0);
        return [{ pid: Number(name), parent: field('PPid'), residentKb: field('VmRSS') }];
      } catch {
        // It ended while we looked.
        return [];
      }
    });
}
