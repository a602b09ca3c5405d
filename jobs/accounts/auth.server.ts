/** Passwords, sessions and second factors, by better-auth on our own tables. */
import { randomUUID } from 'node:crypto';
import { betterAuth } from 'better-auth';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import { twoFactor } from 'better-auth/plugins';
import type { Logger } from 'pino';
import type { Db } from '#jobs/db/client.server.ts';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from './account-fields';

const DAY_S = 24 * 3600;
/** A session ends this long after it was last used. */
const SESSION_S = 14 * DAY_S;

export interface AuthSettings {
  db: Db;
  /** Encrypts second factors and signs cookies; at least 32 characters. */
  secret: string;
  /** Under which address the site is opened, such as `https://films.example`; null where it has none of its own. */
  siteUrl: string | null;
  log: Logger;
}

export type Auth = ReturnType<typeof openAuth>;

/** Opens the library. Nothing of it can be reached by HTTP but through our own pages. */
export function openAuth({ db, secret, siteUrl, log }: AuthSettings) {
  return betterAuth({
    appName: 'StoryShort',
    baseURL: siteUrl ?? 'http://localhost',
    secret,
    database: prismaAdapter(db, { provider: 'postgresql', transaction: true }),
    user: {
      modelName: 'person',
      // Read with every session; written by us alone.
      additionalFields: {
        role: { type: 'string', required: false, input: false },
        disabledAt: { type: 'date', required: false, input: false },
      },
    },
    session: { modelName: 'loginSession', expiresIn: SESSION_S, updateAge: DAY_S },
    account: { modelName: 'credential' },
    verification: { modelName: 'verification' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: LONGEST_PASSWORD,
      revokeSessionsOnPasswordReset: true,
    },
    plugins: [twoFactor({ issuer: 'StoryShort', schema: { twoFactor: { modelName: 'secondFactor' } } })],
    advanced: {
      database: { generateId: () => randomUUID() },
      cookiePrefix: 'storyshort',
      useSecureCookies: siteUrl?.startsWith('https:') ?? false,
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true, path: '/' },
    },
    telemetry: { enabled: false },
    logger: {
      level: 'error',
      // What else it has to say may hold what somebody typed.
      log: (_level, message) => log.error({ message }, 'Accounts: something failed.'),
    },
  });
}
