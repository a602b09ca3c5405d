import { readdirSync, readFileSync } from 'node:fs';

/** Running programs of that name which a process, or one of its threads, has started, by their ids. */
export function programsOf(pid: number, name: string): number[] {
  return readdirSync(`/proc/${pid}/task`)
    .flatMap((thread) => wordsOf(`/proc/${pid}/task/${thread}/children`).split(' '))
    .map(Number)
    .filter((child) => child > 0 && wordsOf(`/proc/${child}/comm`).trim() === name);
}

/** Nothing, where it has ended meanwhile. */
function wordsOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
