/** Who finds covers and makes files, and what becomes of them where workers end: with a maker that makes nothing. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Db, openDb } from '#jobs/db/client.server.ts';
import { claimFilmToPost, findPost, MOST_LOOKS, notePost } from '#jobs/db/posts/film-posts.server.ts';
import { askForFile, claimFile, listFiles, MOST_MAKINGS } from '#jobs/db/posts/post-files.server.ts';
import type { PostMaker } from '#jobs/ports/post-maker.ts';
import { LocalStorage } from '#jobs/storage/local.server.ts';
import { StoryError } from '#jobs/story/film/fault.ts';
import { videoOptionsSchema } from '#jobs/story/order/options.ts';
import { COVER_FINDER } from '#jobs/story/post/covers/cover.ts';
import type { FilmFile } from '#jobs/story/post/film-file.ts';
import { preparePostFile } from '#jobs/work/posting/post-commands.server.ts';
import { PostDuty } from '#jobs/work/posting/post-duty.server.ts';
import { CONTEXT } from '#tests/support/storyboards/made-videos.ts';
import { createDatabase } from '#tests/support/test-database.ts';
import { readyScene } from '#tests/support/videos.ts';

const FILM: FilmFile = {
  ...{ bytes: 5_000_000, durationMs: 6000, width: 1080, height: 1920, framesPerSecond: 30 },
  ...{ videoCodec: 'h264', audioCodec: 'aac', videoKbps: 1000, audioKbps: 192 },
};
const SMALL: FilmFile = { ...FILM, width: 720, height: 1280, audioKbps: 128 };
const HASH = '0123456789abcdef01234567';
const GONE = new Date(Date.now() - 3_600_000);

let db: Db;
let folder: string;
let storage: LocalStorage;
beforeAll(async () => {
  db = openDb(await createDatabase());
  folder = await mkdtemp(join(tmpdir(), 'storyshort-posts-'));
  storage = new LocalStorage(folder);
});
afterAll(async () => {
  await db.$disconnect();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  await db.video.deleteMany();
});

/** A finished film of three scenes. @param agoS when it was finished, s ago */
async function finishedFilm(agoS = 10, filmHash = HASH): Promise<string> {
  const id = randomUUID();
  const filmKey = `${id}/film-${filmHash}.mp4`;
  await storage.put(filmKey, new Uint8Array([1, 2, 3]));
  await db.video.create({
    data: {
      ...{ id, title: 'The Fox', titleGiven: true, story: 'This is.', requestHash: 'hash' },
      ...{ status: 'completed', filmHash, filmKey, durationMs: 6000 },
      completedAt: new Date(Date.now() - agoS * 1000),
      options: videoOptionsSchema.parse({ style: 'papercut' }),
      scenes: {
        create: [0, 1, 2].map((position) => {
          const { narration, imagePrompt, seed, words, durationMs } = readyScene(position);
          return {
            ...{ id: randomUUID(), position, narration, imagePrompt, seed, durationMs, words: words ?? [] },
            ...{ voiceKey: `${id}/voice.wav`, pictureKey: `${id}/picture.jpg` },
          };
        }),
      },
    },
  });
  return id;
}

interface Asked {
  frames: number[];
  taken: number[];
  remade: number;
}

/** A duty whose maker sees a good frame everywhere, and writes files of a few bytes. */
function dutyWith(patch: Partial<PostMaker> = {}, signal = new AbortController().signal) {
  const asked: Asked = { frames: [], taken: [], remade: 0 };
  let isRemade = false;
  const maker: PostMaker = {
    readFilm: async () => (isRemade ? SMALL : FILM),
    measureFrame: async (_film, atMs) => {
      asked.frames.push(atMs);
      return { sharpness: 10, contrast: 50, colour: 50, light: 120, change: 0 };
    },
    takeFrame: async ({ atMs, outFile }) => {
      asked.taken.push(atMs);
      await writeFile(outFile, 'jpeg');
    },
    remake: async ({ outFile }, onProgress) => {
      asked.remade += 1;
      isRemade = true;
      onProgress(3000);
      await writeFile(outFile, 'mp4');
    },
    ...patch,
  };
  const signer = {
    sign: async (_film: string, outFile: string) => {
      await writeFile(outFile, 'signed');
      return null;
    },
  };
  const log = pino({ level: 'silent' });
  return { duty: new PostDuty({ db, storage, maker, signer, context: CONTEXT, log, signal }), asked };
}

