/** Remembers in a browser which language somebody chose. */
import { createCookie } from '@remix-run/node';
import { isLanguage, type Language } from './languages';

const COOKIE = createCookie('storyshort_language', {
  path: '/',
  maxAge: 365 * 24 * 3600,
  sameSite: 'lax',
  httpOnly: true,
});

/** Null where none was chosen. */
export async function chosenLanguage(cookieHeader: string | undefined): Promise<Language | null> {
  const chosen: unknown = await COOKIE.parse(cookieHeader ?? null);
  return isLanguage(chosen) ? chosen : null;
}

/** As a `Set-Cookie` header says it. */
export function languageCookie(language: Language): Promise<string> {
  return COOKIE.serialize(language);
}
