/** What films are published with: the operator's application at YouTube, the house's secret, and where its files are. */
import type { PgBoss } from 'pg-boss';
import type { Logger } from 'pino';
import { openSeal, type Seal } from '#jobs/accounts/sealed-text.server.ts';
import type { Db } from '#jobs/db/client.server.ts';
import type { PublishingAccount } from '#jobs/db/publishing/publishing-accounts.server.ts';
import type { Publisher } from '#jobs/ports/publisher.ts';
import type { Storage } from '#jobs/ports/storage.ts';
import { WebhookPublisher } from '#jobs/publishing/webhook/webhook-publisher.ts';
import { type YoutubeApp, YoutubeOauth } from '#jobs/publishing/youtube/youtube-oauth.server.ts';
import { type YoutubePlaces, youtubePlaces } from '#jobs/publishing/youtube/youtube-places.ts';
import { YoutubePublisher } from '#jobs/publishing/youtube/youtube-publisher.server.ts';
import { StoryError } from '#jobs/story/film/fault.ts';
import { postAbroad } from '#jobs/work/webhooks/post-abroad.server.ts';
import { webhookSecret } from '#jobs/work/webhooks/webhook-secret.ts';
import { KeptTokens } from './youtube-access.server';

/** The operator's application at YouTube. */
export interface YoutubeSettings extends YoutubeApp {
  /** Another server that speaks YouTube's protocol; null for Google's own. */
  baseUrl: string | null;
}

export interface PublishingParts {
  db: Db;
  boss: PgBoss;
  storage: Storage;
  log: Logger;
  houseSecret: string;
  /** Whether addresses may be in this house's own network. */
  allowsOwn: boolean;
  /** Under which address this site is opened from elsewhere. */
  siteUrl: () => string;
  /** Null where no films go to YouTube. */
  youtube: YoutubeSettings | null;
  /** How much is sent to YouTube in one request, bytes; a multiple of 256 KiB. Absent for the usual. */
  chunkBytes?: number;
}

export interface PublishingHouse extends PublishingParts {
  /** Closes tokens and what else is a secret of a place. */
  seal: Seal;
  /** Null where no films go to YouTube. */
  google: { oauth: YoutubeOauth; places: YoutubePlaces } | null;
}

export function openPublishingHouse(parts: PublishingParts): PublishingHouse {
  const { youtube, houseSecret } = parts;
  const places = youtubePlaces(youtube?.baseUrl ?? null);
  return {
    ...parts,
    seal: openSeal(houseSecret, 'publishing'),
    google: youtube && { oauth: new YoutubeOauth(youtube, places), places },
  };
}

/** What publishes at a place. @throws StoryError where this house has nothing that does */
export function publisherOf(house: PublishingHouse, account: PublishingAccount): Publisher {
  const { google, houseSecret, allowsOwn, chunkBytes } = house;
  if (account.kind === 'webhook')
    return new WebhookPublisher(account.url ?? '', webhookSecret(houseSecret, account.id), (url, sent) =>
      postAbroad(url, { ...sent, allowsOwn }),
    );
  if (!google) throw youtubeNotSet();
  const tokens = new KeptTokens({ db: house.db, seal: house.seal, oauth: google.oauth }, account.id);
  return new YoutubePublisher(tokens, google.places, chunkBytes === undefined ? {} : { chunkBytes });
}

export function youtubeNotSet(): StoryError {
  return new StoryError({
    code: 'youtube_not_set',
    message: 'This StoryShort has no application at YouTube.',
    hint: 'Whoever runs it sets YOUTUBE_CLIENT_ID and YOUTUBE_CLIENT_SECRET: docs/publishing.md.',
    retryable: false,
  });
}
