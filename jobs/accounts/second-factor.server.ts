/** A second factor: codes of an authenticator (TOTP, RFC 6238), with backup codes for a phone that is lost. */
import { type Accounts, type Cookies, refusedAs } from './login.server';

export interface NewSecondFactor extends Cookies {
  /** `otpauth://…`, as an authenticator takes it. */
  uri: string;
  backupCodes: string[];
}

/** Begins: it counts once a code of it was given. @returns null where the password is not right */
export async function beginSecondFactor(
  { auth }: Accounts,
  password: string,
  headers: Headers,
): Promise<NewSecondFactor | null> {
  const answer = await auth.api
    .enableTwoFactor({ body: { password }, headers, returnHeaders: true })
    .catch(refusedAs(null));
  if (!answer || !('totpURI' in answer.response)) return null;
  const { totpURI: uri, backupCodes } = answer.response;
  return { uri, backupCodes, cookies: answer.headers.getSetCookie() };
}

/** @returns null where the code is not right */
export async function finishSecondFactor(
  { auth }: Accounts,
  code: string,
  headers: Headers,
): Promise<Cookies | null> {
  const answer = await auth.api
    .verifyTOTP({ body: { code: code.replace(/\s+/gu, '') }, headers, returnHeaders: true })
    .catch(refusedAs(null));
  return answer && { cookies: answer.headers.getSetCookie() };
}

/** @returns null where the password is not right */
export async function endSecondFactor(
  { auth }: Accounts,
  password: string,
  headers: Headers,
): Promise<Cookies | null> {
  const answer = await auth.api
    .disableTwoFactor({ body: { password }, headers, returnHeaders: true })
    .catch(refusedAs(null));
  return answer && { cookies: answer.headers.getSetCookie() };
}
