import { readdirSync, readFileSync } from 'node:fs';

interface FoundProcess {
  pid: number;
  command: string;
}

/** Running processes whose environment names this data folder: all that one StoryShort has started. */
export function processesOf(dataDir: string): FoundProcess[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const environment = readFileSync(`/proc/${name}/environ`, 'utf8');
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
        const isOurs = `\0${environment}`.includes(`\0DATA_DIR=${dataDir}\0`) || command.includes(dataDir);
        return isOurs && command !== '' ? [{ pid: Number(name), command }] : [];
      } catch {
        // Ended meanwhile, or another account's.
        return [];
      }
    });
}

/** The worker process of that StoryShort, if it runs. */
export function workerOf(dataDir: string): number | null {
  return processesOf(dataDir).find(({ command }) => command.includes('jobs/worker'))?.pid ?? null;
}
