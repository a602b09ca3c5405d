/** Files of a backup: measured, placed, and brought to the disk. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { constants, copyFile, link, lstat, open } from 'node:fs/promises';
import type { Digest } from './backup-manifest';

/** Length and SHA-256 of a file. @throws Error with code `ENOENT` where it is not there; Error for what is no file */
export async function digestOf(file: string): Promise<Digest> {
  if (!(await lstat(file)).isFile()) throw new Error(`${file} is no file.`);
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    bytes += chunk.byteLength;
  }
  return { bytes, sha256: hash.digest('hex') };
}

/** Gives a file a second name, or copies it where that is on another disk. Its bytes are on the disk afterwards. */
export async function linkOrCopy(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch (error) {
    if (isMissing(error)) throw error;
    await copyWhole(from, to);
  }
}

/** Copies a file, over another one if need be. Its bytes are on the disk afterwards. */
export async function copyWhole(from: string, to: string): Promise<void> {
  await copyFile(from, to, constants.COPYFILE_FICLONE);
  await syncPath(to);
}

/** Brings a file, or the names in a folder, to the disk. */
export async function syncPath(path: string): Promise<void> {
  const opened = await open(path, 'r');
  try {
    await opened.sync();
  } finally {
    await opened.close();
  }
}

export function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/** For `catch`: what is not there is null. */
export function nullWhereMissing(error: unknown): null {
  if (isMissing(error)) return null;
  throw error;
}
