/** Asks Google whether codes were typed, as often as it lets be asked. */

import { connectChannel } from '#jobs/db/publishing/publishing-accounts.server.ts';
import {
  type DueConsent,
  endConsent,
  failConsent,
  slowConsent,
  sweepConsents,
  takeDueConsents,
} from '#jobs/db/publishing/publishing-consents.server.ts';
import { PublishingSetback } from '#jobs/ports/publisher.ts';
import { ownChannel } from '#jobs/publishing/youtube/own-uploads.server.ts';
import { YoutubeClient } from '#jobs/publishing/youtube/youtube-client.server.ts';
import { youtubeFault } from '#jobs/publishing/youtube/youtube-faults.ts';
import { type GrantedTokens, SLOWER_BY_S } from '#jobs/publishing/youtube/youtube-oauth.server.ts';
import { type Fault, StoryError } from '#jobs/story/film/fault.ts';
import type { PublishingHouse } from './publishing-house.server';
import { closeTokens } from './youtube-access.server';

/** Asks for all that are due. */
export async function askConsents(house: PublishingHouse, signal: AbortSignal): Promise<void> {
  for (const due of await takeDueConsents(house.db)) {
    signal.throwIfAborted();
    await askConsent(house, due, signal);
  }
  await sweepConsents(house.db);
}

async function askConsent(house: PublishingHouse, due: DueConsent, signal: AbortSignal): Promise<void> {
  const { db, google, seal, log } = house;
  const { id, everyS } = due;
  try {
    const code = seal.open(due.sealedCode, id);
    if (!google || code === null || due.expiresAt.getTime() < Date.now())
      return await failConsent(db, id, EXPIRED);
    const answer = await google.oauth.ask(code);
    if (answer.is === 'too-often') return await slowConsent(db, id, everyS + SLOWER_BY_S);
    if (answer.is === 'granted') await connect(house, due, answer.tokens, signal);
  } catch (error) {
    // Whoever cannot be reached is asked less often (RFC 8628, 3.5).
    if (error instanceof PublishingSetback) return await slowConsent(db, id, everyS, everyS * 2);
    if (!(error instanceof StoryError)) throw error;
    log.info({ code: error.code }, 'A consent was not given.');
    await failConsent(db, id, error.toFault());
  }
}

/** Keeps what was granted, under the name of its channel. */
async function connect(
  { db, seal, google, log }: PublishingHouse,
  { id, ownerId }: DueConsent,
  tokens: GrantedTokens,
  signal: AbortSignal,
): Promise<void> {
  if (!google) return;
  const client = new YoutubeClient(
    { current: async () => tokens.access, renewed: async () => tokens.access },
    signal,
  );
  const channel = await ownChannel(client, google.places).catch((error: unknown) => {
    // What was granted cannot be asked for again: it is kept without a name.
    if (error instanceof PublishingSetback) return { id: null, name: 'YouTube' };
    throw error;
  });
  if (channel === null) throw youtubeFault({ status: 401, reason: 'youtubeSignupRequired', restMs: null });
  await db.$transaction(async (tx) => {
    if (!(await endConsent(tx, id))) return;
    const found = { channelId: channel.id, name: channel.name };
    await connectChannel(tx, ownerId, found, (accountId) => closeTokens(seal, tokens, accountId));
  });
  log.info('A channel at YouTube was connected.');
}

const EXPIRED: Fault = {
  code: 'youtube_code_expired',
  message: 'The code was not typed in time.',
  hint: 'Connect YouTube again: there is a new code.',
  retryable: true,
};
