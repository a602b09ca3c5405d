/** Making an account, and coming in with it at once. */
import { redirect } from '@remix-run/node';
import { cookieHeaders } from '#app/http/cookie-headers.ts';
import type { Door } from '#app/http/door.ts';
import { type NewPerson, newPersonSchema, readTyped } from '#jobs/accounts/account-fields.ts';
import { logIn } from '#jobs/accounts/login.server.ts';
import { StoryError } from '#jobs/story/film/fault.ts';
import { type DoorAnswer, refusal, sentenceOf } from './door-answer';

/**
 * @param make makes the account of what was typed; whatever StoryError it throws is told
 * @returns where the new person goes, or what is wrong
 */
export async function comeIn(
  door: Door,
  fields: Readonly<Record<string, unknown>>,
  headers: Headers,
  make: (typed: NewPerson) => Promise<void>,
): Promise<Response | DoorAnswer> {
  const read = readTyped(newPersonSchema, fields);
  if (!read.ok) return refusal(fields, { issues: read.issues });
  try {
    await make(read.value);
  } catch (error) {
    if (!(error instanceof StoryError)) throw error;
    const sentence = sentenceOf(error);
    return refusal(
      fields,
      error.code === 'email_taken' ? { issues: { email: sentence } } : { refused: sentence },
    );
  }
  const outcome = await logIn(door, read.value, headers);
  const cookies = outcome.is === 'in' ? outcome.cookies : [];
  return redirect('/', { status: 303, headers: cookieHeaders(cookies) });
}
