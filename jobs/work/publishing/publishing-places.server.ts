/** How a person connects places to publish at, and disconnects them. */
import { cancelAllTo } from '#jobs/db/publishing/publications.server.ts';
import {
  addAddress,
  findTarget,
  listTargets,
  removeAccount,
} from '#jobs/db/publishing/publishing-accounts.server.ts';
import { beginConsent } from '#jobs/db/publishing/publishing-consents.server.ts';
import { webhookSecret } from '#jobs/work/webhooks/webhook-secret.ts';
import { type LentFile, readLentToken } from './lent-path';
import { type PublishingHouse, youtubeNotSet } from './publishing-house.server';
import { openTokens } from './youtube-access.server';

/** What pages and requests ask of it. */
export class PublishingPlaces {
  readonly #house: PublishingHouse;

  constructor(house: PublishingHouse) {
    this.#house = house;
  }

  /** Whether the operator has an application at YouTube. */
  get hasYoutube(): boolean {
    return this.#house.google !== null;
  }

  /** Asks Google for a code that the person types there. @throws StoryError or PublishingSetback why there is none */
  async beginYoutube(ownerId: string | null): Promise<void> {
    const { google, db, seal } = this.#house;
    if (!google) throw youtubeNotSet();
    const { deviceCode, userCode, address, everyS, expiresInS } = await google.oauth.begin();
    const expiresAt = new Date(Date.now() + expiresInS * 1000);
    await beginConsent(db, {
      ...{ ownerId, userCode, address, everyS, expiresAt },
      seal: (id) => seal.close(deviceCode, id),
    });
  }

  /** Connects an address. @returns the secret that its owner checks signatures with; null where it is connected */
  async addAddress(ownerId: string | null, url: string): Promise<string | null> {
    const { db, houseSecret } = this.#house;
    const known = await listTargets(db, ownerId);
    if (known.some(({ kind, name }) => kind === 'webhook' && name === url)) return null;
    return webhookSecret(houseSecret, await addAddress(db, ownerId, url));
  }

  /**
   * Disconnects a place: what is on its way there stops, and its consent is given back.
   * @returns its name, and whether Google was told; null where its owner has no such place
   */
  async disconnect(ownerId: string | null, id: string): Promise<{ name: string; isRevoked: boolean } | null> {
    const { db, google, seal, log } = this.#house;
    const account = await findTarget(db, ownerId, id);
    if (!account) return null;
    await db.$transaction(async (tx) => {
      await cancelAllTo(tx, id);
      await removeAccount(tx, id);
    });
    const tokens = openTokens(seal, account.tokens, id);
    if (account.kind !== 'youtube' || account.isLost) return { name: account.name, isRevoked: true };
    try {
      if (tokens && google) await google.oauth.revoke(tokens.refresh);
      return { name: account.name, isRevoked: tokens !== null && google !== null };
    } catch {
      log.warn('A consent could not be given back to Google.');
      return { name: account.name, isRevoked: false };
    }
  }

  /** Id of the publication whose file a link's token lends; null for nobody's. */
  lent(token: string, file: LentFile): string | null {
    return readLentToken(this.#house.houseSecret, token, file, Date.now());
  }
}
