/** Texts that a command is given: a file's, or what comes in by standard input. */
import { openAsBlob } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { addAbortSignal } from 'node:stream';
import { text } from 'node:stream/consumers';
import { usageFault } from './command-fault';

/** What stands for standard input. */
const STANDARD_INPUT = '-';

/**
 * @param what it is, such as `story`
 * @param signal ends the waiting for what comes in
 * @throws CommandFault where it cannot be read
 */
export async function givenText(path: string, what: string, signal: AbortSignal): Promise<string> {
  if (path === STANDARD_INPUT) return text(addAbortSignal(signal, process.stdin));
  return readFile(path, 'utf8').catch((error: unknown) => {
    throw unreadable(path, what, error);
  });
}

/** A file that is read as it is sent. @throws CommandFault as `givenText` */
export async function givenFile(path: string, what: string): Promise<Blob> {
  return openAsBlob(path).catch((error: unknown) => {
    throw unreadable(path, what, error);
  });
}

function unreadable(path: string, what: string, error: unknown) {
  const why = (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'there is no such file' : String(error);
  return usageFault(
    `The ${what} ${path} cannot be read: ${why}.`,
    `Give the path of a file, or “${STANDARD_INPUT}” for what comes in by standard input.`,
  );
}
