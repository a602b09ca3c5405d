/** An order of several formats, from its rows to its films, with the built-in engines; films are written on paper. */
import { randomUUID } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import type { PgBoss } from 'pg-boss';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failVideo } from '#jobs/db/attempts/attempt-ends.server.ts';
import { beginAttempt } from '#jobs/db/attempts/attempt-writes.server.ts';
import { listFamily } from '#jobs/db/families/families.server.ts';
import { NO_FILTERS } from '#jobs/db/shelf/shelf-query.ts';
import { findProgress } from '#jobs/db/video-progress.server.ts';
import { readShelf } from '#jobs/db/video-shelf.server.ts';
import { findVideo, listHistory } from '#jobs/db/videos.server.ts';
import { planContext } from '#jobs/making/plan-context.server.ts';
import { makeFilm } from '#jobs/pipeline.ts';
import { stageOf } from '#jobs/story/film/status.ts';
import { factsOf, type Video } from '#jobs/story/film/video.ts';
import type { FilmFormat } from '#jobs/story/formats/film-format.ts';
import { startBoss } from '#jobs/work/boss.server.ts';
import { cancelVideo, requestProcessing, submitVideo } from '#jobs/work/commands.server.ts';
import { deleteVideo, sweepDeleted } from '#jobs/work/delete-videos.server.ts';
import { duplicateVideo } from '#jobs/work/duplicate-video.server.ts';
import { advanceFamilies } from '#jobs/work/families/advance-families.server.ts';
import { PROCESS_VIDEO } from '#jobs/work/process-video.ts';
import { requeueOrphans } from '#jobs/work/reconcile.server.ts';
import { renameVideo } from '#jobs/work/rename-video.server.ts';
import { PAPER_RENDERER } from '#tests/support/paper-renderer.ts';
import { draftOf } from '#tests/support/stories.ts';
import { openTestWorkshop, type TestWorkshop } from '#tests/support/workshop.ts';

const STORY = 'A red fox found a lantern in the snow. He carried it home, and the whole forest glowed.';
const WIDE: FilmFormat = { format: '16:9', burnIn: 'on', captionLanguage: 'auto' };
const BARE: FilmFormat = { format: '1:1', burnIn: 'off', captionLanguage: 'auto' };
const never = new AbortController().signal;
const log = pino({ level: 'silent' });
let test: TestWorkshop;
let boss: PgBoss;

beforeAll(async () => {
  test = await openTestWorkshop({ renderer: PAPER_RENDERER });
  boss = await startBoss(test.databaseUrl, 'sender', log);
});
afterAll(async () => {
  await boss.stop();
  await test.close();
});

const backend = () => ({ db: test.db, boss });
const draft = (formats: FilmFormat[] = [WIDE, BARE]) => ({
  ...draftOf(STORY, { format: '1:1', style: 'silhouette', music: 'none', scenes: 2 }),
  formats,
});

async function order(formats?: FilmFormat[]): Promise<string[]> {
  const ordered = await submitVideo(backend(), draft(formats), randomUUID());
  return [ordered.videoId, ...ordered.formats];
}
async function videoOf(id: string | undefined): Promise<Video> {
  const video = await findVideo(test.db, id ?? '');
  if (!video) throw new Error('There is no such video.');
  return video;
}
const jobsOf = async (id: string | undefined) =>
  (await boss.findJobs(PROCESS_VIDEO, { key: id ?? '' })).filter(({ state }) => state === 'created').length;
const advance = () => advanceFamilies(backend(), log);
async function attempt(id: string | undefined): Promise<void> {
  const begun = await beginAttempt(test.db, id ?? '');
  if (!begun) throw new Error('There is nothing to work on.');
  await makeFilm(test.workshop, begun, { signal: never, lastChance: true });
}
async function fail(id: string | undefined): Promise<void> {
  const begun = await beginAttempt(test.db, id ?? '');
  if (!begun) throw new Error('There is nothing to work on.');
  const fault = { code: 'x', message: 'It broke.', hint: 'Retry.', retryable: false };
  await failVideo(test.db, begun.attempt, fault);
}

