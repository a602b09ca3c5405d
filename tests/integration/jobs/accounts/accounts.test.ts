import { createHmac } from 'node:crypto';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findTokenOwner, listTokens, makeToken, revokeToken } from '#jobs/accounts/api-tokens.server.ts';
import { type Auth, openAuth } from '#jobs/accounts/auth.server.ts';
import { hashOf } from '#jobs/accounts/carried-secret.server.ts';
import { listDeeds } from '#jobs/accounts/deeds.server.ts';
import {
  acceptInvitation,
  invite,
  isInvited,
  listInvitations,
  withdrawInvitation,
} from '#jobs/accounts/invitations.server.ts';
import { type Accounts, confirmLogin, logIn, logOut, visitorOf } from '#jobs/accounts/login.server.ts';
import {
  changePassword,
  findResetEmail,
  makeResetLink,
  resetPassword,
} from '#jobs/accounts/passwords.server.ts';
import {
  createPerson,
  disablePerson,
  enablePerson,
  isAnyoneHere,
  setRole,
} from '#jobs/accounts/people.server.ts';
import {
  beginSecondFactor,
  endSecondFactor,
  finishSecondFactor,
} from '#jobs/accounts/second-factor.server.ts';
import { type Db, openDb } from '#jobs/db/client.server.ts';
import { createDatabase } from '#tests/support/test-database.ts';

let db: Db;
let auth: Auth;
let accounts: Accounts;
const words: string[] = [];

beforeAll(async () => {
  db = openDb(await createDatabase());
  const log = pino({ level: 'trace' }, { write: (line: string) => words.push(line) });
  auth = openAuth({ db, secret: 'a secret of the tests, long enough', siteUrl: null, log });
  accounts = { auth, db };
});
afterAll(() => db.$disconnect());

const PASSWORD = 'correct horse battery';
let people = 0;
const somebody = (role: 'admin' | 'member' = 'member') => {
  people += 1;
  const typed = { name: `Person ${people}`, email: `person${people}@films.example`, password: PASSWORD };
  return createPerson(accounts, typed, role);
};

/** A browser's jar, as far as these cookies go. */
class Browser {
  readonly #jar = new Map<string, string>();

