import { cp, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { beginAttempt } from '#jobs/db/attempts/attempt-writes.server.ts';
import { findVideo, listHistory } from '#jobs/db/videos.server.ts';
import { planContext } from '#jobs/making/plan-context.server.ts';
import { makeFilm } from '#jobs/pipeline.ts';
import { planVideo } from '#jobs/story/film/plan.ts';
import type { Video } from '#jobs/story/film/video.ts';
import { deleteVideo, sweepDeleted } from '#jobs/work/delete-videos.server.ts';
import { duplicateVideo } from '#jobs/work/duplicate-video.server.ts';
import { LOOK } from '#remotion/contract/look.ts';
import { createOlderDatabase, OLDER_MEDIA } from '#tests/support/older-data.ts';
import { PAPER_RENDERER } from '#tests/support/paper-renderer.ts';
import { openTestWorkshop, type TestWorkshop } from '#tests/support/workshop.ts';

const never = new AbortController().signal;
/** Films as a real painter drew them; whatever would be drawn anew is an error. */
const renderer = {
  ...PAPER_RENDERER,
  version: `${LOOK}-canvas`,
  renderSegment: () => Promise.reject(new Error('A stretch of film was to be drawn.')),
  joinFilm: () => Promise.reject(new Error('A film was to be joined.')),
};
let test: TestWorkshop;
let original: Video;

beforeAll(async () => {
  test = await openTestWorkshop({ renderer, databaseUrl: await createOlderDatabase() });
});
afterAll(() => test.close());
beforeEach(async () => {
  await cp(OLDER_MEDIA, test.storage.root, { recursive: true });
  const row = await test.db.video.findFirst({ where: { deletedAt: null }, orderBy: { createdAt: 'asc' } });
  original = await videoOf(row?.id ?? '');
});

const context = () => planContext(test.workshop.providers, test.workshop.renderer.version);
const backend = () => ({ db: test.db, storage: test.storage, plan: async () => context() });
async function videoOf(id: string): Promise<Video> {
  const video = await findVideo(test.db, id);
  if (!video) throw new Error('There is no such video.');
  return video;
}
const duplicated = async (...asked: Parameters<typeof duplicateVideo>) =>
  (await duplicateVideo(...asked)).videoId;
const filesOf = async (id: string) => (await readdir(join(test.storage.root, id))).sort();
const keysOf = (video: Video) =>
  [
    ...[video.filmKey, video.audioKey, video.posterKey, video.srtKey, video.vttKey],
    ...video.scenes.flatMap(({ voiceKey, pictureKey, segmentKey, pictureLayers }) => [
      ...[voiceKey, pictureKey, segmentKey],
      ...(pictureLayers ?? []).map(({ key }) => key),
    ]),
  ].filter((key) => key !== null);

/** What a person sees of it. */
const seen = ({ title, titleGiven, story, options, mood, status, durationMs, scenes }: Video) => ({
  ...{ title, titleGiven, story, options, mood, status, durationMs },
  scenes: scenes.map(({ narration, imagePrompt, words, seed }) => ({ narration, imagePrompt, words, seed })),
});

describe('the duplicate of a film', () => {
  it('is the same film, of which nothing is to be made', async () => {
    const copy = await videoOf(await duplicated(backend(), original.id));
    expect(seen(copy)).toEqual(seen(original));
    expect(planVideo(copy, context())).toEqual(planVideo(original, context()));
    expect(planVideo(copy, context()).film).toBe(false);
    expect(copy.scenes.map(({ id }) => id)).not.toEqual(original.scenes.map(({ id }) => id));
    expect(await listHistory(test.db, copy.id)).toMatchObject([{ from: null, to: 'completed' }]);
    for (const key of keysOf(copy)) {
      expect(key.startsWith(`${copy.id}/`)).toBe(true);
      expect(await test.storage.has(key), key).toBe(true);
    }
  });

  it('shares every file with it', async () => {
    const copy = await videoOf(await duplicated(backend(), original.id));
    const inodes = async (keys: string[]) =>
      Promise.all(keys.map(async (key) => (await stat(test.storage.pathOf(key))).ino));
    expect(await inodes(keysOf(copy))).toEqual(await inodes(keysOf(original)));
    expect(await filesOf(copy.id)).toHaveLength((await filesOf(original.id)).length);
  });

  it('goes through the pipeline without anything being made', async () => {
    const id = await duplicated(backend(), original.id);
    await test.db.video.update({ where: { id }, data: { status: 'assets_generated' } });
    const begun = await beginAttempt(test.db, id);
    if (!begun) throw new Error('There is nothing to work on.');
    await makeFilm(test.workshop, begun, { signal: never, lastChance: true });
    expect(await videoOf(id)).toMatchObject({ status: 'completed' });
    expect(await test.db.providerCall.count({ where: { videoId: id } })).toBe(0);
  });

  it('stays whole when the original is deleted, and the original when the duplicate is', async () => {
    const [kept, dropped] = [
      await videoOf(await duplicated(backend(), original.id)),
      await duplicated(backend(), original.id),
    ];
    const film = await readFile(test.storage.pathOf(original.filmKey ?? ''));
    for (const id of [dropped, original.id]) {
      await deleteVideo({ db: test.db }, id);
      await sweepDeleted({ db: test.db, storage: test.storage }, new Date(Date.now() + 60_000));
    }
    expect(await test.storage.listPrefixes()).not.toContain(original.id);
    for (const key of keysOf(kept)) expect(await test.storage.has(key), key).toBe(true);
    expect(film.equals(await readFile(test.storage.pathOf(kept.filmKey ?? '')))).toBe(true);
  });
});

describe('the duplicate of what is no finished film', () => {
  it.each(['pending', 'assets_missing', 'rendering', 'failed', 'cancelled'] as const)(
    'lies still where the original stood, and can be taken up: %s',
    async (status) => {
      const error = { code: 'x', message: 'It broke.', hint: 'Retry.', retryable: true };
      const data = { status, completedAt: null, ...(status === 'failed' && { error }) };
      await test.db.video.update({ where: { id: original.id }, data });
      const copy = await videoOf(await duplicated(backend(), original.id));
      expect(copy).toMatchObject({ status: 'cancelled', error: null, takenUp: [], activity: null });
      expect(copy.scenes).toHaveLength(original.scenes.length);
      expect(await videoOf(original.id)).toMatchObject({ status });
      await test.db.video.update({ where: { id: copy.id }, data: { status: 'assets_missing' } });
      const begun = await beginAttempt(test.db, copy.id);
      if (!begun) throw new Error('There is nothing to work on.');
      await makeFilm(test.workshop, begun, { signal: never, lastChance: true });
      expect(await videoOf(copy.id)).toMatchObject({ status: 'completed' });
    },
  );

  it('is one, however often it is asked for under one key, also at the same time', async () => {
    const ask = (key: string, id = original.id) => duplicateVideo(backend(), id, key);
    const [first, second] = await Promise.all([ask('one'), ask('one')]);
    expect([first.created, second.created].filter(Boolean)).toEqual([true]);
    expect(second.videoId).toBe(first.videoId);
    expect(await ask('one')).toEqual({ videoId: first.videoId, created: false });
    expect((await ask('another')).videoId).not.toBe(first.videoId);
    await expect(ask('one', first.videoId)).rejects.toMatchObject({ code: 'idempotency_conflict' });
  });

  it('says so where there is no video', async () => {
    await expect(duplicateVideo(backend(), '00000000-0000-4000-8000-000000000000')).rejects.toThrow(
      'There is no video with this id.',
    );
  });
});

describe('files under a second prefix', () => {
  it('are shared below any name; what is there already stays', async () => {
    await test.storage.put('a-1/deep/voice.wav', new Uint8Array([1, 2]));
    await test.storage.put('b-1/deep/voice.wav', new Uint8Array([3]));
    await test.storage.copyAll('a-1', 'b-1', (name) => name);
    expect([...(await test.storage.read('b-1/deep/voice.wav'))]).toEqual([3]);
    await test.storage.copyAll('a-1', 'c-1', (name) => name.replace('voice', 'sound'));
    expect([...(await test.storage.read('c-1/deep/sound.wav'))]).toEqual([1, 2]);
    await test.storage.copyAll('nothing-there', 'd-1', (name) => name);
    expect(await test.storage.listPrefixes()).not.toContain('d-1');
  });
});