describe('an order of several formats', () => {
  it('becomes one video for each, once, of which the first alone is worked on', async () => {
    const [key, before] = [randomUUID(), await test.db.video.count()];
    const ordered = await Promise.all([1, 2].map(() => submitVideo(backend(), draft(), key)));
    expect(ordered.map(({ created }) => created).sort()).toEqual([false, true]);
    expect(ordered[0]?.formats).toEqual(ordered[1]?.formats);
    expect(await test.db.video.count()).toBe(before + 3);
    await expect(submitVideo(backend(), draft([WIDE]), key)).rejects.toMatchObject({
      code: 'idempotency_conflict',
    });
    const [first, ...others] = [ordered[0]?.videoId, ...(ordered[0]?.formats ?? [])];
    expect(await Promise.all([first, ...others].map(jobsOf))).toEqual([1, 0, 0]);
    for (const id of others) {
      expect(await beginAttempt(test.db, id)).toBeNull();
      const progress = await findProgress(test.db, id);
      expect(progress && stageOf(factsOf(progress))).toContain('shares with another film');
      expect(progress?.family?.map((one) => one.id)).toEqual([first, ...others]);
    }
    expect(
      (await listFamily(test.db, others[1] ?? '')).map(({ format, burnIn }) => [format, burnIn]),
    ).toEqual([
      ['1:1', 'on'],
      ['16:9', 'on'],
      ['1:1', 'off'],
    ]);
    const shelf = await readShelf(test.db, {
      filters: NO_FILTERS,
      sort: 'newest',
      turn: null,
    });
    expect(shelf.videos.find(({ id }) => id === first)).toMatchObject({ relatives: 3 });
  });

  it('is by itself where it names no other, and has no family', async () => {
    const [id] = await order([]);
    expect(await listFamily(test.db, id ?? '')).toEqual([]);
    expect((await findProgress(test.db, id ?? ''))?.family).toEqual([]);
  });

  it('shares script and voices among all, and pictures where the shape is the same', async () => {
    const [first, wide, bare] = await order();
    // Nobody makes a job for what waits.
    await test.db.video.updateMany({ data: { updatedAt: new Date(0) } });
    await requeueOrphans({ ...backend(), log });
    await advance();
    expect([await jobsOf(wide), await jobsOf(bare)]).toEqual([0, 0]);
    await attempt(first);
    await advance();
    await advance();
    expect([await jobsOf(wide), await jobsOf(bare)]).toEqual([1, 1]);
    await attempt(wide);
    await attempt(bare);

    const [one, two, three] = await Promise.all([first, wide, bare].map(videoOf));
    expect([one?.status, two?.status, three?.status]).toEqual(Array(3).fill('completed'));
    const namesOf = (video: Video | undefined, key: 'voiceKey' | 'pictureKey' | 'segmentKey') =>
      video?.scenes.map((scene) => scene[key]?.slice(scene[key]?.indexOf('/')));
    expect(namesOf(two, 'voiceKey')).toEqual(namesOf(one, 'voiceKey'));
    expect(namesOf(three, 'voiceKey')).toEqual(namesOf(one, 'voiceKey'));
    expect(namesOf(three, 'pictureKey')).toEqual(namesOf(one, 'pictureKey'));
    expect(namesOf(two, 'pictureKey')).not.toEqual(namesOf(one, 'pictureKey'));
    expect(new Set([one, two, three].flatMap((video) => namesOf(video, 'segmentKey'))).size).toBe(6);
    // What is shared is the same bytes on the disk.
    const inode = async (video: Video | undefined) =>
      (await stat(test.storage.pathOf(video?.scenes[0]?.voiceKey ?? ''))).ino;
    expect(await inode(two)).toBe(await inode(one));

    const kinds = async (id: string | undefined) =>
      (await test.db.providerCall.findMany({ where: { videoId: id ?? '' } })).map(({ kind }) => kind).sort();
    expect(await kinds(first)).toEqual(['picture', 'picture', 'script', 'voice', 'voice']);
    expect(await kinds(wide)).toEqual(['picture', 'picture']);
    expect(await kinds(bare)).toEqual([]);
    expect((await listHistory(test.db, bare ?? '')).map(({ message }) => message)).toContain(
      'Taken over from another film of this order: script, voices and pictures of 2 scenes.',
    );
    // Captions that do not stand in the picture are beside it.
    expect(await readFile(test.storage.pathOf(three?.srtKey ?? ''), 'utf8')).toContain('lantern');
  });

  it('lets each have a title of its own', async () => {
    const [first, wide, bare] = await order();
    await renameVideo({ db: test.db }, wide ?? '', 'The wide one');
    await attempt(first);
    await advance();
    await attempt(wide);
    await attempt(bare);
    const [one, two, three] = await Promise.all([first, wide, bare].map(videoOf));
    expect([two?.title, three?.title]).toEqual(['The wide one', one?.title]);
    expect(one?.title).not.toBe('');
  });

  it('leaves videos that are each by itself', async () => {
    const [first, wide] = await order([WIDE]);
    await attempt(first);
    await advance();
    await attempt(wide);
    await deleteVideo({ db: test.db }, first ?? '');
    await sweepDeleted({ db: test.db, storage: test.storage }, new Date(Date.now() + 60_000));
    const left = await videoOf(wide);
    for (const key of [left.filmKey, ...left.scenes.flatMap((scene) => [scene.voiceKey, scene.pictureKey])])
      expect(await test.storage.has(key ?? ''), key ?? '').toBe(true);
    expect(await listFamily(test.db, left.id)).toHaveLength(1);
    const plan = async () => planContext(test.workshop.providers, test.workshop.renderer.version);
    const copy = await duplicateVideo({ ...backend(), storage: test.storage, plan }, left.id);
    expect(await listFamily(test.db, copy.videoId)).toEqual([]);
  });
});

