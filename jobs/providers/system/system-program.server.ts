/** Runs a speech program of the machine's own: text in, text or sound out. */
import { spawn } from 'node:child_process';

/** A scene takes a tenth of a second; this long means that the program hangs. */
const TIMEOUT_MS = 30_000;

/** Thrown when the program cannot be run, fails or hangs; `isMissing` where there is no such program. */
export class ProgramError extends Error {
  override readonly name = 'ProgramError';
  readonly isMissing: boolean;

  constructor(message: string, { isMissing = false, cause }: { isMissing?: boolean; cause?: unknown } = {}) {
    super(message, { cause });
    this.isMissing = isMissing;
  }
}

/**
 * Runs the program to its end and gives what it wrote to standard output. No shell is involved, and the text
 * goes in by standard input, so that nothing in it can be taken for an option.
 *
 * @throws ProgramError, or the signal's reason once it is aborted
 */
export async function runProgram(
  program: string,
  args: readonly string[],
  { input = '', signal }: { input?: string | Uint8Array; signal?: AbortSignal | undefined } = {},
): Promise<Buffer> {
  signal?.throwIfAborted();
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  const child = spawn(program, args, {
    stdio: 'pipe',
    signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    killSignal: 'SIGKILL',
  });
  const output: Buffer[] = [];
  const complaints: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => complaints.push(chunk));
  // A program that ends before it has read everything says why in its exit code.
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', (error: NodeJS.ErrnoException) => {
      signal?.aborted
        ? reject(signal.reason)
        : reject(new ProgramError(error.message, { isMissing: error.code === 'ENOENT', cause: error }));
    });
    child.once('close', resolve);
  });
  if (code === 0) return Buffer.concat(output);
  const lastWords = Buffer.concat(complaints).toString().trim().split('\n').at(-1)?.slice(0, 200);
  throw new ProgramError(`${program} ended with ${code}: ${lastWords || 'no word of why'}`);
}
