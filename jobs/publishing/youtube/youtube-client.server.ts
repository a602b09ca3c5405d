/** Asks YouTube in somebody's name: a token that has expired is renewed once, and what is refused is told in words. */
import { readRetryAfterMs } from '#jobs/ports/calls/retry-after.ts';
import { consentLost, reasonIn, youtubeAway, youtubeFault } from './youtube-faults';

/** How long one answer may take, ms. */
const PATIENCE_MS = 180_000;

/** What is asked with: kept sealed, and renewed now and then. */
export interface AccessTokens {
  current(): Promise<string>;
  /** @throws StoryError where the consent holds no more, PublishingSetback where Google cannot be asked */
  renewed(): Promise<string>;
}

export interface Asked {
  method: 'GET' | 'POST' | 'PUT';
  headers?: Readonly<Record<string, string>>;
  body?: Uint8Array | string;
}

export interface Answered {
  status: number;
  headers: Headers;
  /** What was read of it as JSON; null for nothing, or something else. */
  body: unknown;
}

export class YoutubeClient {
  readonly #tokens: AccessTokens;
  readonly #signal: AbortSignal;

  constructor(tokens: AccessTokens, signal: AbortSignal) {
    this.#tokens = tokens;
    this.#signal = signal;
  }

  /**
   * Whatever is answered, but that the token has expired.
   * @throws PublishingSetback where there is no answer, StoryError where the consent holds no more
   */
  async ask(url: string, asked: Asked): Promise<Answered> {
    const first = await this.#send(url, asked, await this.#tokens.current());
    if (first.status !== 401 || reasonIn(first.body) === 'youtubeSignupRequired') return first;
    const second = await this.#send(url, asked, await this.#tokens.renewed());
    if (second.status === 401 && reasonIn(second.body) !== 'youtubeSignupRequired') throw consentLost();
    return second;
  }

  /** What is answered where all is well. @throws as `ask`, and for every refusal */
  async demand(url: string, asked: Asked): Promise<Answered> {
    const answered = await this.ask(url, asked);
    if (answered.status < 200 || answered.status > 299) throw refusalOf(answered);
    return answered;
  }

  async #send(url: string, { method, headers, body }: Asked, token: string): Promise<Answered> {
    try {
      const response = await fetch(url, {
        method,
        headers: { ...headers, Authorization: `Bearer ${token}` },
        ...(body !== undefined && { body: body as BodyInit }),
        // 308 says that more is awaited; elsewhere nothing is followed, or the token would be.
        redirect: 'manual',
        signal: AbortSignal.any([this.#signal, AbortSignal.timeout(PATIENCE_MS)]),
      });
      return { status: response.status, headers: response.headers, body: jsonOf(await response.text()) };
    } catch {
      this.#signal.throwIfAborted();
      // What broke may quote the address, which is a secret while an upload goes on.
      throw youtubeAway();
    }
  }
}

/** What is thrown for an answer that is none of those awaited. */
export function refusalOf({ status, headers, body }: Answered) {
  return youtubeFault({ status, reason: reasonIn(body), restMs: readRetryAfterMs(headers, Date.now()) });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
