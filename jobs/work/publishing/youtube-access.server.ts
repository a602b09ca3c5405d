/** What YouTube is asked with, as it is kept: sealed in rows, renewed when it has expired. */
import { z } from 'zod';
import type { Seal } from '#jobs/accounts/sealed-text.server.ts';
import type { Db } from '#jobs/db/client.server.ts';
import { findAccount, keepTokens, loseAccount } from '#jobs/db/publishing/publishing-accounts.server.ts';
import type { AccessTokens } from '#jobs/publishing/youtube/youtube-client.server.ts';
import { consentLost } from '#jobs/publishing/youtube/youtube-faults.ts';
import {
  type GrantedTokens,
  isFresh,
  type YoutubeOauth,
} from '#jobs/publishing/youtube/youtube-oauth.server.ts';
import { StoryError } from '#jobs/story/film/fault.ts';

const tokensSchema = z.object({ access: z.string(), expiresAt: z.number(), refresh: z.string() });

export function closeTokens(seal: Seal, tokens: GrantedTokens, accountId: string): string {
  return seal.close(JSON.stringify(tokens), accountId);
}

/** @returns null where the house's secret is another one by now */
export function openTokens(seal: Seal, sealed: string | null, accountId: string): GrantedTokens | null {
  const text = sealed === null ? null : seal.open(sealed, accountId);
  return text === null ? null : tokensSchema.parse(JSON.parse(text));
}

/** The tokens of one account. */
export class KeptTokens implements AccessTokens {
  readonly #db: Db;
  readonly #seal: Seal;
  readonly #oauth: YoutubeOauth;
  readonly #accountId: string;

  constructor({ db, seal, oauth }: { db: Db; seal: Seal; oauth: YoutubeOauth }, accountId: string) {
    this.#db = db;
    this.#seal = seal;
    this.#oauth = oauth;
    this.#accountId = accountId;
  }

  async current(): Promise<string> {
    const kept = await this.#kept();
    return isFresh(kept, Date.now()) ? kept.access : this.renewed();
  }

  async renewed(): Promise<string> {
    const { refresh } = await this.#kept();
    try {
      const tokens = await this.#oauth.renew(refresh);
      await keepTokens(this.#db, this.#accountId, closeTokens(this.#seal, tokens, this.#accountId));
      return tokens.access;
    } catch (error) {
      if (error instanceof StoryError && error.code === consentLost().code)
        await loseAccount(this.#db, this.#accountId);
      throw error;
    }
  }

  async #kept(): Promise<GrantedTokens> {
    const account = await findAccount(this.#db, this.#accountId);
    const tokens = openTokens(this.#seal, account?.tokens ?? null, this.#accountId);
    if (tokens) return tokens;
    await loseAccount(this.#db, this.#accountId);
    throw consentLost();
  }
}