  get headers(): Headers {
    return new Headers({ cookie: [...this.#jar].map(([name, value]) => `${name}=${value}`).join('; ') });
  }

  take({ cookies }: { cookies: readonly string[] }): this {
    for (const cookie of cookies) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (/max-age=0/iu.test(cookie)) this.#jar.delete(name);
      else this.#jar.set(name, value);
    }
    return this;
  }

  get isEmpty(): boolean {
    return this.#jar.size === 0;
  }
}

async function loggedIn(email: string, password = PASSWORD): Promise<Browser> {
  const outcome = await logIn(accounts, { email, password }, new Headers());
  if (outcome.is !== 'in') throw new Error(`Not in: ${outcome.is}`);
  return new Browser().take(outcome);
}

/** The code of a moment (RFC 6238), by the secret of the address that authenticators take. */
function totp(uri: string, now = Date.now()): string {
  const secret = new URL(uri).searchParams.get('secret') ?? '';
  const bits = [...secret].map((letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  );
  const key = Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(now / 30_000)));
  const hash = createHmac('sha1', key).update(counter).digest();
  const offset = (hash.at(-1) ?? 0) & 15;
  return String((hash.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

describe('accounts', () => {
  it('begin with nobody', async () => {
    expect(await isAnyoneHere(db)).toBe(false);
    await somebody('admin');
    expect(await isAnyoneHere(db)).toBe(true);
  });

  it('have one address each, however it is written', async () => {
    const { email } = await somebody();
    const again = createPerson(accounts, { name: 'Again', email, password: PASSWORD }, 'member');
    await expect(again).rejects.toMatchObject({ code: 'email_taken' });
  });

  it('are made whole or not at all, also of two who want one address at once', async () => {
    const typed = { name: 'Twin', email: 'twin@films.example', password: PASSWORD };
    const both = await Promise.allSettled([
      createPerson(accounts, typed, 'member'),
      createPerson(accounts, typed, 'admin'),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'email_taken' },
    });
    const [made] = await db.person.findMany({
      where: { email: typed.email },
      include: { credentials: true },
    });
    expect(made?.credentials).toHaveLength(1);
    expect(await db.credential.count()).toBe(await db.person.count());
    await db.person.delete({ where: { email: typed.email } });
  });

  it('let in by the right password alone, and know the browser afterwards', async () => {
    const person = await somebody();
    const refused = { is: 'refused' };
    expect(await logIn(accounts, { email: person.email, password: 'wrong' }, new Headers())).toEqual(refused);
    expect(
      await logIn(accounts, { email: 'nobody@films.example', password: PASSWORD }, new Headers()),
    ).toEqual(refused);
    const browser = await loggedIn(` ${person.email.toUpperCase()}`);
    expect((await visitorOf(accounts, browser.headers))?.visitor).toEqual({ ...person, scopes: null });
    expect(await visitorOf(accounts, new Headers())).toBeNull();
    expect(
      await visitorOf(accounts, new Headers({ cookie: 'storyshort.session_token=forged.sig' })),
    ).toBeNull();
  });

  it('are left by logging out, in the database as well', async () => {
    const browser = await loggedIn((await somebody()).email);
    const known = await visitorOf(accounts, browser.headers);
    if (!known) throw new Error('Not known.');
    const before = browser.headers;
    browser.take(await logOut(accounts, known.visitor, browser.headers));
    expect(browser.isEmpty).toBe(true);
    expect(await visitorOf(accounts, before)).toBeNull();
  });

  it('rest after ten failures, from wherever, for those who know the password too', async () => {
    const { email } = await somebody();
    for (let failure = 0; failure < 10; failure++)
      expect((await logIn(accounts, { email, password: 'guess' }, new Headers())).is).toBe('refused');
    expect((await logIn(accounts, { email, password: PASSWORD }, new Headers())).is).toBe('resting');
  });

  it('that are shut out are out at once, and in again when they are let in', async () => {
    const person = await somebody();
    const browser = await loggedIn(person.email);
    const token = await makeToken(db, person.id, { name: 'x', scopes: ['read'] });
    await disablePerson(db, person.id);
    expect(await visitorOf(accounts, browser.headers)).toBeNull();
    expect(await findTokenOwner(db, token)).toBeNull();
    expect((await logIn(accounts, { email: person.email, password: PASSWORD }, new Headers())).is).toBe(
      'refused',
    );
    await enablePerson(db, person.id);
    await loggedIn(person.email);
  });

  it('keep an admin', async () => {
    const admins = await db.person.findMany({ where: { role: 'admin' } });
    const [only] = admins;
    expect(admins).toHaveLength(1);
    await expect(setRole(db, only?.id ?? '', 'member')).rejects.toMatchObject({ code: 'last_admin' });
    await expect(disablePerson(db, only?.id ?? '')).rejects.toMatchObject({ code: 'last_admin' });
    const second = await somebody('admin');
    const both = await Promise.allSettled([
      setRole(db, only?.id ?? '', 'member'),
      setRole(db, second.id, 'member'),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('keep no password and no secret as it is', async () => {
    const { id } = await somebody();
    const [credential] = await db.credential.findMany({ where: { userId: id } });
    expect(credential?.password).toMatch(/^[0-9a-f]{32}:[0-9a-f]{128}$/);
    expect(words.join('')).not.toContain(PASSWORD);
  });
});

describe('a new password', () => {
  it('is set by a link once, ends all sessions, and the newest link alone counts', async () => {
    const { email } = await somebody();
    const browser = await loggedIn(email);
    const first = (await makeResetLink(accounts, email)) ?? '';
    const link = (await makeResetLink(accounts, email.toUpperCase())) ?? '';
    expect(await findResetEmail(db, first)).toBeNull();
    expect(await findResetEmail(db, link)).toBe(email);
    expect(await resetPassword(accounts, first, 'another password')).toBe(false);
    expect(await resetPassword(accounts, link, 'another password')).toBe(true);
    expect(await resetPassword(accounts, link, 'a third password')).toBe(false);
    expect(await visitorOf(accounts, browser.headers)).toBeNull();
    await loggedIn(email, 'another password');
    expect(await makeResetLink(accounts, 'nobody@films.example')).toBeNull();
  });

  it('is set by who knows the old one, whose other sessions end', async () => {
    const { email } = await somebody();
    const [here, elsewhere] = [await loggedIn(email), await loggedIn(email)];
    expect(await changePassword(accounts, { old: 'no', password: 'new password' }, here.headers)).toBeNull();
    const changed = await changePassword(accounts, { old: PASSWORD, password: 'new password' }, here.headers);
    here.take(changed ?? { cookies: [] });
    expect(await visitorOf(accounts, here.headers)).not.toBeNull();
    expect(await visitorOf(accounts, elsewhere.headers)).toBeNull();
  });
});

describe('a second factor', () => {
  it('counts once its first code was given, is asked for at each login, and can be ended', async () => {
    const { id, email } = await somebody();
    const browser = await loggedIn(email);
    expect(await beginSecondFactor(accounts, 'wrong', browser.headers)).toBeNull();
    const begun = await beginSecondFactor(accounts, PASSWORD, browser.headers);
    if (!begun) throw new Error('Not begun.');
    await loggedIn(email);
    expect(await finishSecondFactor(accounts, '000000', browser.headers)).toBeNull();
    const finished = await finishSecondFactor(accounts, totp(begun.uri), browser.headers);
    browser.take(finished ?? { cookies: [] });
    expect(await visitorOf(accounts, browser.headers)).not.toBeNull();

    const half = await logIn(accounts, { email, password: PASSWORD }, new Headers());
    if (half.is !== 'second_factor') throw new Error(`Not asked: ${half.is}`);
    const other = new Browser().take(half);
    expect(await visitorOf(accounts, other.headers)).toBeNull();
    expect((await confirmLogin(accounts, '123456', other.headers)).is).toBe('refused');
    const done = await confirmLogin(accounts, totp(begun.uri), other.headers);
    if (done.is !== 'in') throw new Error('Not in.');
    other.take(done);
    expect((await visitorOf(accounts, other.headers))?.visitor.id).toBe(id);

    const again = await logIn(accounts, { email, password: PASSWORD }, new Headers());
    if (again.is !== 'second_factor') throw new Error('Not asked.');
    const third = new Browser().take(again);
    const [code = ''] = begun.backupCodes;
    expect((await confirmLogin(accounts, code, third.headers)).is).toBe('in');

    const kept = await db.secondFactor.findMany({ where: { userId: id } });
    const secret = new URL(begun.uri).searchParams.get('secret') ?? '';
    expect(JSON.stringify(kept)).not.toContain(secret);
    expect(JSON.stringify(kept)).not.toContain(begun.backupCodes[1]);

    expect(await endSecondFactor(accounts, 'wrong', other.headers)).toBeNull();
    expect(await endSecondFactor(accounts, PASSWORD, other.headers)).not.toBeNull();
    await loggedIn(email);
  });
});

describe('an invitation', () => {
  const typed = (name: string) => ({ name, email: `${name}@films.example`, password: PASSWORD });

  it('makes one account with its role, once', async () => {
    const token = await invite(db, { role: 'admin', note: 'Ida' });
    expect(await isInvited(db, token)).toBe(true);
    const person = await acceptInvitation(accounts, token, typed('ida'));
    expect(person.role).toBe('admin');
    expect(await isInvited(db, token)).toBe(false);
    const again = acceptInvitation(accounts, token, typed('ida2'));
    await expect(again).rejects.toMatchObject({ code: 'invitation_gone' });
  });

  it('of two who use it at once lets one in', async () => {
    const token = await invite(db, { role: 'member', note: 'Either' });
    const both = await Promise.allSettled(
      ['one', 'two'].map((n) => acceptInvitation(accounts, token, typed(n))),
    );
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(
      await db.person.count({ where: { email: { in: ['one@films.example', 'two@films.example'] } } }),
    ).toBe(1);
  });

  it('stays when the address is taken, and is gone when it is withdrawn', async () => {
    const { email } = await somebody();
    const token = await invite(db, { role: 'member', note: 'Taken' });
    const taken = acceptInvitation(accounts, token, { ...typed('taken'), email });
    await expect(taken).rejects.toMatchObject({ code: 'email_taken' });
    const [listed] = await listInvitations(db);
    expect(listed?.note).toBe('Taken');
    expect(await withdrawInvitation(db, listed?.id ?? '')).toBe('Taken');
    expect(await isInvited(db, token)).toBe(false);
  });
});

describe('a token', () => {
  it('is known by its hash, tells when it was used, and opens nothing once it is revoked', async () => {
    const person = await somebody();
    const token = await makeToken(db, person.id, { name: 'Batch', scopes: ['read'] });
    const headers = new Headers({ authorization: `Bearer ${token}` });
    expect((await visitorOf(accounts, headers))?.visitor).toEqual({ ...person, scopes: ['read'] });
    const [listed] = await listTokens(db, person.id);
    expect(listed).toMatchObject({ name: 'Batch', ending: token.slice(-4), scopes: ['read'] });
    expect(listed?.lastUsedAt).toBeInstanceOf(Date);
    const rows = await db.apiToken.findMany({ where: { personId: person.id } });
    expect(rows[0]?.tokenHash).toBe(hashOf(token));
    expect(await revokeToken(db, (await somebody()).id, listed?.id ?? '')).toBeNull();
    expect(await visitorOf(accounts, headers)).not.toBeNull();
    expect(await revokeToken(db, person.id, listed?.id ?? '')).toBe('Batch');
    expect(await visitorOf(accounts, headers)).toBeNull();
    const forged = new Headers({ authorization: 'Bearer sts_forged' });
    expect(await visitorOf(accounts, forged)).toBeNull();
  });
});

it('what was done is written down, by whom, without what they typed', async () => {
  const deeds = await listDeeds(db, 500);
  expect(deeds.some(({ what, who }) => what === 'logged in' && who.endsWith('@films.example'))).toBe(true);
  expect(deeds.some(({ what, who }) => what === 'failed to log in' && who === 'nobody@films.example')).toBe(
    true,
  );
  expect(JSON.stringify(deeds)).not.toContain(PASSWORD);
});
