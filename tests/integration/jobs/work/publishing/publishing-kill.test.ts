/** Sites that are killed in the midst of an upload, again and again: the film is there once, whole. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findPublication } from '#jobs/db/publishing/publications.server.ts';
import { TYPESCRIPT_LOADER } from '#jobs/threads/typescript-loader.ts';
import { sendPublication } from '#jobs/work/publishing/publishing-queue.ts';
import type { PublishingProcess } from '#tests/support/publishing/publishing-process.ts';
import {
  connectedChannel,
  HOUSE_SECRET,
  newFilm,
  openTestHouse,
  ordered,
  type PublishingTestHouse,
  UNIT,
} from '#tests/support/publishing/publishing-test-house.ts';
import { waitFor } from '#tests/support/wait-for.ts';
import { startYoutubeServer, type YoutubeServer } from '#tests/support/youtube-server/youtube-server.ts';

let server: YoutubeServer;
let test: PublishingTestHouse;
const running = new Set<ChildProcess>();
beforeAll(async () => {
  server = await startYoutubeServer();
  test = await openTestHouse(server);
});
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL');
  await test.close();
  await server.close();
});

async function startSite(): Promise<ChildProcess> {
  const told: PublishingProcess = {
    databaseUrl: test.databaseUrl,
    mediaDir: join(test.dataDir, 'media'),
    houseSecret: HOUSE_SECRET,
    chunkBytes: UNIT,
    youtube: { ...server.app, baseUrl: server.baseUrl },
  };
  const entry = new URL('../../../../support/publishing/publishing-process.ts', import.meta.url);
  const child = fork(entry, [JSON.stringify(told)], { execArgv: ['--import', TYPESCRIPT_LOADER] });
  running.add(child);
  await once(child, 'message');
  return child;
}

it('publishes a film once, whoever is killed when', async () => {
  const film = await newFilm(test.house, 5 * UNIT + 123);
  const id = await ordered(test.house, film, await connectedChannel(test.house, server));
  await test.house.db.$transaction((tx) => sendPublication(test.house.boss, tx, id));

  // While a part is on its way; after the film's last byte, before the server has said so.
  const moments: ((range: string) => boolean)[] = [
    (range) => range.startsWith(`bytes ${UNIT}-`),
    (range) => range.startsWith(`bytes ${5 * UNIT}-`),
  ];
  for (const [at, isMoment] of moments.entries()) {
    const site = await startSite();
    const ended = once(site, 'exit');
    server.failing = ({ range }) => {
      if (range === null || !isMoment(range)) return null;
      const killed = () => {
        site.kill('SIGKILL');
        return ended;
      };
      if (at > 0) return { first: killed };
      void killed();
      return 'reset';
    };
    await ended;
    running.delete(site);
  }
  server.failing = () => null;
  await waitFor('the last part', () => server.channel.videos.length > 0);
  expect((await findPublication(test.house.db, film.videoId, id))?.state).toBe('uploading');

  const last = await startSite();
  await waitFor(
    'the film',
    async () => (await findPublication(test.house.db, film.videoId, id))?.state === 'published',
  );
  last.kill('SIGKILL');
  expect(server.channel.videos).toHaveLength(1);
  expect(server.channel.videos[0]?.bytes.equals(film.film)).toBe(true);
  expect(server.asked.filter(({ call }) => call === 'POST /upload/youtube/v3/videos')).toHaveLength(1);
  // No part was sent from anywhere but where it stood.
  expect(server.broken).toEqual([]);
});
