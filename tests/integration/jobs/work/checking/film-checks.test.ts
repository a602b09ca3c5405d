import { randomUUID } from 'node:crypto';
import type { LoaderFunctionArgs } from '@remix-run/node';
import pino from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loader as checks } from '#app/routes/api.checks.ts';
import { loader as status } from '#app/routes/api.video-status.ts';
import { claimFilm, findVerdict, MOST_TRIES } from '#jobs/db/checks/film-checks.server.ts';
import { type Db, openDb } from '#jobs/db/client.server.ts';
import type { FilmInspector } from '#jobs/ports/film-inspector.ts';
import { CHECKER_VERSION } from '#jobs/story/film/checks/film-finding.ts';
import type { FilmMeasures } from '#jobs/story/film/checks/film-measures.ts';
import { videoOptionsSchema } from '#jobs/story/order/options.ts';
import { FilmChecksDuty } from '#jobs/work/checking/film-checks-duty.server.ts';
import { createDatabase } from '#tests/support/test-database.ts';
import { readyScene } from '#tests/support/videos.ts';

const log = pino({ level: 'silent' });
let db: Db;

beforeAll(async () => {
  db = openDb(await createDatabase());
});
afterAll(() => db.$disconnect());
beforeEach(async () => {
  await db.video.deleteMany();
});

/** A finished film of one scene. @param agoS when it was finished, s ago */
async function finishedFilm(agoS: number, hash = 'film-1'): Promise<string> {
  const id = randomUUID();
  const { narration, imagePrompt, seed, words, durationMs } = readyScene(0, { narration: 'This is.' });
  await db.video.create({
    data: {
      ...{
        id,
        title: 'The Fox',
        titleGiven: true,
        story: 'This is.',
        requestHash: 'hash',
        status: 'completed',
      },
      ...{ filmHash: hash, filmKey: `${id}/film.mp4`, durationMs: 2000 },
      completedAt: new Date(Date.now() - agoS * 1000),
      options: videoOptionsSchema.parse({}),
      scenes: {
        create: {
          ...{ id: randomUUID(), position: 0, narration, imagePrompt, seed, durationMs },
          ...{ words: words ?? [], voiceKey: `${id}/voice.wav`, pictureKey: `${id}/picture.jpg` },
        },
      },
    },
  });
  return id;
}

/** What a film of two seconds measures, with as many frames. */
const measuresOf = (frames: number): FilmMeasures => ({
  picture: { frames, black: [], still: [], flashing: [], redFlashing: [], damaged: [] },
  sound: {
    ...{ durationMs: (frames * 1000) / 30, integratedLufs: -15, wantedLufs: -15, clipped: [] },
    momentary: Array.from({ length: 17 }, () => -16),
  },
  captions: [],
});

/** An inspector that measures the same of every film, and the duty that asks it. */
function dutyWith(
  measure: FilmInspector['inspect'],
  { signal = new AbortController().signal, has = true } = {},
): { duty: FilmChecksDuty; files: string[] } {
  const files: string[] = [];
  const inspector: FilmInspector = {
    inspect: (film, end) => {
      files.push(film.file);
      return measure(film, end);
    },
    close: async () => undefined,
  };
  const storage = { has: async () => has, localPath: async (key: string) => `/films/${key}` };
  return { duty: new FilmChecksDuty({ db, storage, inspector, log, signal }), files };
}

async function ask(load: (args: LoaderFunctionArgs) => Promise<Response>, path: string) {
  const request = new Request(new URL(path, 'http://localhost'));
  const context = { backend: { db, ownerId: null }, visitor: null } as LoaderFunctionArgs['context'];
  const answer = await load({ request, context, params: {} });
  return { code: answer.status, body: await answer.json() };
}

