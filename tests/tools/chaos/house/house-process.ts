import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { TYPESCRIPT_LOADER } from '#jobs/threads/typescript-loader.ts';

/** What is kept of its own words, for a message when it ends too soon. */
const TAIL_CHARS = 4000;

/** Site or worker as a process of its own, to be killed, stopped and listened to. */
export class HouseProcess {
  readonly #child: ChildProcess;
  readonly #hearers = new Set<(message: Record<string, unknown>) => void>();
  #words = '';
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>;

  private constructor(child: ChildProcess) {
    this.#child = child;
    this.ended = new Promise((resolve) => child.once('exit', (code, signal) => resolve(signal ?? code)));
    child.on('message', (message: Record<string, unknown>) => {
      for (const hear of this.#hearers) hear(message);
    });
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk) => {
        this.#words = (this.#words + String(chunk)).slice(-TAIL_CHARS);
      });
  }

  /**
   * Starts it, and waits until it says that it is ready.
   * @param entry its module
   * @throws with its last words when it ends before
   */
  static async start(
    entry: URL,
    environment: Readonly<Record<string, string>>,
    args: readonly string[] = [],
  ): Promise<{ process: HouseProcess; said: Record<string, unknown> }> {
    const child = fork(fileURLToPath(entry), args, {
      execArgv: ['--import', TYPESCRIPT_LOADER],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        NODE_ENV: 'production',
        MALLOC_ARENA_MAX: '2',
        LOG_LEVEL: 'warn',
        ...environment,
      },
    });
    const started = new HouseProcess(child);
    const said = await Promise.race([
      started.next(({ type }) => type === 'ready'),
      started.ended.then(() => null),
    ]);
    if (!said) throw new Error(`${fileURLToPath(entry)} ended before it was ready:\n${started.words}`);
    return { process: started, said };
  }

  get pid(): number {
    return this.#child.pid ?? -1;
  }

  get isRunning(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** What it said last. */
  get words(): string {
    return this.#words;
  }

  /** The next message from it that is so. */
  next(isSo: (message: Record<string, unknown>) => boolean): Promise<Record<string, unknown>> {
    return new Promise((resolve) => {
      const stop = this.listen((message) => {
        if (!isSo(message)) return;
        stop();
        resolve(message);
      });
    });
  }

  /** Hears all that it tells. @returns what ends that */
  listen(hear: (message: Record<string, unknown>) => void): () => void {
    this.#hearers.add(hear);
    return () => this.#hearers.delete(hear);
  }

  send(message: Record<string, unknown>): void {
    this.#child.send(message);
  }

  signal(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  /** Ends it without a chance to tidy up, and waits until it is gone. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.ended;
  }

  /** Asks it to end. */
  async stop(): Promise<number | NodeJS.Signals | null> {
    this.#child.kill('SIGTERM');
    return this.ended;
  }
}