describe('where the first film comes to nothing', () => {
  it('the others say so, and go on with it', async () => {
    const [first, wide, bare] = await order();
    await fail(first);
    await advance();
    const waiting = await videoOf(wide);
    expect(waiting).toMatchObject({
      status: 'failed',
      error: { code: 'format_ahead_ended', retryable: false },
    });
    expect(waiting.error?.hint).toContain('this one follows by itself');
    // A page that is opened goes on with nothing.
    expect(await requestProcessing(backend(), wide ?? '', 'page')).toEqual({ queued: false });
    expect((await videoOf(first)).status).toBe('failed');

    await requestProcessing(backend(), first ?? '');
    await advance();
    expect([(await videoOf(wide)).status, (await videoOf(bare)).status]).toEqual(['pending', 'pending']);
    await attempt(first);
    await advance();
    await attempt(wide);
    expect((await videoOf(wide)).status).toBe('completed');
  });

  it('Retry of another one goes on with both', async () => {
    const [first, wide] = await order([WIDE]);
    await cancelVideo(backend(), first ?? '');
    await advance();
    expect((await videoOf(wide)).status).toBe('failed');
    expect(await requestProcessing(backend(), wide ?? '')).toEqual({ queued: false });
    expect([(await videoOf(first)).status, (await videoOf(wide)).status]).toEqual(['pending', 'pending']);
    expect(await jobsOf(first)).toBe(1);
    await attempt(first);
    await advance();
    await attempt(wide);
    expect((await videoOf(wide)).status).toBe('completed');
  });

  it('Retry makes one by itself whose first film was deleted', async () => {
    const [first, wide] = await order([WIDE]);
    await deleteVideo({ db: test.db }, first ?? '');
    await advance();
    expect((await videoOf(wide)).error?.message).toContain('was deleted');
    expect(await requestProcessing(backend(), wide ?? '')).toEqual({ queued: true });
    await attempt(wide);
    expect((await videoOf(wide)).status).toBe('completed');
  });

  it('and it is deleted after another was to begin, that one says so and can be made by itself', async () => {
    const [first, wide] = await order([WIDE]);
    await attempt(first);
    await advance();
    await deleteVideo({ db: test.db }, first ?? '');
    await expect(attempt(wide)).rejects.toMatchObject({ code: 'format_ahead_ended' });
    const row = await test.db.video.findUniqueOrThrow({ where: { id: wide ?? '' } });
    await failVideo(
      test.db,
      { videoId: row.id, fence: row.fence },
      { code: 'format_ahead_ended', message: 'It was deleted.', hint: 'Retry.', retryable: false },
    );
    // Its job is still there.
    expect(await requestProcessing(backend(), row.id)).toEqual({ queued: false });
    expect(await jobsOf(row.id)).toBe(1);
    await attempt(row.id);
    expect((await videoOf(row.id)).status).toBe('completed');
  });

  it('what is cancelled while it waits stays so until somebody goes on with it', async () => {
    const [first, wide] = await order([WIDE]);
    await cancelVideo(backend(), wide ?? '');
    await attempt(first);
    await advance();
    expect((await videoOf(wide)).status).toBe('cancelled');
    await requestProcessing(backend(), wide ?? '');
    await advance();
    expect(await jobsOf(wide)).toBe(1);
    await attempt(wide);
    expect((await videoOf(wide)).status).toBe('completed');
  });
});

it('what is being changed at this moment is not taken over half', async () => {
  const [first, wide] = await order([WIDE]);
  await attempt(first);
  await advance();
  await test.db.scene.updateMany({ where: { videoId: first ?? '', position: 1 }, data: { voiceKey: null } });
  await expect(attempt(wide)).rejects.toMatchObject({ code: 'format_ahead_changing', retryable: true });
  expect((await videoOf(wide)).scenes).toEqual([]);
});

it('a copy of one that waits waits for nobody', async () => {
  const [, wide] = await order([WIDE]);
  const plan = async () => planContext(test.workshop.providers, test.workshop.renderer.version);
  const { videoId } = await duplicateVideo({ ...backend(), storage: test.storage, plan }, wide ?? '');
  await requestProcessing(backend(), videoId);
  await attempt(videoId);
  expect((await videoOf(videoId)).status).toBe('completed');
});

it('captions in another language are never shown as what is said where nothing translates them', async () => {
  const spanish = draftOf(STORY, { format: '1:1', music: 'none', scenes: 1, captionLanguage: 'es' });
  const { videoId } = await submitVideo(backend(), spanish, null);
  await expect(attempt(videoId)).rejects.toMatchObject({
    code: 'captions_not_translatable',
    retryable: false,
  });
  // Nor does it keep the film itself from being made where others want them.
  const [first, other] = await order([{ ...BARE, captionLanguage: 'es' }]);
  await attempt(first);
  expect((await videoOf(first)).status).toBe('completed');
  await advance();
  await expect(attempt(other)).rejects.toMatchObject({ code: 'captions_not_translatable' });
});
