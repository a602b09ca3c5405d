/** The way to a site: its address, the token by which it lets a program in, and what may go wrong on the way. */
import type { z } from 'zod';
import { readFault } from './answered-fault';

/** Nobody answers, or it is no StoryShort that does. */
export class NobodyAnswers extends Error {
  override readonly name = 'NobodyAnswers';
}

/** The site passes on to another address, where nothing is sent: it may be anybody's. */
export class PassedOn extends Error {
  override readonly name = 'PassedOn';
  /** Where it passes on to. */
  readonly to: string;

  constructor(base: string, to: string) {
    super(`${base} passes on to ${to}.`);
    this.to = to;
  }
}

const REDIRECTIONS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

export class SiteConnection {
  /** Origin of the site, such as `http://127.0.0.1:4000`. */
  readonly base: string;
  readonly #token: string | null;
  readonly #signal: AbortSignal | null;

  /**
   * @param token of the site's account page; null where it lets in whoever asks
   * @param signal ends whatever is asked
   */
  constructor(base: string, token: string | null = null, signal: AbortSignal | null = null) {
    this.base = new URL(base).origin;
    this.#token = token;
    this.#signal = signal;
  }

  get hasToken(): boolean {
    return this.#token !== null;
  }

  /**
   * Asks for a path of the site.
   * @returns an answer that is no fault
   * @throws AnsweredFault, NobodyAnswers, PassedOn; the signal's reason
   */
  async ask(path: string, init: RequestInit = {}): Promise<Response> {
    const { url, response } = await this.#fetch(path, init);
    if (response.ok) return response;
    const location = response.headers.get('location');
    if (REDIRECTIONS.has(response.status) && location !== null)
      throw new PassedOn(this.base, new URL(location, url).origin);
    const body: unknown = await response.json().catch(() => null);
    const fault = readFault(response.status, body);
    if (fault) throw fault;
    throw new NobodyAnswers(
      `What answers at ${this.base} is no StoryShort: ${response.status} with something else for ${path.split('?')[0]}.`,
    );
  }

  /** The same, and the answer is JSON. */
  async json(path: string, init: RequestInit = {}): Promise<unknown> {
    return this.jsonOf(await this.ask(path, init));
  }

  /** @throws NobodyAnswers where an answer is no JSON; the signal's reason */
  async jsonOf(response: Response): Promise<unknown> {
    return response.json().catch((error: unknown) => {
      this.#signal?.throwIfAborted();
      throw new NobodyAnswers(`What ${this.base} answered is no JSON, or broke off.`, { cause: error });
    });
  }

  /**
   * An answer as it is understood here.
   * @param what it is the answer to
   * @throws NobodyAnswers where the site is of another version
   */
  understood<Schema extends z.ZodType>(schema: Schema, answer: unknown, what: string): z.output<Schema> {
    const read = schema.safeParse(answer);
    if (read.success) return read.data;
    const part = read.error.issues[0]?.path.join('.') ?? '';
    throw new NobodyAnswers(
      `The StoryShort at ${this.base} is of another version than this command: its answer to ${what} has another “${part}”.`,
    );
  }

  /** JSON that a path answers with, whatever status goes with it. @throws NobodyAnswers; the signal's reason */
  async whatever(path: string): Promise<unknown> {
    return this.jsonOf((await this.#fetch(path, {})).response);
  }

  /**
   * Absolute address of a path that the site answered with.
   * @throws NobodyAnswers for an address elsewhere: no token goes there
   */
  urlOf(path: string): string {
    const url = new URL(path, this.base);
    if (url.origin === this.base) return url.href;
    throw new NobodyAnswers(`What ${this.base} answered names an address elsewhere: ${url.origin}.`);
  }

  async #fetch(path: string, init: RequestInit): Promise<{ url: string; response: Response }> {
    const signal = this.#signal;
    const headers = new Headers(init.headers);
    if (this.#token !== null) headers.set('authorization', `Bearer ${this.#token}`);
    const url = this.urlOf(path);
    const response = await fetch(url, { ...init, signal, headers, redirect: 'manual' }).catch(
      (error: unknown) => {
        signal?.throwIfAborted();
        throw new NobodyAnswers(`No StoryShort answers at ${this.base}.`, { cause: error });
      },
    );
    return { url, response };
  }
}
