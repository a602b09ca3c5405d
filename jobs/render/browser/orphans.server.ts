/**
 * Browsers that outlived the process which started them, as after `kill -9`.
 *
 * Every browser carries a mark on its command line: which data folder it works for, and the pid and start
 * time of the process that owns it. A browser is an orphan when it bears the mark of this folder and that
 * very process no longer runs; nothing else is ever killed. The mark needs no file, so none can be lost.
 */
import { createHash } from 'node:crypto';
import { mkdir, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type RunningProcess, runningProcesses } from './process-table.server';

const MARK = /StoryShort-render\/([0-9a-f]{16})\/(\d+)\/([\w-]*)/u;
/** Where Remotion and Playwright keep a browser's profile, in the system's folder for temporary files. */
const PROFILE = /--user-data-dir=(\S*\/(?:puppeteer_dev_chrome_profile|playwright_chromiumdev_profile)-\w+)/u;

/** The mark of this process's browsers for a data folder. */
export async function browserMark(cacheDir: string): Promise<string> {
  const owner = (await runningProcesses()).find(({ pid }) => pid === process.pid);
  return `StoryShort-render/${await folderKey(cacheDir)}/${process.pid}/${owner?.startedAt ?? ''}`;
}

/** Those of `processes` that are browsers of the folder `key` whose owner has gone. */
function orphanedBrowsers(processes: readonly RunningProcess[], key: string): RunningProcess[] {
  return processes.filter(({ command }) => {
    const [, folder, pid, startedAt] = MARK.exec(command) ?? [];
    if (folder !== key) return false;
    return !processes.some((owner) => owner.pid === Number(pid) && owner.startedAt === startedAt);
  });
}

/**
 * Kills the browsers that earlier owners left behind for `cacheDir`, and removes their profiles.
 *
 * @returns the pids that were killed
 */
export async function killOrphanedBrowsers(cacheDir: string): Promise<number[]> {
  const orphans = orphanedBrowsers(await runningProcesses(), await folderKey(cacheDir));
  await endBrowsers(orphans);
  return orphans.map(({ pid }) => pid);
}

/** The running browsers that bear exactly this mark, or one that begins with it. */
export async function markedBrowsers(mark: string): Promise<RunningProcess[]> {
  return (await runningProcesses()).filter(({ command }) => command.includes(mark));
}

/** Kills browsers, those that have ended by themselves included, and removes their profiles. */
export async function endBrowsers(browsers: readonly RunningProcess[]): Promise<void> {
  for (const { pid, startedAt } of browsers) await killProcess(pid, startedAt);
  for (const { command } of browsers) {
    const profile = PROFILE.exec(command)?.[1];
    if (profile && path.dirname(profile) === tmpdir()) {
      // A process that was killed may still be closing its files.
      await rm(profile, { recursive: true, force: true, maxRetries: 3, retryDelay: 50 });
    }
  }
}

/** Kills the process that had this pid then, not one that has got it since. */
async function killProcess(pid: number, startedAt: string): Promise<void> {
  const now = (await runningProcesses()).find((other) => other.pid === pid);
  if (now?.startedAt !== startedAt) return;
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has just ended.
  }
}

async function folderKey(cacheDir: string): Promise<string> {
  await mkdir(cacheDir, { recursive: true });
  return createHash('sha256')
    .update(await realpath(cacheDir))
    .digest('hex')
    .slice(0, 16);
}
