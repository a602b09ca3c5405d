/** A film that is told to an address of its owner's, which fetches its files. */
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import express from 'express';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { lentFiles } from '#app/server/lending/lent-files.ts';
import { findPublication } from '#jobs/db/publishing/publications.server.ts';
import { openPublishingHouse } from '#jobs/work/publishing/publishing-house.server.ts';
import { PublishingPlaces } from '#jobs/work/publishing/publishing-places.server.ts';
import { runPublication } from '#jobs/work/publishing/run-publication.server.ts';
import { webhookSecret } from '#jobs/work/webhooks/webhook-secret.ts';
import {
  HOUSE_SECRET,
  newFilm,
  openTestHouse,
  ordered,
  type PublishingTestHouse,
} from '#tests/support/publishing/publishing-test-house.ts';

interface Received {
  headers: IncomingHttpHeaders;
  body: string;
}

let site: Server;
let stranger: Server;
let address: string;
let test: PublishingTestHouse;
const received: Received[] = [];
/** What the stranger answers next; 204 where nothing is said. */
const answers: number[] = [];
const portOf = (server: Server) => (server.address() as AddressInfo).port;
const listen = (server: Server) => new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
beforeAll(async () => {
  stranger = createServer(async (request, response) => {
    received.push({ headers: request.headers, body: await text(request) });
    response.writeHead(answers.shift() ?? 204).end();
  });
  const app = express();
  site = createServer(app);
  await Promise.all([listen(stranger), listen(site)]);
  address = `http://127.0.0.1:${portOf(stranger)}`;
  const nowhere = { app: { clientId: 'x', clientSecret: 'y' }, baseUrl: 'http://127.0.0.1:9' };
  test = await openTestHouse(nowhere, `http://127.0.0.1:${portOf(site)}`);
  app.use('/s', lentFiles(test.house, new PublishingPlaces(test.house)));
});
afterAll(async () => {
  await test.close();
  stranger.close();
  site.close();
});
beforeEach(() => {
  received.length = 0;
  answers.length = 0;
});

const run = (id: string, house = test.house) => runPublication(house, id, new AbortController().signal);
async function newOrder(path: string) {
  const film = await newFilm(test.house);
  const id = await ordered(test.house, film, `${address}${path}`);
  return { film, id, row: () => findPublication(test.house.db, film.videoId, id) };
}

it('is told under a signature, with addresses that lend its files until they expire', async () => {
  const { film, id, row } = await newOrder('/one');
  await run(id);
  expect(await row()).toMatchObject({ state: 'published', address: null, fault: null });
  const [{ headers, body }] = received as [Received];
  const accountId = (await row())?.accountId ?? '';
  const told = new Webhook(webhookSecret(HOUSE_SECRET, accountId)).verify(
    body,
    headers as Record<string, string>,
  );
  expect(headers['webhook-id']).toBe(id);
  expect(told).toMatchObject({
    type: 'film.publish',
    data: {
      ...{
        publicationId: id,
        videoId: film.videoId,
        title: 'The Fox',
        madeWithAi: true,
        privacy: 'unlisted',
      },
      files: { filmBytes: film.film.length, subtitles: null },
    },
  });
  const { files } = (
    told as { data: { files: Record<'film' | 'poster' | 'captions' | 'expiresAt', string> } }
  ).data;
  const fetched = await fetch(files.film);
  expect(fetched.headers.get('content-type')).toBe('video/mp4');
  expect(Buffer.from(await fetched.arrayBuffer()).equals(film.film)).toBe(true);
  expect(await (await fetch(files.poster)).text()).toBe('a cover');
  expect(await (await fetch(files.captions)).text()).toBe('WEBVTT');
  expect(Date.parse(files.expiresAt) - Date.now()).toBeGreaterThan(23 * 3_600_000);

  // Nothing is lent by a path that was changed, nor once the video is gone.
  const statusOf = async (url: string) => (await fetch(url)).status;
  expect(await statusOf(files.film.replace('film.mp4', 'poster.jpg'))).toBe(404);
  expect(await statusOf(files.film.replace(/\.(\d{9,})\./, (_all, at) => `.${Number(at) + 1}.`))).toBe(404);
  await test.house.db.video.update({ where: { id: film.videoId }, data: { deletedAt: new Date() } });
  expect(await statusOf(files.film)).toBe(404);
});

it('is told again, under the same id, where the address was away', async () => {
  const { id, row } = await newOrder('/two');
  answers.push(503);
  await run(id);
  expect(await row()).toMatchObject({ state: 'uploading', fault: { code: 'publishing_address_away' } });
  await run(id);
  expect((await row())?.state).toBe('published');
  expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
});

it('is told once to an address that refuses it', async () => {
  const { id, row } = await newOrder('/three');
  answers.push(422);
  await run(id);
  expect(await row()).toMatchObject({ state: 'failed', fault: { code: 'publishing_address_refused' } });
});

it('is not told to an address of the house’s own network, unless that was said', async () => {
  const { id, row } = await newOrder('/four');
  await run(id, openPublishingHouse({ ...test.house, allowsOwn: false }));
  expect((await row())?.fault?.message).toContain('own network');
  expect(received).toEqual([]);
});
