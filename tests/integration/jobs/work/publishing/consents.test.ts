/** A channel connected by a code that is typed at Google, whatever Google answers meanwhile. */
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { findPublication } from '#jobs/db/publishing/publications.server.ts';
import { findAccount, listTargets } from '#jobs/db/publishing/publishing-accounts.server.ts';
import { findConsent } from '#jobs/db/publishing/publishing-consents.server.ts';
import { askConsents } from '#jobs/work/publishing/ask-consents.server.ts';
import { openPublishingHouse } from '#jobs/work/publishing/publishing-house.server.ts';
import { PublishingPlaces } from '#jobs/work/publishing/publishing-places.server.ts';
import { runPublication } from '#jobs/work/publishing/run-publication.server.ts';
import { huntInDatabase, huntInText } from '#tests/support/key-hunt.ts';
import {
  newFilm,
  openTestHouse,
  ordered,
  type PublishingTestHouse,
} from '#tests/support/publishing/publishing-test-house.ts';
import { startYoutubeServer, type YoutubeServer } from '#tests/support/youtube-server/youtube-server.ts';

let server: YoutubeServer;
let test: PublishingTestHouse;
let places: PublishingPlaces;
const nobody = new AbortController().signal;
beforeAll(async () => {
  server = await startYoutubeServer();
  test = await openTestHouse(server);
  places = new PublishingPlaces(test.house);
});
afterEach(async () => {
  expect(server.broken).toEqual([]);
  server.failing = () => null;
  server.consents.isTyped = false;
  server.channel.hasChannel = true;
  for (const { id } of await listTargets(test.house.db, null)) await places.disconnect(null, id);
});
afterAll(async () => {
  await test.close();
  await server.close();
});

/** Asks at once, though its time has not come. */
const ask = async (house = test.house) => {
  await test.house.db.$executeRaw`UPDATE publishing_consent SET ask_at = now() - interval '1 s'`;
  await askConsents(house, nobody);
};
const consent = () => findConsent(test.house.db, null);
const row = () => test.house.db.publishingConsent.findFirstOrThrow();
const asked = () => server.asked.filter(({ call }) => call === 'POST /token').length;

it('shows where the code is typed, and connects the channel once it was', async () => {
  await places.beginYoutube(null);
  expect(await consent()).toMatchObject({
    ...{ userCode: 'GQVQ-JKEC', address: 'https://www.google.com/device', fault: null },
  });
  await ask();
  expect(await listTargets(test.house.db, null)).toEqual([]);
  server.consents.isTyped = true;
  await ask();
  expect(await consent()).toBeNull();
  expect(await listTargets(test.house.db, null)).toMatchObject([
    { kind: 'youtube', name: 'Films of the tests', isLost: false },
  ]);
  for (const secret of server.consents.secrets()) {
    expect((await huntInDatabase(test.databaseUrl, secret)).found).toEqual([]);
    expect(huntInText({ log: test.logged() }, secret).found).toEqual([]);
  }
});

it('asks no sooner than it is let, and less often when it is told to slow down', async () => {
  await places.beginYoutube(null);
  const before = asked();
  await askConsents(test.house, nobody);
  expect(asked()).toBe(before);
  server.consents.next.push({ status: 403, error: 'slow_down' });
  await ask();
  const slowed = await row();
  expect(slowed.everyS).toBe(10);
  expect(slowed.askAt.getTime()).toBeGreaterThan(Date.now() + 9_000);
  // Who cannot be reached is left alone for longer, once.
  server.failing = () => 'reset';
  await ask();
  const away = await row();
  expect([away.everyS, away.askAt.getTime() > Date.now() + 19_000]).toEqual([10, true]);
});

