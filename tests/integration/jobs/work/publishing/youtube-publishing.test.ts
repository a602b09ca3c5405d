/** Films on their way to a YouTube that fails in all the ways that its protocol has: each is there once, and whole. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findPublication } from '#jobs/db/publishing/publications.server.ts';
import { findAccount } from '#jobs/db/publishing/publishing-accounts.server.ts';
import { retryPublication, stopPublication } from '#jobs/work/publishing/publish-film.server.ts';
import { PUBLISH } from '#jobs/work/publishing/publishing-queue.ts';
import { runPublication } from '#jobs/work/publishing/run-publication.server.ts';
import { huntInDatabase, huntInFiles, huntInText } from '#tests/support/key-hunt.ts';
import {
  connectedChannel,
  newFilm,
  openTestHouse,
  ordered,
  type PublishingTestHouse,
  UNIT,
} from '#tests/support/publishing/publishing-test-house.ts';
import {
  startYoutubeServer,
  type YoutubeFault,
  type YoutubeServer,
} from '#tests/support/youtube-server/youtube-server.ts';

let server: YoutubeServer;
let test: PublishingTestHouse;
let film: Awaited<ReturnType<typeof newFilm>>;
let id: string;
let place: string;
beforeAll(async () => {
  server = await startYoutubeServer();
  test = await openTestHouse(server);
});
afterAll(async () => {
  await test.close();
  await server.close();
});
beforeEach(async () => {
  server.channel.videos.length = 0;
  server.asked.length = 0;
  server.broken.length = 0;
  film = await newFilm(test.house);
  place = await connectedChannel(test.house, server);
  id = await ordered(test.house, film, place);
});
afterEach(() => {
  server.failing = () => null;
  expect(server.broken).toEqual([]);
});

const run = () => runPublication(test.house, id, new AbortController().signal);
const row = async () => {
  const found = await findPublication(test.house.db, film.videoId, id);
  if (!found) throw new Error('The publication is gone.');
  return found;
};
const uploads = () => server.asked.filter(({ call }) => call === 'POST /upload/youtube/v3/videos').length;
const parts = () => server.asked.flatMap(({ range }) => range ?? []);

/** Fails the nth part of the film, once. */
function failPart(nth: number, fault: YoutubeFault): void {
  let seen = 0;
  server.failing = ({ range }) => {
    if (range === null || range.startsWith('bytes *')) return null;
    seen += 1;
    return seen === nth ? fault : null;
  };
}

/** The film is there once, whole, under its words. */
async function expectPublished(): Promise<void> {
  expect(server.channel.videos).toHaveLength(1);
  const [video] = server.channel.videos;
  expect(video?.bytes.equals(film.film)).toBe(true);
  expect(await row()).toMatchObject({
    state: 'published',
    fault: null,
    address: `https://www.youtube.com/watch?v=${video?.id}`,
  });
}

it('publishes a film with its words, its mark and its cover', async () => {
  await run();
  await expectPublished();
  const [video] = server.channel.videos;
  expect(video?.snippet).toMatchObject({
    title: 'The Fox',
    description: 'A fox finds a lantern.',
    categoryId: '24',
    defaultLanguage: 'en',
  });
  expect(video?.status).toEqual({
    privacyStatus: 'unlisted',
    selfDeclaredMadeForKids: false,
    containsSyntheticMedia: true,
  });
  expect(video?.thumbnail?.toString()).toBe('a cover');
  expect(parts().length).toBe(4);
  // Whoever runs once more finds nothing to be done.
  await run();
  expect([uploads(), server.channel.videos.length]).toEqual([1, 1]);
});

describe('goes on where it stood', () => {
  it('after a part of which only some arrived', async () => {
    // Smaller parts than units are not kept.
    failPart(2, { takes: UNIT - 1, after: 'goes on' });
    await run();
    await expectPublished();
    expect(uploads()).toBe(1);
    expect(parts().filter((range) => range.startsWith(`bytes ${UNIT}-`))).toHaveLength(2);
  });

  it.each<[string, YoutubeFault, string]>([
    ['an answer 503', { status: 503 }, 'youtube_busy'],
    ['too many requests', { status: 429, retryAfter: '7' }, 'youtube_busy'],
    ['a connection that broke', 'reset', 'youtube_away'],
    ['a connection that broke after its bytes', { takes: UNIT, after: 'reset' }, 'youtube_away'],
  ])('after %s', async (_what, fault, code) => {
    failPart(3, fault);
    await run();
    expect(await row()).toMatchObject({ state: 'uploading', fault: { code }, bytesSent: 2 * UNIT });
    const waiting = await test.house.boss.findJobs(PUBLISH, { key: id });
    expect(waiting.map(({ state }) => state)).toEqual(['created']);
    if (typeof fault === 'object' && 'retryAfter' in fault)
      expect((await row()).againAt?.getTime()).toBeGreaterThan(Date.now() + 6_000);
    server.failing = () => null;
    await run();
    await expectPublished();
    expect(uploads()).toBe(1);
    expect(parts()).toContain(`bytes */${film.film.length}`);
  });

  it('after its last part was taken and nobody heard of it', async () => {
    failPart(4, { takes: film.film.length, after: 'reset' });
    await run();
    expect((await row()).state).toBe('uploading');
    await run();
    await expectPublished();
    expect(uploads()).toBe(1);
  });

  it('where a person tries again what failed', async () => {
    failPart(2, { status: 403, reason: 'quotaExceeded' });
    await run();
    expect(await row()).toMatchObject({ state: 'failed', fault: { code: 'youtube_quota', retryable: true } });
    expect((await row()).fault?.hint).toContain('midnight Pacific time');
    await retryPublication(test.house, film.videoId, id);
    await run();
    await expectPublished();
    expect(uploads()).toBe(1);
  });
});

