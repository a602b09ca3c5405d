import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

const SHORTEST = 32;

/**
 * The secret of a house, which it keeps in a file that its own user alone can read; made where there is none yet. Two
 * processes that begin at once end up with the same one.
 * @throws Error where the file holds something else
 */
export async function readHouseSecret(file: string): Promise<string> {
  const there = await readFile(file, 'utf8').catch(missing);
  if (there === null) await make(file);
  const secret = (there ?? (await readFile(file, 'utf8'))).trim();
  if (secret.length < SHORTEST)
    throw new Error(`${file} does not hold a secret of at least ${SHORTEST} characters.`);
  return secret;
}

async function make(file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const own = `${file}.${process.pid}`;
  await writeFile(own, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 });
  try {
    // Whole or not at all, and never over another one.
    await link(own, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(own, { force: true });
  }
}

function missing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
