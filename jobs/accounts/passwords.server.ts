/** New passwords: by who knows the old one, or by a link that an admin hands over. */
import type { Db } from '#jobs/db/client.server.ts';
import { newSecret } from './carried-secret.server';
import { type Accounts, type Cookies, refusedAs } from './login.server';

/** How long a link can be used, ms. */
const VALID_MS = 24 * 3600_000;
/** As the library calls it. */
const IDENTIFIER = 'reset-password:';

/**
 * Makes a link for a new password, which can be used once; earlier ones of the same person open nothing any more.
 * @returns what the link carries; null where there is no such person
 */
export async function makeResetLink({ auth, db }: Accounts, email: string): Promise<string | null> {
  const person = await db.person.findUnique({ where: { email: email.trim().toLowerCase() } });
  if (!person) return null;
  await db.verification.deleteMany({ where: { identifier: { startsWith: IDENTIFIER }, value: person.id } });
  const token = newSecret();
  const { internalAdapter } = await auth.$context;
  await internalAdapter.createVerificationValue({
    ...{ identifier: `${IDENTIFIER}${token}`, value: person.id },
    expiresAt: new Date(Date.now() + VALID_MS),
  });
  return token;
}

/** Whose password a link is for; null where it cannot be used. */
export async function findResetEmail(db: Db, token: string): Promise<string | null> {
  const link = await db.verification.findFirst({
    where: { identifier: `${IDENTIFIER}${token}`, expiresAt: { gt: new Date() } },
  });
  const person = link && (await db.person.findUnique({ where: { id: link.value } }));
  return person?.email ?? null;
}

/** Sets a password by a link; all sessions of the person end. @returns false where the link cannot be used */
export async function resetPassword({ auth }: Accounts, token: string, password: string): Promise<boolean> {
  const done = await auth.api
    .resetPassword({ body: { token, newPassword: password } })
    .catch(refusedAs(null));
  return done !== null;
}

/** @returns null where the old password is not right; else the cookies of a session that goes on, all others end */
export async function changePassword(
  { auth }: Accounts,
  { old, password }: { old: string; password: string },
  headers: Headers,
): Promise<Cookies | null> {
  const body = { currentPassword: old, newPassword: password, revokeOtherSessions: true };
  const answer = await auth.api.changePassword({ body, headers, returnHeaders: true }).catch(refusedAs(null));
  return answer && { cookies: answer.headers.getSetCookie() };
}