describe('a finished film', () => {
  it('is looked at once, the newest first, and what was found is told', async () => {
    const older = await finishedFilm(60);
    const newer = await finishedFilm(10);
    const { duty, files } = dutyWith(async () => measuresOf(files.length === 1 ? 60 : 50));
    expect((await ask(status, `/api/video-status?id=${newer}`)).body.checks).toEqual({
      state: 'pending',
      found: 0,
    });
    expect(await duty.round(false)).toBe(true);
    expect(await duty.round(false)).toBe(true);
    expect(await duty.round(false)).toBe(false);
    expect(files).toEqual([`/films/${newer}/film.mp4`, `/films/${older}/film.mp4`]);
    expect((await ask(status, `/api/video-status?id=${newer}`)).body.checks).toEqual({
      state: 'passed',
      found: 0,
    });
    expect((await ask(status, `/api/video-status?id=${older}`)).body.checks.state).toBe('found');
    const told = (await ask(checks, `/api/checks?id=${older}`)).body;
    expect(told).toMatchObject({ state: 'found', checkerVersion: CHECKER_VERSION, figures: { frames: 50 } });
    expect(told.findings[0]).toMatchObject({ check: 'frames_missing', severity: 'wrong', atMs: 1667 });
  });

  it('is there whatever is found, and whatever becomes of looking at it', async () => {
    const id = await finishedFilm(10);
    const { duty } = dutyWith(() => Promise.reject(new Error('It cannot be opened.')));
    expect(await duty.round(true)).toBe(true);
    const { body } = await ask(status, `/api/video-status?id=${id}`);
    expect(body).toMatchObject({ status: 'completed', videoUrl: `/media/${id}/film.mp4`, error: null });
    expect(body.checks.state).toBe('pending');
    expect(await findVerdict(db, id)).toBeNull();
  });

  it('of long ago is looked at when nothing is being made', async () => {
    const id = await finishedFilm(100_000);
    const { duty } = dutyWith(async () => measuresOf(60));
    expect(await duty.round(false)).toBe(false);
    expect(await duty.round(true)).toBe(true);
    expect((await findVerdict(db, id))?.findings).toEqual([]);
  });

  it('is looked at by one of two workers', async () => {
    await finishedFilm(10);
    const claims = await Promise.all([claimFilm(db, null), claimFilm(db, null)]);
    expect(claims.filter((claim) => claim !== null)).toHaveLength(1);
  });

  it('of which a worker was lost is taken up by the next, and not without end', async () => {
    const id = await finishedFilm(10);
    const files: string[] = [];
    const dutyOfNow = () =>
      dutyWith(async ({ file }) => {
        files.push(file);
        return measuresOf(60);
      }).duty;
    await claimFilm(db, null);
    // It may still be at it.
    expect(await dutyOfNow().round(true)).toBe(false);
    const lost = { begunAt: new Date(Date.now() - 3_600_000) };
    await db.filmCheck.updateMany({ where: { videoId: id }, data: lost });
    expect(await dutyOfNow().round(true)).toBe(true);
    expect((await findVerdict(db, id))?.findings).toEqual([]);
    await db.filmCheck.updateMany({
      where: { videoId: id },
      data: { ...lost, checkedAt: null, tries: MOST_TRIES - 1 },
    });
    expect(await dutyOfNow().round(true)).toBe(true);
    expect(files).toHaveLength(1);
    expect((await findVerdict(db, id))?.findings).toMatchObject([{ check: 'not_checked' }]);
  });

  it('is given back by a worker that ends, and taken up at once', async () => {
    const id = await finishedFilm(10);
    const end = new AbortController();
    const { duty: ending } = dutyWith(
      async (_film, signal) => {
        end.abort(new Error('The worker ends.'));
        signal.throwIfAborted();
        return measuresOf(60);
      },
      { signal: end.signal },
    );
    await ending.round(true);
    await ending.ended();
    expect(await ending.round(true)).toBe(false);
    const { duty } = dutyWith(async () => measuresOf(60));
    expect(await duty.round(true)).toBe(true);
    expect((await findVerdict(db, id))?.findings).toEqual([]);
  });

  it('whose file is lost is told so', async () => {
    const id = await finishedFilm(10);
    const { duty, files } = dutyWith(async () => measuresOf(60), { has: false });
    await duty.round(true);
    expect(files).toEqual([]);
    expect((await findVerdict(db, id))?.findings).toMatchObject([{ check: 'film_unreadable' }]);
  });

  it('that was made anew is looked at anew, and so is one that an older checker saw', async () => {
    const id = await finishedFilm(10);
    const { duty } = dutyWith(async () => measuresOf(60));
    await duty.round(true);
    await db.video.update({ where: { id }, data: { filmHash: 'film-2' } });
    expect(await findVerdict(db, id)).toBeNull();
    expect(await duty.round(false)).toBe(true);
    await db.filmCheck.updateMany({ where: { videoId: id }, data: { checker: CHECKER_VERSION - 1 } });
    expect(await duty.round(false)).toBe(true);
    expect(await db.filmCheck.count({ where: { videoId: id, checker: CHECKER_VERSION } })).toBe(1);
  });

  it('takes what was found with it when it is deleted', async () => {
    const id = await finishedFilm(10);
    const { duty } = dutyWith(async () => measuresOf(60));
    await duty.round(true);
    await db.video.delete({ where: { id } });
    expect(await db.filmCheck.count()).toBe(0);
  });
});

describe('the route', () => {
  it('says where there is no film yet, and no video at all', async () => {
    const id = await finishedFilm(10);
    await db.video.update({ where: { id }, data: { filmKey: null, filmHash: null, status: 'rendering' } });
    expect(await ask(checks, `/api/checks?id=${id}`)).toMatchObject({
      code: 409,
      body: { error: { code: 'film_not_ready' } },
    });
    expect((await ask(status, `/api/video-status?id=${id}`)).body.checks).toBeNull();
    expect((await ask(checks, `/api/checks?id=${randomUUID()}`)).code).toBe(404);
  });
});
