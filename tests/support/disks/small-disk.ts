/** A disk of its own, as small as one likes, where this machine lets one be mounted. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface SmallDisk {
  /** Folder that is the disk. */
  folder: string;
  /** Makes it larger or smaller; what it holds stays. */
  resize(bytes: number): Promise<void>;
  /** Makes it so small that it is full. */
  fill(): Promise<void>;
  /** Lets nothing be written to it any more, or lets it be again. */
  setWritable(isWritable: boolean): Promise<void>;
  close(): Promise<void>;
}

/** Why a test that needs one is skipped. */
export const NO_SMALL_DISK = 'No disk can be mounted here: that takes Linux and its administrator.';

/**
 * Mounts a disk in memory.
 * @param folder where; absent for a new folder
 * @returns null where nothing can be mounted: it takes Linux and its administrator
 */
export async function openSmallDisk(bytes: number, folder?: string): Promise<SmallDisk | null> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null;
  const at = folder ?? (await mkdtemp(join(tmpdir(), 'storyshort-disk-')));
  const removeFolder = async () => {
    if (!folder) await rm(at, { recursive: true, force: true });
  };
  try {
    await run('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'storyshort-test', at]);
  } catch {
    await removeFolder();
    return null;
  }
  const remount = (option: string) => run('mount', ['-o', `remount,${option}`, at]);
  return {
    folder: at,
    resize: async (size) => void (await remount(`size=${size}`)),
    fill: async () => {
      // Whoever writes meanwhile may have taken what was to be cut off.
      for (let tries = 0; ; tries += 1) {
        const { blocks, bfree, bsize } = await statfs(at);
        try {
          // A size of nothing would be one without a limit.
          await remount(`size=${Math.max(1, blocks - bfree) * bsize}`);
          return;
        } catch (error) {
          if (tries === 20) throw error;
        }
      }
    },
    setWritable: async (isWritable) => void (await remount(isWritable ? 'rw' : 'ro')),
    close: async () => {
      // Whatever still has a file of it open keeps it until then.
      await run('umount', ['-l', at]);
      await removeFolder();
    },
  };
}
