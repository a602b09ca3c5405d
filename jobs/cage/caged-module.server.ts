/** Runs a module of ours, which reads what a stranger sent, in a process of its own in the cage, once. */
import { spawn } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { pathToFileURL } from 'node:url';
import { type CageLimits, caged } from './cage.server';

export interface CagedModule {
  /** Absolute path of the module. It may import Node’s own modules, those in its folder, and packages by `packageUrl`. */
  module: string;
  /** What it is told, fit for JSON: its third argument. */
  request: unknown;
  /** Files that it reads from its standard input, one behind the other. It learns no path. */
  inputs: readonly string[];
  /** Longest time that it has, ms. */
  timeMs: number;
  limits: CageLimits;
  /** Most bytes of its answer. */
  answerBytes: number;
}

/** The cage ended without an answer, as it does where its limits do not suffice. */
class CageFault extends Error {
  override readonly name = 'CageFault';
}

const require = createRequire(import.meta.url);
/** Of all packages, which are code alone: nothing else of this machine is to be read. */
const PACKAGES = packagesFolder(require.resolve('sharp'));
const SHUT_SOCKETS = require.resolve('#jobs/cage/shut-sockets.ts');
/** JavaScript alone; pictures lie beside it. */
const HEAP_MB = 128;
/** Last words that are kept, characters. */
const WORDS = 2000;

/** How a module in the cage has to import a package. */
export function packageUrl(name: string): string {
  return pathToFileURL(require.resolve(name)).href;
}

/**
 * Runs the module to its end.
 * @returns what it wrote to its standard output; it is to be believed no more than what was sent
 * @throws a TimeoutError once its time is over, an error named CageFault where it ended without an answer, the signal's
 *   reason once it is aborted
 */
export async function runCagedModule(task: CagedModule, signal: AbortSignal): Promise<Buffer> {
  signal.throwIfAborted();
  const { command, args, options } = await caged({
    program: process.execPath,
    args: [...nodeArguments(task.module), JSON.stringify(task.request)],
    limits: task.limits,
    needs: [task.module, SHUT_SOCKETS, PACKAGES],
    folder: PACKAGES,
  });
  signal.throwIfAborted();
  const env = { ...options.env, VIPS_DISC_THRESHOLD: NEVER_ON_DISK };
  const child = spawn(command, args, { ...options, env, stdio: 'pipe' });
  const sent = pipeline(bytesOf(task.inputs), child.stdin).catch((error: unknown) => error);
  const answer = await answerOf(child, task, signal);
  const fault = await sent;
  // Whoever has answered need not have read everything.
  if (fault && !isPipeFault(fault)) throw fault;
  return answer;
}

async function* bytesOf(files: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const file of files) yield* createReadStream(file);
}

function isPipeFault(fault: unknown): boolean {
  const code = fault instanceof Error && 'code' in fault ? fault.code : null;
  return code === 'EPIPE' || code === 'ECONNRESET' || code === 'ERR_STREAM_PREMATURE_CLOSE';
}

/** libvips would put large pictures into files, which the cage has no place for: memory is bounded instead. */
const NEVER_ON_DISK = '64g';

/** Of Node's permission model: no file is written, no program or thread started, and few files are read. */
function nodeArguments(module: string): string[] {
  return [
    ...['--permission', '--allow-addons', '--no-warnings', `--max-old-space-size=${HEAP_MB}`],
    ...[PACKAGES, dirname(module), SHUT_SOCKETS].map((readable) => `--allow-fs-read=${readable}`),
    ...['--import', pathToFileURL(SHUT_SOCKETS).href, module],
  ];
}

function answerOf(
  child: ReturnType<typeof spawn>,
  { timeMs, answerBytes }: CagedModule,
  signal: AbortSignal,
): Promise<Buffer> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  const chunks: Buffer[] = [];
  let bytes = 0;
  let words = '';
  const end = (reason: unknown) => {
    reject(reason);
    child.kill('SIGKILL');
  };
  const onAbort = () => end(signal.reason);
  const timer = setTimeout(() => end(new DOMException('Its time is over.', 'TimeoutError')), timeMs);
  signal.addEventListener('abort', onAbort, { once: true });
  child.stdout?.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes > answerBytes) end(new CageFault('Its answer is too long.'));
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    words = `${words}${chunk}`.slice(-WORDS);
  });
  child.once('error', (error) => end(new CageFault(error.message)));
  child.once('close', (code, killedBy) => {
    if (code === 0) resolve(Buffer.concat(chunks));
    else reject(new CageFault(`${killedBy ?? code}. ${words.trim()}`));
  });
  return promise.finally(() => {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
  });
}

function packagesFolder(file: string): string {
  const mark = `${sep}node_modules${sep}`;
  const at = file.lastIndexOf(mark);
  return at < 0 ? dirname(file) : file.slice(0, at + mark.length - 1);
}
