/** What people change of their own account. */
import { json } from '@remix-run/node';
import { renderSVG } from 'uqr';
import { cookieHeaders } from '#app/http/cookie-headers.ts';
import type { Inside } from '#app/http/visitor.ts';
import { newPasswordSchema, readTyped } from '#jobs/accounts/account-fields.ts';
import { makeToken, revokeToken } from '#jobs/accounts/api-tokens.server.ts';
import { writeDeed } from '#jobs/accounts/deeds.server.ts';
import { changePassword } from '#jobs/accounts/passwords.server.ts';
import {
  beginSecondFactor,
  endSecondFactor,
  finishSecondFactor,
} from '#jobs/accounts/second-factor.server.ts';
import { endOtherSessions } from '#jobs/accounts/sessions.server.ts';
import { isTokenScope } from '#jobs/accounts/token-scope.ts';

/** Of which form an answer is, so that it is said there. */
export const ACCOUNT_FORMS = ['password', 'second-factor', 'tokens', 'sessions'] as const;
export type AccountForm = (typeof ACCOUNT_FORMS)[number];

export interface AccountAnswer {
  form: AccountForm;
  refused: string | null;
  done: string | null;
  /** What can be shown only now. */
  secret:
    | { is: 'token'; token: string }
    | { is: 'second-factor'; qr: string; key: string; backupCodes: string[] }
    | null;
}

const WRONG_PASSWORD = 'That is not your password.';
const LONGEST_TOKEN_NAME = 60;

type Act = (inside: Inside, asked: Asked) => Promise<{ answer: AccountAnswer; cookies: readonly string[] }>;

interface Asked {
  text: (name: string) => string;
  all: (name: string) => readonly string[];
  headers: Headers;
}

const refused = (form: AccountForm, words: string) => ({
  answer: { form, refused: words, done: null, secret: null },
  cookies: [],
});
const done = (
  form: AccountForm,
  words: string,
  cookies: readonly string[] = [],
  secret: AccountAnswer['secret'] = null,
) => ({
  answer: { form, refused: null, done: words, secret },
  cookies,
});

const ACTS: Readonly<Record<string, Act>> = {
  password: async ({ door, visitor }, { text, headers }) => {
    const read = readTyped(newPasswordSchema, { password: text('password') });
    if (!read.ok) return refused('password', read.issues.password ?? '');
    const changed = await changePassword(door, { old: text('old'), ...read.value }, headers);
    if (!changed) return refused('password', WRONG_PASSWORD);
    await writeDeed(door.db, visitor, 'password.changed');
    return done('password', 'Changed. Your other sessions have ended.', changed.cookies);
  },
  'second-factor-begin': async ({ door }, { text, headers }) => {
    const begun = await beginSecondFactor(door, text('password'), headers);
    if (!begun) return refused('second-factor', WRONG_PASSWORD);
    const { uri, backupCodes, cookies } = begun;
    const key = new URL(uri).searchParams.get('secret') ?? '';
    return done('second-factor', '', cookies, { is: 'second-factor', qr: renderSVG(uri), key, backupCodes });
  },
  'second-factor-finish': async ({ door, visitor }, { text, headers }) => {
    const finished = await finishSecondFactor(door, text('code'), headers);
    if (!finished)
      return refused('second-factor', 'That code was not right: nothing has changed. Begin once more.');
    await writeDeed(door.db, visitor, 'second_factor.on');
    return done('second-factor', 'From now on you are asked for a code.', finished.cookies);
  },
  'second-factor-end': async ({ door, visitor }, { text, headers }) => {
    const ended = await endSecondFactor(door, text('password'), headers);
    if (!ended) return refused('second-factor', WRONG_PASSWORD);
    await writeDeed(door.db, visitor, 'second_factor.off');
    return done('second-factor', 'Your password alone lets you in now.', ended.cookies);
  },
  'token-make': async ({ door, visitor }, { text, all }) => {
    const name = text('name').trim().slice(0, LONGEST_TOKEN_NAME).toWellFormed().replaceAll('\0', '');
    const scopes = all('scope').filter(isTokenScope);
    if (name === '') return refused('tokens', 'Give the token a name, so that you know it again.');
    if (scopes.length === 0) return refused('tokens', 'Say what the token is for: reading, making, or both.');
    const token = await makeToken(door.db, visitor.id, { name, scopes });
    await writeDeed(door.db, visitor, 'token.made', name);
    return done('tokens', 'Copy it now: it is not shown again.', [], { is: 'token', token });
  },
  'token-revoke': async ({ door, visitor }, { text }) => {
    const name = await revokeToken(door.db, visitor.id, text('id'));
    if (name === null) return refused('tokens', 'There is no such token any more.');
    await writeDeed(door.db, visitor, 'token.revoked', name);
    return done('tokens', `“${name}” opens nothing any more.`);
  },
  'sessions-end': async ({ door, visitor }, { headers }) => {
    const count = await endOtherSessions(door, headers);
    await writeDeed(door.db, visitor, 'sessions.ended');
    return done('sessions', count === 0 ? 'There was no other one.' : `Ended: ${count}.`);
  },
};

/** Does what a form of the account page asks for. @throws Response 400 for what none of them can ask */
export async function actOnAccount(inside: Inside, request: Request) {
  const form = await request.formData();
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  const all = (name: string) => form.getAll(name).filter((value) => typeof value === 'string');
  const act = Object.hasOwn(ACTS, text('intent')) ? ACTS[text('intent')] : undefined;
  if (!act) throw json(null, { status: 400 });
  const { answer, cookies } = await act(inside, { text, all, headers: request.headers });
  return json(answer, { status: answer.refused ? 422 : 200, headers: cookieHeaders(cookies) });
}
