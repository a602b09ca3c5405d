/** A real film, made ready to be posted as a worker does it. */
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginAttempt } from '#jobs/db/attempts/attempt-writes.server.ts';
import { keptPoster } from '#jobs/db/posts/film-posts.server.ts';
import { createVideo, findVideo } from '#jobs/db/videos.server.ts';
import { planContext } from '#jobs/making/plan-context.server.ts';
import { makeFilm } from '#jobs/pipeline.ts';
import type { Renderer } from '#jobs/ports/renderer.ts';
import { probe } from '#jobs/render/ffmpeg/probe.server.ts';
import { FFMPEG_POSTS } from '#jobs/render/posts/post-maker.server.ts';
import { SIGNED_HEAD_BYTES, signatoryIn } from '#jobs/signing/film-signatory.server.ts';
import { coverKey, MOST_COVERS } from '#jobs/story/post/covers/cover.ts';
import { fileFit } from '#jobs/story/post/film-file.ts';
import type { PlatformName } from '#jobs/story/post/platforms.ts';
import { chooseCover, preparePostFile, readPost } from '#jobs/work/posting/post-commands.server.ts';
import { PostDuty } from '#jobs/work/posting/post-duty.server.ts';
import { openSharedRenderer } from '#tests/support/shared-renderer.ts';
import { readManifest } from '#tests/support/signing/other-reader.ts';
import { draftOf } from '#tests/support/stories.ts';
import { openTestWorkshop, type TestWorkshop } from '#tests/support/workshop.ts';

let test: TestWorkshop;
let renderer: Renderer;
let duty: PostDuty;
let backend: Parameters<typeof readPost>[0];
const { signal } = new AbortController();
const id = crypto.randomUUID();

beforeAll(async () => {
  renderer = await openSharedRenderer();
  test = await openTestWorkshop({ renderer });
  const { db, storage, workshop } = test;
  const context = planContext(workshop.providers, workshop.renderer.version);
  const { signer, log } = workshop;
  duty = new PostDuty({ db, storage, maker: FFMPEG_POSTS, signer, context, log, signal });
  backend = { db, storage, plan: async () => context };
  await db.$transaction((tx) =>
    createVideo(tx, { id, draft: draftOf(), idempotencyKey: null, requestHash: id }),
  );
  await finish();
}, 300_000);
afterAll(async () => {
  await test.close();
  await renderer.close();
});

async function finish(): Promise<void> {
  const begun = await beginAttempt(test.db, id);
  if (!begun) throw new Error('There is nothing to work on.');
  await makeFilm(test.workshop, begun, { signal, lastChance: false });
}

async function film() {
  const video = await findVideo(test.db, id);
  if (!video?.filmHash || !video.filmKey) throw new Error('There is no film.');
  return { ...video, filmHash: video.filmHash, filmKey: video.filmKey };
}

const fileOf = async (platform: PlatformName) =>
  (await readPost(backend, id)).files.find((file) => file.platform === platform);

it('has its texts at once, and its covers and facts once it was looked at', {
  timeout: 120_000,
}, async () => {
  const before = await readPost(backend, id);
  expect(before.found).toBeNull();
  expect(before.post.disclosure).toBe('Made in part with AI.');
  expect(before.post.opening.length).toBeGreaterThan(0);
  expect(await duty.round(false)).toBe(true);
  expect(await duty.round(true)).toBe(false);
  const { found, filmHash } = await readPost(backend, id);
  expect(found?.film).toMatchObject({
    ...{ width: 1080, height: 1920, framesPerSecond: 30, videoCodec: 'h264', audioCodec: 'aac' },
  });
  const covers = found?.covers ?? [];
  expect(covers.length).toBeGreaterThan(0);
  expect(covers.length).toBeLessThanOrEqual(MOST_COVERS);
  for (const cover of covers) {
    const picture = sharp(await test.storage.localPath(coverKey(id, filmHash, cover)));
    expect(await picture.metadata()).toMatchObject({ format: 'jpeg', width: 1080, height: 1920 });
    // Something is to be seen in it.
    const { channels } = await picture.stats();
    expect(Math.max(...channels.map(({ stdev }) => stdev))).toBeGreaterThan(15);
  }
});

