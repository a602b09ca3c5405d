/** All files of a house, taken from this machine's disk to a bucket or back: nothing is removed before all is there. */
import { stat } from 'node:fs/promises';
import type { LocalStorage } from '#jobs/storage/local.server.ts';
import { isStorageKey } from '#jobs/storage/media-url.ts';
import { withScratchFile } from '#jobs/storage/scratch-file.server.ts';
import type { S3Bucket } from './s3-bucket.server';
import { sha256Of } from './s3-download.server';

/** Files under way at once. */
const AT_ONCE = 4;

/** How far a move is. */
interface MoveProgress {
  /** Files that are there and were compared. */
  done: number;
  files: number;
}

/** What is moved, in one direction. */
interface Move {
  keys: readonly string[];
  copy(key: string): Promise<void>;
  /** Whether the same bytes are at both ends. */
  isSame(key: string): Promise<boolean>;
  remove(key: string): Promise<void>;
}

/** Thrown where something else is stored under a key at the other end already. */
class MoveError extends Error {
  override readonly name = 'MoveError';
}

/**
 * Moves all files into a bucket. What is there already is compared, so that it can be begun again at any time.
 * @returns how many files were moved
 * @throws MoveError, or what keeps either end from being used; nothing is removed then
 */
export async function moveToBucket(
  disk: LocalStorage,
  bucket: S3Bucket,
  onProgress: (progress: MoveProgress) => void,
): Promise<number> {
  const keys: string[] = [];
  for (const folder of await disk.listPrefixes())
    for (const { key, bytes } of await disk.list(folder)) if (bytes > 0 && isStorageKey(key)) keys.push(key);
  return move(
    {
      keys,
      copy: async (key) => {
        await bucket.store(key, disk.pathOf(key));
      },
      isSame: (key) => isSame(disk, bucket, key),
      remove: (key) => disk.remove(key),
    },
    onProgress,
  );
}

/** The same, back onto this machine's disk. */
export async function moveToDisk(
  bucket: S3Bucket,
  disk: LocalStorage,
  onProgress: (progress: MoveProgress) => void,
): Promise<number> {
  const keys: string[] = [];
  for await (const page of bucket.pages(''))
    for (const { key, bytes } of page) if (bytes > 0 && isStorageKey(key)) keys.push(key);
  return move(
    {
      keys,
      copy: async (key) => {
        // Something else that is there is no more overwritten here than in a bucket.
        if (await disk.has(key)) return;
        await withScratchFile(disk, 'part', async (scratch) => {
          await bucket.fetch(key, scratch);
          await disk.adopt(key, scratch);
        });
      },
      isSame: (key) => isSame(disk, bucket, key),
      remove: (key) => bucket.remove([key]),
    },
    onProgress,
  );
}

async function move(
  { keys, copy, isSame, remove }: Move,
  onProgress: (progress: MoveProgress) => void,
): Promise<number> {
  let done = 0;
  await eachInTurn(keys, async (key) => {
    if (!(await isSame(key))) {
      await copy(key);
      if (!(await isSame(key)))
        throw new MoveError(
          `Something else is stored under ${key} where it is to go. Nothing was removed: see which of the two is right, remove the other, and begin again.`,
        );
    }
    done += 1;
    onProgress({ done, files: keys.length });
  });
  await eachInTurn(keys, remove);
  return keys.length;
}

/** A few at a time; after the first fault none is begun. */
async function eachInTurn(keys: readonly string[], work: (key: string) => Promise<void>): Promise<void> {
  const left = inTurn(keys);
  const hands = Array.from({ length: AT_ONCE }, async () => {
    for (const key of left) await work(key);
  });
  const ended = await Promise.allSettled(hands);
  const failed = ended.find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
}

/** Given to several who take from it, it ends for all when one of them fails. */
function* inTurn<T>(all: readonly T[]): Generator<T> {
  yield* all;
}

async function isSame(disk: LocalStorage, bucket: S3Bucket, key: string): Promise<boolean> {
  if (!(await disk.has(key))) return false;
  const head = await bucket.head(key);
  if (!head) return false;
  const path = disk.pathOf(key);
  const { size } = await stat(path);
  return size === head.bytes && (head.sha256 === null || head.sha256 === (await sha256Of(path)));
}