const nameOf = (videoId: string) => ({ videoId, filmHash: HASH });
const onX = (videoId: string) => ({ ...nameOf(videoId), platform: 'x' as const });

describe('covers', () => {
  it('are found once, of the newest film first, and kept as files', async () => {
    const older = await finishedFilm(60);
    const newer = await finishedFilm(10);
    const { duty, asked } = dutyWith();
    expect(await duty.round(false)).toBe(true);
    expect(await findPost(db, nameOf(older))).toBeNull();
    const found = await findPost(db, nameOf(newer));
    expect(found?.film).toEqual(FILM);
    expect(found?.covers.map(({ atMs }) => atMs)).toEqual(asked.taken);
    const kept = await storage.listFiles(newer);
    expect([...kept.keys()].filter((name) => name.startsWith('cover-'))).toHaveLength(asked.taken.length);
    expect(await duty.round(false)).toBe(true);
    expect(await duty.round(false)).toBe(false);
  });

  it('of older films wait until nothing else is to be done', async () => {
    const id = await finishedFilm(7200);
    const { duty } = dutyWith();
    expect(await duty.round(false)).toBe(false);
    expect(await findPost(db, nameOf(id))).toBeNull();
    expect(await duty.round(true)).toBe(true);
    expect(await findPost(db, nameOf(id))).not.toBeNull();
  });

  it('are shared out among workers, each film to one', async () => {
    const films = [await finishedFilm(10), await finishedFilm(20), await finishedFilm(30)];
    const claims = await Promise.all([1, 2, 3, 4, 5].map(() => claimFilmToPost(db, null)));
    const taken = claims.flatMap((one) => one?.videoId ?? []);
    expect(new Set(taken).size).toBe(taken.length);
    for (let more = await claimFilmToPost(db, null); more; more = await claimFilmToPost(db, null))
      taken.push(more.videoId);
    expect(taken.toSorted()).toEqual(films.toSorted());
  });

  it('of a lost worker are found by another, and given up after some', async () => {
    const id = await finishedFilm();
    for (let tries = 1; tries <= MOST_LOOKS; tries += 1) {
      expect(await claimFilmToPost(db, null)).toEqual({ ...nameOf(id), tries });
      await db.filmPost.updateMany({ data: { begunAt: GONE } });
    }
    expect(await claimFilmToPost(db, null)).toBeNull();
  });

  it('are given back by a worker that ends', async () => {
    const id = await finishedFilm();
    const end = new AbortController();
    const stopped = dutyWith(
      {
        measureFrame: async () => {
          end.abort();
          throw new Error('stopped');
        },
      },
      end.signal,
    );
    await stopped.duty.round(false);
    await stopped.duty.ended();
    expect(await db.filmPost.count()).toBe(0);
    expect(await stopped.duty.round(false)).toBe(false);
    expect(await dutyWith().duty.round(false)).toBe(true);
    expect((await findPost(db, nameOf(id)))?.covers.length).toBeGreaterThan(0);
  });

  it('are none of a film whose file is gone, and are looked for anew by another finder', async () => {
    const id = await finishedFilm();
    await storage.removeAll(id);
    expect(await dutyWith().duty.round(false)).toBe(true);
    expect(await findPost(db, nameOf(id))).toEqual({ film: null, covers: [] });
    await db.filmPost.updateMany({ data: { finder: COVER_FINDER - 1 } });
    expect((await claimFilmToPost(db, null))?.tries).toBe(1);
    await notePost(db, nameOf(id), { film: FILM, covers: [] });
    expect((await findPost(db, nameOf(id)))?.film).toEqual(FILM);
  });
});