describe('an upload that YouTube has forgotten', () => {
  it('is begun anew', async () => {
    failPart(3, 'reset');
    await run();
    server.channel.forget();
    await run();
    await expectPublished();
    expect(uploads()).toBe(2);
  });

  it('is not sent twice where it had come to its end', async () => {
    failPart(4, { takes: film.film.length, after: 'reset' });
    await run();
    server.channel.forget();
    await run();
    await expectPublished();
    expect(uploads()).toBe(1);
  });

  it('is not sent twice where its address cannot be read any more', async () => {
    failPart(4, { takes: film.film.length, after: 'reset' });
    await run();
    await test.house.db.publication.update({ where: { id }, data: { session: 'of another secret' } });
    await run();
    await expectPublished();
    expect(uploads()).toBe(1);
  });

  it('is not sent where nobody can say whether it is there', async () => {
    failPart(4, { takes: film.film.length, after: 'reset' });
    await run();
    server.channel.forget();
    server.failing = ({ call }) => (call === 'GET /youtube/v3/playlistItems' ? { status: 500 } : null);
    await run();
    expect([uploads(), (await row()).state]).toEqual([1, 'uploading']);
    server.failing = () => null;
    await run();
    await expectPublished();
  });
});

describe('a token', () => {
  it('that has expired is renewed in the midst of it', async () => {
    let isOver = false;
    server.failing = ({ range }) => {
      if (!isOver && range?.startsWith(`bytes ${UNIT}-`)) {
        isOver = true;
        server.consents.access.clear();
      }
      return null;
    };
    await run();
    await expectPublished();
    expect(server.asked.filter(({ call }) => call === 'POST /token')).toHaveLength(1);
  });

  it('whose consent was withdrawn ends it, and says what to do', async () => {
    server.consents.access.clear();
    server.consents.refresh.clear();
    await run();
    expect(await row()).toMatchObject({ state: 'failed', fault: { code: 'youtube_consent_lost' } });
    expect((await findAccount(test.house.db, place))?.isLost).toBe(true);
  });

  it('is nowhere to be read: in no row, no log, no file', async () => {
    failPart(2, 'reset');
    await run();
    await run();
    await expectPublished();
    for (const secret of server.consents.secrets()) {
      const { found, places } = await huntInDatabase(test.databaseUrl, secret);
      expect([found, places > 10]).toEqual([[], true]);
      expect(huntInText({ log: test.logged() }, secret).found).toEqual([]);
      expect((await huntInFiles(test.dataDir, secret)).found).toEqual([]);
    }
  });

  it('of an upload is sealed too', async () => {
    failPart(2, 'reset');
    await run();
    const [session] = [...server.channel.uploads.keys()].slice(-1);
    expect((await huntInDatabase(test.databaseUrl, session ?? '')).found).toEqual([]);
  });
});

it.each([
  [{ status: 400, reason: 'uploadLimitExceeded' }, 'youtube_upload_limit'],
  [{ status: 403, reason: 'insufficientPermissions' }, 'youtube_permission'],
  [{ status: 403, reason: 'accessNotConfigured' }, 'youtube_not_enabled'],
  [{ status: 400, reason: 'invalidTitle' }, 'youtube_title'],
  [{ status: 403, reason: 'somethingNew' }, 'youtube_refused'],
])('tells what %o means', async (refusal, code) => {
  server.failing = ({ call }) => (call === 'POST /upload/youtube/v3/videos' ? refusal : null);
  await run();
  expect(await row()).toMatchObject({ state: 'failed', fault: { code } });
  expect(server.channel.videos).toEqual([]);
});

it('gives up after tries that got no further, and counts those that did anew', async () => {
  server.failing = ({ call }) => (call === 'POST /upload/youtube/v3/videos' ? { status: 503 } : null);
  for (let tries = 0; tries < 20 && (await row()).state !== 'failed'; tries += 1) await run();
  expect(await row()).toMatchObject({ state: 'failed', fault: { code: 'youtube_busy' } });
  expect(uploads()).toBe(8);
  const { setbacks } = await test.house.db.publication.findUniqueOrThrow({ where: { id } });
  expect(setbacks).toBe(7);
});

it('keeps the film where its cover is refused', async () => {
  server.failing = ({ call }) =>
    call.endsWith('/thumbnails/set') ? { status: 403, reason: 'forbidden' } : null;
  await run();
  await expectPublished();
  expect((await row()).note?.code).toBe('youtube_thumbnail');
});

it('stops within a part when it is stopped, and writes nothing more', async () => {
  server.failing = ({ range }) =>
    range?.startsWith(`bytes ${UNIT}-`)
      ? { first: () => stopPublication(test.house, film.videoId, id) }
      : null;
  await run();
  expect((await row()).state).toBe('cancelled');
  expect(parts()).toHaveLength(2);
  server.failing = () => null;
  await run();
  expect(server.channel.videos).toEqual([]);
});

it('sends nothing of a film whose video was deleted, or whose file is gone', async () => {
  await test.house.storage.remove(film.files.film);
  await run();
  expect(await row()).toMatchObject({ state: 'failed', fault: { code: 'publishing_film_gone' } });
  film = await newFilm(test.house);
  id = await ordered(test.house, film, place);
  await test.house.db.video.update({ where: { id: film.videoId }, data: { deletedAt: new Date() } });
  await run();
  expect([uploads(), (await row()).state]).toEqual([0, 'queued']);
});
