import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { ROOT } from '#bin/setup/install.mjs';

/** What is kept of the app's own words, for a message when it fails. */
const TAIL_CHARS = 4000;

/** A whole StoryShort of its own, as `npm start` brings it up, on a free port and in a folder of its own. */
export class LaunchedApp {
  readonly url: string;
  readonly dataDir: string;
  /** From the call to the first moment at which it serves, ms. */
  readonly startMs: number;
  readonly #child: ChildProcess;
  readonly #tail: () => string;

  private constructor(
    child: ChildProcess,
    parts: { url: string; dataDir: string; startMs: number; tail: () => string },
  ) {
    this.#child = child;
    this.#tail = parts.tail;
    this.url = parts.url;
    this.dataDir = parts.dataDir;
    this.startMs = parts.startMs;
  }

  /** Starts it and waits until it serves. @throws with its last words when it ends before. */
  static async launch(dataDir: string, env: Record<string, string> = {}): Promise<LaunchedApp> {
    const startedAt = performance.now();
    const child = spawn(process.execPath, [join(ROOT, 'bin/run.mjs'), 'start'], {
      cwd: ROOT,
      env: {
        ...process.env,
        NODE_ENV: 'production',
        PORT: '0',
        DATA_DIR: dataDir,
        LOG_LEVEL: 'warn',
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    let words = '';
    const url = await new Promise<string>((resolve, reject) => {
      const hear = (chunk: Buffer) => {
        words = (words + chunk.toString()).slice(-TAIL_CHARS);
        const ready = /StoryShort is ready: (\S+)/.exec(words)?.[1];
        if (ready) resolve(ready);
      };
      child.stdout?.on('data', hear);
      child.stderr?.on('data', hear);
      child.once('error', reject);
      child.once('exit', (code) => reject(new Error(`StoryShort ended with code ${code}:\n${words}`)));
    });
    return new LaunchedApp(child, {
      url,
      dataDir,
      startMs: performance.now() - startedAt,
      tail: () => words,
    });
  }

  get pid(): number {
    return this.#child.pid ?? -1;
  }

  /** What it said last. */
  get words(): string {
    return this.#tail();
  }

  /** Ends it as Ctrl-C does (the whole process group hears it). @returns its exit code. */
  async stop(): Promise<number | null> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return this.#child.exitCode;
    const ended = once(this.#child, 'exit');
    process.kill(-this.pid, 'SIGINT');
    // Behind npm, the signal of a terminal reaches the command itself as well.
    this.#child.kill('SIGTERM');
    const [code] = (await ended) as [number | null];
    return code;
  }

  /** Kills it without a chance to tidy up, and every process it was started through. */
  async kill(): Promise<void> {
    const ended = once(this.#child, 'exit');
    process.kill(-this.pid, 'SIGKILL');
    await ended;
  }
}