describe('files for platforms', () => {
  it('come before covers, since somebody waits, the one that waited longest first', async () => {
    const [first, second] = [await finishedFilm(), await finishedFilm()];
    await askForFile(db, onX(first));
    await askForFile(db, onX(second));
    const { duty, asked } = dutyWith();
    expect(await duty.round(false)).toBe(true);
    expect(asked).toMatchObject({ remade: 1, frames: [] });
    expect(await listFiles(db, nameOf(first))).toMatchObject([{ platform: 'x', progress: 100, error: null }]);
    expect(await listFiles(db, nameOf(second))).toMatchObject([
      { platform: 'x', progress: 0, fileKey: null },
    ]);
  });

  it('that nothing makes fit are refused at once where that is known', async () => {
    const id = await finishedFilm();
    const { duty } = dutyWith({ readFilm: async () => ({ ...FILM, durationMs: 200_000 }) });
    await preparePostFile({ db }, id, 'x');
    await duty.round(false);
    expect((await listFiles(db, nameOf(id)))[0]?.error).toMatchObject({ code: 'post_impossible' });
    await duty.round(false);
    await expect(preparePostFile({ db }, id, 'x')).rejects.toMatchObject({ code: 'post_impossible' });
    await expect(preparePostFile({ db }, randomUUID(), 'x')).rejects.toMatchObject({
      code: 'video_not_found',
    });
    await db.video.update({ where: { id }, data: { status: 'rendering' } });
    await expect(preparePostFile({ db }, id, 'x')).rejects.toMatchObject({ code: 'film_not_ready' });
  });

  it('that came out otherwise than promised are not kept', async () => {
    const id = await finishedFilm();
    await askForFile(db, onX(id));
    await dutyWith({ readFilm: async () => FILM }).duty.round(false);
    expect(await listFiles(db, nameOf(id))).toMatchObject([
      { fileKey: null, error: { code: 'post_misfit' } },
    ]);
    expect([...(await storage.listFiles(id)).keys()]).toEqual([`film-${HASH}.mp4`]);
  });

  it('of a lost worker are made by another, and given up after some', async () => {
    const id = await finishedFilm();
    await askForFile(db, onX(id));
    for (let tries = 1; tries <= MOST_MAKINGS; tries += 1) {
      expect((await claimFile(db))?.tries).toBe(tries);
      expect(await claimFile(db)).toBeNull();
      await db.postFile.updateMany({ data: { seenAt: GONE } });
    }
    const { duty, asked } = dutyWith();
    expect(await duty.round(false)).toBe(true);
    expect(asked.remade).toBe(0);
    expect((await listFiles(db, nameOf(id)))[0]?.error).toMatchObject({
      code: 'post_not_made',
      retryable: true,
    });
  });

  it('are given back by a worker that ends, and count as no try', async () => {
    const id = await finishedFilm();
    await askForFile(db, onX(id));
    const end = new AbortController();
    const { duty } = dutyWith(
      {
        remake: async () => {
          end.abort();
          throw new Error('stopped');
        },
      },
      end.signal,
    );
    await duty.round(false);
    expect(await claimFile(db)).toMatchObject({ tries: 1, platform: 'x' });
  });

  it('are given up where their video is deleted meanwhile', async () => {
    const id = await finishedFilm();
    await askForFile(db, onX(id));
    const { duty } = dutyWith({
      remake: async (_request, onProgress, signal) => {
        await db.video.update({ where: { id }, data: { deletedAt: new Date() } });
        onProgress(1000);
        await new Promise((_resolve, reject) =>
          signal.addEventListener('abort', () => reject(signal.reason)),
        );
      },
    });
    expect(await duty.round(false)).toBe(true);
    expect((await listFiles(db, nameOf(id)))[0]).toMatchObject({ fileKey: null, error: null });
  });

  it('that fail say why in their own words, and may be asked for again', async () => {
    const id = await finishedFilm();
    await askForFile(db, onX(id));
    const message = 'The film could not be encoded: ffmpeg says “no”.';
    const fault = { code: 'encoding_failed', message, hint: 'Try again.', retryable: true };
    const { duty } = dutyWith({ remake: () => Promise.reject(new StoryError(fault)) });
    await duty.round(false);
    expect((await listFiles(db, nameOf(id)))[0]?.error?.message).toBe(
      'The file could not be encoded: ffmpeg says “no”.',
    );
    expect(await claimFile(db)).toBeNull();
    await askForFile(db, onX(id));
    expect(await claimFile(db)).toMatchObject({ tries: 1 });
  });

  it('go with their video', async () => {
    const id = await finishedFilm();
    await askForFile(db, onX(id));
    await claimFilmToPost(db, null);
    await db.video.delete({ where: { id } });
    expect([await db.postFile.count(), await db.filmPost.count()]).toEqual([0, 0]);
  });
});
