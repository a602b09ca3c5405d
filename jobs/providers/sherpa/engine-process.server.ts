/** Keeps the process that speaks: started when it is needed, ended when it is idle, hangs or nobody waits. */
import { type ChildProcess, fork } from 'node:child_process';
import pLimit from 'p-limit';

export interface SpokenRequest {
  /** Module of the engine. */
  engine: string;
  /** As the engine takes it, see `engineConfig`. */
  config: object;
  text: string;
  sid: number;
  /** Times as fast as the voice's own pace. */
  speed: number;
  /** Absolute path of a sound to be imitated. */
  reference?: string | undefined;
}

export type SpokenAnswer =
  /** WAV as narration is. */
  { ok: true; audio: Uint8Array; durationMs: number } | { ok: false; why: string };

/** A large model reads its file for seconds, and speaks slower than it is heard on an old machine. */
const LOAD_MS = 60_000;
const PER_CHARACTER_MS = 1000;
/** A model takes up to a gigabyte: it is given back when no scene follows, ms. */
const IDLE_MS = 60_000;
const HOST = new URL('./engine-host.ts', import.meta.url);

export class EngineProcess {
  readonly #start: () => ChildProcess;
  readonly #inTurn = pLimit(1);
  #child: ChildProcess | null = null;
  #idle: NodeJS.Timeout | undefined;

  /**
   * @param loader what `node --import` needs to run TypeScript
   * @param environment of the process. It reads files that others made: no key is to be found where it runs
   */
  constructor(loader: string, environment: NodeJS.ProcessEnv) {
    this.#start = () =>
      fork(HOST, [], {
        execArgv: ['--import', loader],
        env: environment,
        serialization: 'advanced',
        stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      });
  }

  /** Speaks, one text after another. Rejects with the signal's reason alone. */
  speak(request: SpokenRequest, signal: AbortSignal): Promise<SpokenAnswer> {
    return this.#inTurn(() => this.#ask(request, signal));
  }

  /** Ends the process. */
  close(): void {
    clearTimeout(this.#idle);
    this.#child?.kill('SIGKILL');
    this.#child = null;
  }

  async #ask(request: SpokenRequest, signal: AbortSignal): Promise<SpokenAnswer> {
    signal.throwIfAborted();
    clearTimeout(this.#idle);
    const child = this.#child ?? this.#open();
    const answered = Promise.withResolvers<SpokenAnswer>();
    let lastWords = '';
    const onWords = (words: Buffer) => {
      lastWords = `${lastWords}${words}`.slice(-2000);
    };
    const onEnd = () => answered.resolve({ ok: false, why: whyEnded(lastWords) });
    const onAbort = () => answered.reject(signal.reason);
    const timeoutMs = LOAD_MS + request.text.length * PER_CHARACTER_MS;
    const timer = setTimeout(
      () => answered.resolve({ ok: false, why: 'the engine does not answer' }),
      timeoutMs,
    );
    child.stderr?.on('data', onWords);
    child.once('message', answered.resolve);
    child.once('error', onEnd);
    child.once('close', onEnd);
    signal.addEventListener('abort', onAbort, { once: true });
    let isWell = false;
    try {
      child.send(request, (error) => error && onEnd());
      const answer = await answered.promise;
      isWell = answer.ok;
      return answer;
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      child.stderr?.off('data', onWords);
      child.removeAllListeners('message').off('error', onEnd).off('close', onEnd);
      // Whatever it still does is for nobody.
      if (!isWell) this.close();
      this.#idle = setTimeout(() => this.close(), IDLE_MS).unref();
    }
  }

  #open(): ChildProcess {
    const child = this.#start();
    child.on('error', () => {});
    child.once('exit', () => {
      if (this.#child === child) this.#child = null;
    });
    // It keeps nothing alive that is done.
    child.unref();
    child.channel?.unref();
    this.#child = child;
    return child;
  }
}

/** The engine's own last line, without the place in its source. */
function whyEnded(words: string): string {
  const line = words
    .trim()
    .split('\n')
    .at(-1)
    ?.replace(/^.*?:\d+\s+/, '')
    .trim()
    .slice(0, 200);
  return line ? `the engine ended: ${line}` : 'the engine ended without a word';
}