it('keeps the cover that was chosen as its poster, also when it is finished once more', async () => {
  const { found, filmHash } = await readPost(backend, id);
  const cover = found?.covers.at(-1);
  if (!cover) throw new Error('There is no cover.');
  const key = coverKey(id, filmHash, cover);
  await chooseCover(backend, id, cover.atMs);
  expect((await film()).posterKey).toBe(key);
  expect(await keptPoster(test.db, { videoId: id, filmHash })).toBe(key);
  await test.db.video.update({ where: { id }, data: { status: 'assets_generated', posterKey: null } });
  await finish();
  expect(await film()).toMatchObject({ status: 'completed', filmHash, posterKey: key });
  await expect(chooseCover(backend, id, 1)).rejects.toMatchObject({ code: 'cover_not_found' });
});

describe('a file for a platform', { timeout: 120_000 }, () => {
  it.each([
    ['x', { width: 720, height: 1280 }],
    ['reels', { width: 1080, height: 1920 }],
  ] as const)('is within the limits of %s, and signed anew', async (platform, size) => {
    const { filmHash, filmKey } = await film();
    await preparePostFile(backend, id, platform);
    await preparePostFile(backend, id, platform);
    expect(await fileOf(platform)).toMatchObject({ fileKey: null, progress: 0, error: null });
    expect(await duty.round(false)).toBe(true);
    const made = await fileOf(platform);
    const key = `${id}/post-${filmHash}-${platform}.mp4`;
    expect(made).toMatchObject({ fileKey: key, progress: 100, unsigned: null, error: null });
    const [file, original] = await Promise.all([key, filmKey].map((one) => test.storage.localPath(one)));
    if (!file || !original) throw new Error('A path is missing.');
    expect(fileFit(await FFMPEG_POSTS.readFilm(file, signal), platform)).toEqual({ kind: 'fits' });
    const [facts, before] = await Promise.all([probe(file), probe(original)]);
    expect(facts.video).toMatchObject({
      ...size,
      codec: 'h264',
      pixelFormat: 'yuv420p',
      frames: before.video?.frames,
    });
    expect(facts.video?.color.space).toBe('bt709');
    expect(Math.abs(facts.durationMs - before.durationMs)).toBeLessThan(100);
    expect(facts.audio?.durationMs).toBeGreaterThan(1000);
    const signatory = signatoryIn(await test.storage.readStart(key, SIGNED_HEAD_BYTES));
    expect(signatory).not.toBeNull();
    expect(signatory).toEqual(signatoryIn(await test.storage.readStart(filmKey, SIGNED_HEAD_BYTES)));
    // Another library finds it whole, too.
    expect(await readManifest(await test.storage.read(key))).toMatchObject({
      state: 'Valid',
      failures: ['signingCredential.untrusted'],
    });
    // It is made once.
    await preparePostFile(backend, id, platform);
    expect(await duty.round(false)).toBe(false);
  });

  it('is the film itself where that fits', async () => {
    await preparePostFile(backend, id, 'youtube');
    expect(await duty.round(false)).toBe(true);
    expect(await fileOf('youtube')).toMatchObject({ fileKey: (await film()).filmKey, unsigned: null });
  });

  it('is not signed where the film was brought along', async () => {
    await test.db.version.updateMany({ where: { videoId: id }, data: { tookMs: null } });
    await test.db.postFile.deleteMany({ where: { videoId: id, platform: 'x' } });
    await test.storage.remove(`${id}/post-${(await film()).filmHash}-x.mp4`);
    await preparePostFile(backend, id, 'x');
    expect(await duty.round(false)).toBe(true);
    const made = await fileOf('x');
    expect(made?.unsigned).toMatchObject({ code: 'film_unsigned' });
    expect(signatoryIn(await test.storage.readStart(made?.fileKey ?? '', SIGNED_HEAD_BYTES))).toBeNull();
  });

  it('says what kept it from being made, and is made when it is asked for again', async () => {
    const { filmKey, filmHash } = await film();
    await test.db.postFile.deleteMany({ where: { videoId: id } });
    await test.db.video.update({ where: { id }, data: { filmKey: `${id}/film-gone.mp4` } });
    await preparePostFile(backend, id, 'reels');
    expect(await duty.round(false)).toBe(true);
    expect((await fileOf('reels'))?.error).toMatchObject({ code: 'film_changed' });
    await test.db.video.update({ where: { id }, data: { filmKey } });
    await preparePostFile(backend, id, 'reels');
    expect(await fileOf('reels')).toMatchObject({ error: null, fileKey: null });
    expect(await duty.round(false)).toBe(true);
    expect(await fileOf('reels')).toMatchObject({ fileKey: `${id}/post-${filmHash}-reels.mp4` });
  });
});
