/** `storyshort` in a process of its own, as somebody calls it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { TYPESCRIPT_LOADER } from '#jobs/threads/typescript-loader.ts';

export interface Called {
  code: number | null;
  /** Standard output. */
  out: string;
  /** Standard error. */
  err: string;
}

export interface Calling {
  child: ChildProcess;
  /** What it has written to standard error so far. */
  said(): string;
  end: Promise<Called>;
}

interface Call {
  env?: Readonly<Record<string, string>>;
  /** What comes in by standard input. */
  input?: string;
  /** In which folder it is called. */
  folder?: string;
}

/** Calls the command, and does not wait for it. */
export function calling(args: readonly string[], { env = {}, input, folder }: Call = {}): Calling {
  const child = spawn(
    process.execPath,
    ['--import', TYPESCRIPT_LOADER, join(process.cwd(), 'bin/storyshort.ts'), ...args],
    {
      env: { PATH: process.env.PATH, NODE_ENV: 'production', ...env },
      stdio: ['pipe', 'pipe', 'pipe'],
      ...(folder !== undefined && { cwd: folder }),
    },
  );
  const written = { out: '', err: '' };
  child.stdout.on('data', (chunk) => {
    written.out += String(chunk);
  });
  child.stderr.on('data', (chunk) => {
    written.err += String(chunk);
  });
  // Whoever does not read its input may be gone before it is written.
  child.stdin.on('error', () => {});
  child.stdin.end(input ?? '');
  const end = once(child, 'close').then(([code]) => ({ code: code as number | null, ...written }));
  return { child, said: () => written.err, end };
}

/** Calls the command to its end, beside whatever works meanwhile. */
export async function called(
  args: readonly string[],
  call: Call = {},
  work: () => Promise<void> = async () => {},
): Promise<Called> {
  const { end } = calling(args, call);
  let isOver = false;
  const over = end.finally(() => {
    isOver = true;
  });
  while (!isOver) {
    await work();
    await Promise.race([over, new Promise((resolve) => setImmediate(resolve))]);
  }
  return over;
}
