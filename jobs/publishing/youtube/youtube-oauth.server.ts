/**
 * Somebody's consent to publish in their name, by the flow for devices (RFC 8628): they type a code at Google, so that
 * the site needs no address that Google can reach.
 */
import * as oauth from 'oauth4webapi';
import { PublishingSetback } from '#jobs/ports/publisher.ts';
import { StoryError } from '#jobs/story/film/fault.ts';
import { consentLost, youtubeAway } from './youtube-faults';
import type { YoutubePlaces } from './youtube-places';

/**
 * Of the scopes for uploads the only one that Google's flow for devices has; it also lets be asked whether a video is
 * there already.
 */
const SCOPE = 'https://www.googleapis.com/auth/youtube';
/** Between two questions where nobody says, s (RFC 8628, 3.2), and what a server that is asked too often adds. */
const USUAL_INTERVAL_S = 5;
export const SLOWER_BY_S = 5;
/** How long one answer may take, ms. */
const PATIENCE_MS = 20_000;
/** A token is taken for expired so much before it is, ms. */
const EARLY_MS = 60_000;
/** What a token is good for where nobody says, s. */
const USUAL_LIFE_S = 3600;

/** The operator's own application at Google. */
export interface YoutubeApp {
  clientId: string;
  clientSecret: string;
}

/** What was granted: secrets, all of it but the date. */
export interface GrantedTokens {
  access: string;
  /** ms since the epoch. */
  expiresAt: number;
  refresh: string;
}

/** A code that is to be typed, and what it is asked for with. */
export interface BegunConsent {
  deviceCode: string;
  userCode: string;
  /** Where it is typed. */
  address: string;
  /** s */
  everyS: number;
  expiresInS: number;
}

export type ConsentAnswer =
  | { is: 'pending' }
  | { is: 'too-often' }
  | { is: 'granted'; tokens: GrantedTokens };

export class YoutubeOauth {
  readonly #server: oauth.AuthorizationServer;
  readonly #client: oauth.Client;
  readonly #secret: string;
  readonly #options: { [oauth.allowInsecureRequests]: boolean; signal: () => AbortSignal };

