/**
 * Publishes by telling an address of its owner's: the film's words, and where its files can be fetched for a while.
 * Whoever is there does the rest. Signed after the scheme of Standard Webhooks, under the same id each time, so that
 * what comes twice is known again.
 */
import { Webhook } from 'standardwebhooks';
import {
  type Published,
  type PublishedFilm,
  type Publisher,
  PublishingSetback,
  type PublishingTry,
} from '#jobs/ports/publisher.ts';
import { StoryError } from '#jobs/story/film/fault.ts';

/** Sends a text to an address; `post-abroad` of the webhooks. */
export type SendAbroad = (
  url: string,
  sent: { headers: Readonly<Record<string, string>>; body: string; signal: AbortSignal },
) => Promise<{ status: number } | { fault: string }>;

export class WebhookPublisher implements Publisher {
  readonly #url: string;
  readonly #secret: string;
  readonly #send: SendAbroad;

  /** @param secret what its owner checks signatures with */
  constructor(url: string, secret: string, send: SendAbroad) {
    this.#url = url;
    this.#secret = secret;
    this.#send = send;
  }

  async publish(film: PublishedFilm, { signal }: PublishingTry): Promise<Published> {
    const sentAt = new Date();
    const body = JSON.stringify(toldFilm(film, sentAt));
    const posted = await this.#send(this.#url, {
      headers: {
        'Content-Type': 'application/json',
        'User-Agent': 'StoryShort',
        'webhook-id': film.publicationId,
        'webhook-timestamp': String(Math.floor(sentAt.getTime() / 1000)),
        'webhook-signature': new Webhook(this.#secret).sign(film.publicationId, sentAt, body),
      },
      ...{ body, signal },
    });
    signal.throwIfAborted();
    if ('fault' in posted) throw notArrived(posted.fault);
    const { status } = posted;
    if (status >= 200 && status < 300) return { address: null, note: null };
    if (status === 408 || status === 429 || status >= 500) throw notArrived(`It answered ${status}.`);
    throw new StoryError({
      code: 'publishing_address_refused',
      message: `The address did not take the film: it answered ${status}.`,
      hint: 'Look at what listens there, then publish again.',
      retryable: true,
    });
  }
}

/** What is sent. */
function toldFilm({ publicationId, videoId, words, wishes, facts, bytes, lend }: PublishedFilm, at: Date) {
  const { expiresAt, film, poster, captions, subtitles } = lend();
  return {
    type: 'film.publish',
    timestamp: at.toISOString(),
    data: {
      ...{ publicationId, videoId, ...words, ...wishes, ...facts },
      files: { film, filmBytes: bytes, poster, captions, subtitles, expiresAt: expiresAt.toISOString() },
    },
  };
}

function notArrived(why: string): PublishingSetback {
  return new PublishingSetback({
    code: 'publishing_address_away',
    message: `The address could not be told of the film. ${why}`,
    hint: 'Nothing has to be done: it is told again by itself.',
  });
}
