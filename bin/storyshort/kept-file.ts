/** Files of a site, kept on this machine: whole, or not at all. */
import { createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { CommandFault, usageFault } from './command-fault';

/** What stands for standard output. */
export const STANDARD_OUTPUT = '-';

/**
 * The file that a path means, before anything is ordered for it.
 * @param isJson whether standard output is taken by the JSON
 * @throws CommandFault where its folder is none, or it would get into the JSON
 */
export async function fileAt(path: string, isJson = false): Promise<string> {
  if (path === STANDARD_OUTPUT && isJson)
    throw usageFault('Standard output takes the file or the JSON.', 'Leave --json away, or name a file.');
  if (path === STANDARD_OUTPUT) return path;
  const file = resolve(path);
  const [there, folder] = await Promise.all([kindOf(file), kindOf(dirname(file))]);
  if (there === 'folder') throw usageFault(`${path} is a folder.`, 'Name the file that is to be written.');
  if (folder === 'folder') return file;
  throw usageFault(`There is no folder ${dirname(file)} for ${path}.`, 'Make it first, or name another one.');
}

/** Writes an answer's body; a file has its name once it is there whole. @param file as `fileAt` has it */
export async function keepFile(answer: Response, file: string, signal: AbortSignal): Promise<void> {
  if (!answer.body) throw new Error('The answer has no body.');
  const body = Readable.fromWeb(answer.body as ReadableStream<Uint8Array>);
  if (file === STANDARD_OUTPUT) return pipeline(body, process.stdout, { end: false, signal });
  const part = `${file}.part`;
  try {
    await pipeline(body, createWriteStream(part), { signal });
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    signal.throwIfAborted();
    throw cannotKeep(file, error);
  }
}

function cannotKeep(file: string, error: unknown): CommandFault {
  const why = error instanceof Error ? error.message : String(error);
  return new CommandFault('failed', {
    code: 'file_not_kept',
    message: `${file} could not be written whole: ${why}.`,
    hint: 'Nothing of it was kept. Make room or name another file, and fetch it again.',
  });
}

async function kindOf(path: string): Promise<'file' | 'folder' | null> {
  const found = await stat(path).catch(() => null);
  if (!found) return null;
  return found.isDirectory() ? 'folder' : 'file';
}