  constructor({ clientId, clientSecret }: YoutubeApp, places: YoutubePlaces) {
    this.#server = {
      issuer: 'https://accounts.google.com',
      device_authorization_endpoint: places.deviceCode,
      token_endpoint: places.token,
      revocation_endpoint: places.revoke,
    };
    this.#client = { client_id: clientId };
    this.#secret = clientSecret;
    this.#options = {
      // Only a server that stands in for Google's, as on this machine, can be without encryption.
      [oauth.allowInsecureRequests]: places.token.startsWith('http:'),
      signal: () => AbortSignal.timeout(PATIENCE_MS),
    };
  }

  /** Asks for a code. @throws StoryError or PublishingSetback why there is none */
  async begin(): Promise<BegunConsent> {
    const told = await spoken(async () => {
      const response = await oauth.deviceAuthorizationRequest(
        this.#server,
        this.#client,
        oauth.None(),
        { scope: SCOPE },
        this.#options,
      );
      return oauth.processDeviceAuthorizationResponse(this.#server, this.#client, await asInRfc(response));
    }).catch((error: unknown) => {
      throw error instanceof OauthRefusal ? error.toFault() : error;
    });
    const address = URL.parse(told.verification_uri);
    if (!address || !/^https?:$/.test(address.protocol)) throw notUnderstood();
    return {
      deviceCode: told.device_code,
      userCode: told.user_code,
      address: address.href,
      everyS: Math.max(1, Math.ceil(told.interval ?? USUAL_INTERVAL_S)),
      expiresInS: told.expires_in,
    };
  }

  /** Asks whether a code was typed. @throws StoryError where it never will be; PublishingSetback where nobody answers */
  async ask(deviceCode: string): Promise<ConsentAnswer> {
    try {
      const granted = await spoken(async () => {
        const auth = oauth.ClientSecretPost(this.#secret);
        const response = await oauth.deviceCodeGrantRequest(
          this.#server,
          this.#client,
          auth,
          deviceCode,
          this.#options,
        );
        return oauth.processDeviceCodeResponse(this.#server, this.#client, response);
      });
      if (!granted.refresh_token) throw notUnderstood();
      return { is: 'granted', tokens: tokensOf(granted, granted.refresh_token) };
    } catch (error) {
      if (!(error instanceof OauthRefusal)) throw error;
      if (error.word === 'authorization_pending') return { is: 'pending' };
      if (error.word === 'slow_down') return { is: 'too-often' };
      throw error.toFault();
    }
  }

  /** @throws StoryError where the consent holds no more; PublishingSetback where nobody answers */
  async renew(refresh: string): Promise<GrantedTokens> {
    try {
      const granted = await spoken(async () => {
        const auth = oauth.ClientSecretPost(this.#secret);
        const response = await oauth.refreshTokenGrantRequest(
          this.#server,
          this.#client,
          auth,
          refresh,
          this.#options,
        );
        return oauth.processRefreshTokenResponse(this.#server, this.#client, response);
      });
      return tokensOf(granted, granted.refresh_token ?? refresh);
    } catch (error) {
      if (!(error instanceof OauthRefusal)) throw error;
      throw error.word === 'invalid_grant' ? consentLost() : error.toFault();
    }
  }

  /** Gives a consent back. @throws where Google does not take it, or cannot be asked */
  async revoke(refresh: string): Promise<void> {
    await spoken(async () => {
      const auth = oauth.ClientSecretPost(this.#secret);
      const response = await oauth.revocationRequest(
        this.#server,
        this.#client,
        auth,
        refresh,
        this.#options,
      );
      return oauth.processRevocationResponse(response);
    });
  }
}

/** Whether a token may be used once more. @param now ms since the epoch */
export function isFresh({ expiresAt }: GrantedTokens, now: number): boolean {
  return now < expiresAt - EARLY_MS;
}

function tokensOf({ access_token, expires_in }: oauth.TokenEndpointResponse, refresh: string): GrantedTokens {
  return { access: access_token, expiresAt: Date.now() + (expires_in ?? USUAL_LIFE_S) * 1000, refresh };
}

/** What an authorization server said no with, in its own word. */
class OauthRefusal extends Error {
  readonly word: string;

  constructor(word: string) {
    super(word);
    this.word = word;
  }

  toFault(): StoryError {
    const fault = BY_WORD[this.word] ?? {
      code: 'youtube_consent_refused',
      message: `Google refused it (${this.word}).`,
      hint: 'Connect YouTube again; if it is refused every time, tell whoever runs this StoryShort.',
    };
    return new StoryError({ ...fault, retryable: true });
  }
}

const NOT_OURS = {
  code: 'youtube_app_unknown',
  message: 'Google does not know this StoryShort as an application for devices.',
  hint: 'Whoever runs it has to check YOUTUBE_CLIENT_ID and YOUTUBE_CLIENT_SECRET: docs/publishing.md.',
};
const BY_WORD: Readonly<Record<string, { code: string; message: string; hint: string }>> = {
  access_denied: {
    code: 'youtube_consent_denied',
    message: 'At Google it was answered that StoryShort may not publish there.',
    hint: 'Connect YouTube again and allow it, if that was not meant.',
  },
  expired_token: {
    code: 'youtube_code_expired',
    message: 'The code was not typed in time.',
    hint: 'Connect YouTube again: there is a new code.',
  },
  invalid_client: NOT_OURS,
  unauthorized_client: NOT_OURS,
  invalid_scope: NOT_OURS,
};

/** @throws OauthRefusal for the server's no, PublishingSetback where there is no answer that can be understood */
async function spoken<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof oauth.ResponseBodyError && /^\w{1,60}$/.test(error.error))
      throw error.status >= 500 ? youtubeAway() : new OauthRefusal(error.error);
    if (error instanceof oauth.WWWAuthenticateChallengeError) throw new OauthRefusal('invalid_client');
    // What broke may quote what was sent, secrets among it.
    throw youtubeAway();
  }
}

/** Google's own name for where the code is typed is older than the RFC's. */
async function asInRfc(response: Response): Promise<Response> {
  if (response.status !== 200) return response;
  const { verification_url, ...told } = (await response.json()) as Record<string, unknown>;
  return Response.json({
    ...(verification_url !== undefined && { verification_uri: verification_url }),
    ...told,
  });
}

function notUnderstood(): PublishingSetback {
  return new PublishingSetback({
    code: 'youtube_consent_not_understood',
    message: 'Google answered something that its protocol has not.',
    hint: 'Connect YouTube again; if it stays so, StoryShort may have to be brought up to date.',
  });
}
