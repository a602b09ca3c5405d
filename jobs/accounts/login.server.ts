/** Coming in and going out: who asks, by the session or the token that a request carries. */
import type { Db } from '#jobs/db/client.server.ts';
import { findTokenOwner } from './api-tokens.server';
import type { Auth } from './auth.server';
import { countFailedLogins, writeDeed } from './deeds.server';
import { PERSON_ROLES, type Visitor } from './person-account';

/** What all that people do with accounts is done with. */
export interface Accounts {
  auth: Auth;
  db: Db;
}

/** More failures than these within `FAILED_MS` as one person, from wherever, and nobody may try as them. */
const MOST_FAILED = 10;
const FAILED_MS = 15 * 60_000;

/** Headers that an answer has to carry: the browser's new cookies. */
export interface Cookies {
  cookies: readonly string[];
}

export type LoginOutcome =
  | ({ is: 'in' | 'second_factor' } & Cookies)
  | { is: 'refused' }
  | { is: 'resting'; untilMs: number };

/**
 * Who asks; null for somebody who is not known or may not come in any more.
 * @returns with new cookies where the session lasts longer now
 */
export async function visitorOf(
  { auth, db }: Accounts,
  headers: Headers,
): Promise<(Cookies & { visitor: Visitor }) | null> {
  const token = /^Bearer\s+(\S+)$/iu.exec(headers.get('authorization') ?? '')?.[1];
  if (token !== undefined) {
    const visitor = await findTokenOwner(db, token);
    return visitor && { visitor, cookies: [] };
  }
  if (!headers.has('cookie')) return null;
  const { headers: answered, response } = await auth.api.getSession({ headers, returnHeaders: true });
  if (!response || response.user.disabledAt) return null;
  const { id, name, email } = response.user;
  const role = PERSON_ROLES.find((known) => known === response.user.role) ?? 'member';
  return { visitor: { id, name, email, role, scopes: null }, cookies: answered.getSetCookie() };
}

/** Logs somebody in by what they typed; an unknown address and a wrong password are told alike, and take as long. */
export async function logIn(
  { auth, db }: Accounts,
  { email: typed, password }: { email: string; password: string },
  headers: Headers,
): Promise<LoginOutcome> {
  const email = typed.trim().toLowerCase();
  const since = new Date(Date.now() - FAILED_MS);
  if ((await countFailedLogins(db, email, since)) >= MOST_FAILED) {
    return { is: 'resting', untilMs: FAILED_MS };
  }
  const answer = await auth.api
    .signInEmail({ body: { email, password }, headers, returnHeaders: true })
    .catch(refusedAs(null));
  const person = answer && (await db.person.findFirst({ where: { email, disabledAt: null } }));
  if (!answer || !person) {
    await writeDeed(db, email, 'login.failed');
    return { is: 'refused' };
  }
  const cookies = answer.headers.getSetCookie();
  if ('twoFactorRedirect' in answer.response) return { is: 'second_factor', cookies };
  await writeDeed(db, person, 'login.done');
  return { is: 'in', cookies };
}

/** Ends a login that waits for its second factor. @param code of the authenticator, or one of the backup codes */
export async function confirmLogin(
  { auth, db }: Accounts,
  code: string,
  headers: Headers,
): Promise<Exclude<LoginOutcome, { is: 'resting' | 'second_factor' }>> {
  const typed = code.replace(/\s+/gu, '');
  const body = { code: typed };
  const answer = await (/^\d{6}$/.test(typed)
    ? auth.api.verifyTOTP({ body, headers, returnHeaders: true })
    : auth.api.verifyBackupCode({ body, headers, returnHeaders: true })
  ).catch(refusedAs(null));
  if (!answer) return { is: 'refused' };
  const person = await db.person.findFirst({ where: { id: answer.response.user.id, disabledAt: null } });
  if (!person) return { is: 'refused' };
  await writeDeed(db, person, 'login.done');
  return { is: 'in', cookies: answer.headers.getSetCookie() };
}

export async function logOut({ auth, db }: Accounts, visitor: Visitor, headers: Headers): Promise<Cookies> {
  const { headers: answered } = await auth.api.signOut({ headers, returnHeaders: true });
  await writeDeed(db, visitor, 'logout.done');
  return { cookies: answered.getSetCookie() };
}

/** What the library refuses, it throws; anything else that it throws is a fault of ours. */
export function refusedAs<T>(value: T): (error: unknown) => T {
  return (error) => {
    const status = typeof error === 'object' && error !== null && 'statusCode' in error && error.statusCode;
    if (typeof status === 'number' && status < 500) return value;
    throw error;
  };
}