it.each([
  [{ status: 403, error: 'access_denied' }, 'youtube_consent_denied'],
  [{ status: 400, error: 'expired_token' }, 'youtube_code_expired'],
  [{ status: 400, error: 'invalid_grant' }, 'youtube_consent_refused'],
  [{ status: 401, error: 'invalid_client' }, 'youtube_app_unknown'],
])('tells of %o, and asks no more', async (answer, code) => {
  await places.beginYoutube(null);
  server.consents.next.push(answer);
  await ask();
  expect((await consent())?.fault).toMatchObject({ code, hint: expect.any(String) });
  expect((await row()).sealedCode).toBe('');
  const before = asked();
  await ask();
  expect(asked()).toBe(before);
  // A new code takes its place.
  await places.beginYoutube(null);
  expect((await consent())?.fault).toBeNull();
});

it('goes on asking after a restart, and gives up by itself when the code has expired', async () => {
  await places.beginYoutube(null);
  const restarted = openPublishingHouse(test.house);
  server.consents.isTyped = true;
  await ask(restarted);
  expect(await listTargets(test.house.db, null)).toHaveLength(1);

  await places.beginYoutube(null);
  await test.house.db.$executeRaw`UPDATE publishing_consent SET expires_at = now() - interval '1 s'`;
  const before = asked();
  await ask();
  expect((await consent())?.fault?.code).toBe('youtube_code_expired');
  expect(asked()).toBe(before);
});

it('says so where the account has no channel', async () => {
  server.channel.hasChannel = false;
  await places.beginYoutube(null);
  server.consents.isTyped = true;
  await ask();
  expect((await consent())?.fault?.code).toBe('youtube_no_channel');
  expect(await listTargets(test.house.db, null)).toEqual([]);
});

it('gives the channel that is connected already the new tokens', async () => {
  server.consents.isTyped = true;
  for (const _time of [1, 2]) {
    await places.beginYoutube(null);
    await ask();
  }
  expect(await listTargets(test.house.db, null)).toHaveLength(1);
});

it('disconnects: what is on its way stops, and the consent is given back', async () => {
  server.consents.isTyped = true;
  await places.beginYoutube(null);
  await ask();
  const [target] = await listTargets(test.house.db, null);
  const film = await newFilm(test.house);
  const id = await ordered(test.house, film, target?.id ?? '');
  const revoked = server.consents.revoked.length;
  expect(await places.disconnect(null, target?.id ?? '')).toEqual({
    name: 'Films of the tests',
    isRevoked: true,
  });
  expect(server.consents.revoked).toHaveLength(revoked + 1);
  expect(await findPublication(test.house.db, film.videoId, id)).toMatchObject({
    ...{ state: 'cancelled', accountId: null, target: 'Films of the tests' },
  });
  await runPublication(test.house, id, nobody);
  expect(server.channel.videos).toEqual([]);
});

it('says so where Google cannot be told that it is over, and where the house has another secret', async () => {
  server.consents.isTyped = true;
  await places.beginYoutube(null);
  await ask();
  const [target] = await listTargets(test.house.db, null);
  const id = target?.id ?? '';
  const film = await newFilm(test.house);
  const publication = await ordered(test.house, film, id);
  const other = openPublishingHouse({ ...test.house, houseSecret: 'another secret than it had before that' });
  await runPublication(other, publication, nobody);
  expect((await findPublication(test.house.db, film.videoId, publication))?.fault?.code).toBe(
    'youtube_consent_lost',
  );
  expect((await findAccount(test.house.db, id))?.isLost).toBe(true);
  await test.house.db.publishingAccount.update({ where: { id }, data: { lostAt: null } });
  server.failing = ({ call }) => (call === 'POST /revoke' ? { status: 503 } : null);
  expect((await places.disconnect(null, id))?.isRevoked).toBe(false);
});

it('tells whoever may connect that the operator has no application, or Google does not know it', async () => {
  const without = new PublishingPlaces(openPublishingHouse({ ...test.house, youtube: null }));
  await expect(without.beginYoutube(null)).rejects.toMatchObject({ code: 'youtube_not_set' });
  const youtube = { clientId: 'nobody', clientSecret: 'nothing', baseUrl: server.baseUrl };
  const unknown = new PublishingPlaces(openPublishingHouse({ ...test.house, youtube }));
  await expect(unknown.beginYoutube(null)).rejects.toMatchObject({ code: 'youtube_app_unknown' });
});
