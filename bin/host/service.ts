import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { TYPESCRIPT_LOADER } from '#jobs/threads/typescript-loader.ts';
import { restartPause } from './restart-pause';

/**
 * A service that ran this long counts as healthy again, ms: one that a video in hand ends may be ended by it whenever
 * the queue gives it that, which is no sooner.
 */
const HEALTHY_MS = 10_000;
/** How long a service may take to end in good order, ms. */
const STOP_MS = 20_000;

export interface ServiceSpec {
  /** What the log calls it. */
  name: string;
  /** Its entry point, from the repository's root. */
  script: string;
  env: Record<string, string>;
}

/**
 * A process of ours that is kept running: started again whenever it ends by itself, unless it has said that it is done,
 * at growing intervals.
 * It lives in a process group of its own, so that a terminal's Ctrl-C reaches it through `stop` alone, and it
 * ends itself when the channel to this process closes.
 */
export class Service {
  readonly #spec: ServiceSpec;
  #child: ChildProcess | null = null;
  #stopping = false;
  #crashes = 0;
  #restart: NodeJS.Timeout | null = null;
  #tellEnd = () => {};
  /** Resolves once it has ended after it said that it is done, as a worker does that was asked to finish. */
  readonly ended = new Promise<void>((resolve) => {
    this.#tellEnd = resolve;
  });

  constructor(spec: ServiceSpec) {
    this.#spec = spec;
  }

  get pid(): number | null {
    return this.#child?.pid ?? null;
  }

  /**
   * Starts the service. @returns what it says of itself when it is ready.
   * @throws when it ends before it was ready for the first time.
   */
  start(): Promise<Record<string, unknown>> {
    return new Promise((resolve, reject) => {
      this.#run(resolve, (code) =>
        reject(
          new Error(`${this.#spec.name} ended with code ${code} before it was ready; see the lines above.`),
        ),
      );
    });
  }

  /** Ends the service in good order, or by force when it takes too long. */
  async stop(): Promise<void> {
    this.#stopping = true;
    if (this.#restart) clearTimeout(this.#restart);
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    await new Promise<void>((resolve) => {
      const force = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
      child.once('exit', () => {
        clearTimeout(force);
        resolve();
      });
      child.kill('SIGTERM');
    });
  }

  #run(
    onReady: (message: Record<string, unknown>) => void,
    onEarlyEnd: ((code: number | null) => void) | null,
  ): void {
    const startedAt = Date.now();
    let ready = false;
    let done = false;
    const script = fileURLToPath(new URL(`../../${this.#spec.script}`, import.meta.url));
    const child = spawn(process.execPath, ['--import', TYPESCRIPT_LOADER, script], {
      env: { ...process.env, ...this.#spec.env },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      detached: true,
    });
    this.#child = child;
    child.on('message', (message: Record<string, unknown>) => {
      if (message.type === 'done') done = true;
      if (message.type !== 'ready') return;
      ready = true;
      onReady(message);
    });
    child.on('exit', (code, signal) => {
      if (this.#stopping) return;
      if (!ready && onEarlyEnd) return onEarlyEnd(code);
      if (done) return this.#tellEnd();
      this.#crashes = Date.now() - startedAt > HEALTHY_MS ? 1 : this.#crashes + 1;
      const pause = restartPause(this.#crashes);
      process.stderr.write(
        `${this.#spec.name} ended unexpectedly (${signal ?? `code ${code}`}); starting it again in ${pause / 1000} s.\n`,
      );
      this.#restart = setTimeout(() => this.#run(() => {}, null), pause);
    });
  }
}
