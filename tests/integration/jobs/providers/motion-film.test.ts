/** Pictures that move by themselves: ordered once, collected also after a crash, and still where they cannot be had. */
import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { beginAttempt } from '#jobs/db/attempts/attempt-writes.server.ts';
import { createVideo, findVideo, reopenVideo } from '#jobs/db/videos.server.ts';
import { readSpending } from '#jobs/ledger/spending.server.ts';
import type { Workshop } from '#jobs/making/workshop.ts';
import { makeFilm } from '#jobs/pipeline.ts';
import type { CallHooks } from '#jobs/ports/calls/call-hooks.ts';
import { restOf } from '#jobs/ports/calls/server-faults.ts';
import { motionProvider } from '#jobs/providers/motion/motion-provider.ts';
import type { MotionSettings } from '#jobs/providers/motion/motion-settings.ts';
import { FFMPEG_CLIPS } from '#jobs/render/ffmpeg/clips.server.ts';
import { filmCostUsd } from '#jobs/story/budget/film-cost.ts';
import { remainingCostUsd } from '#jobs/story/budget/remaining-cost.ts';
import { storyPropsOf } from '#jobs/story/film/film-props.ts';
import type { Video } from '#jobs/story/film/video.ts';
import { readDraft } from '#jobs/story/order/draft.ts';
import { offeredEngines } from '#jobs/work/offered-engines.ts';
import { tryEngine } from '#jobs/work/try-engines.ts';
import { type MotionServer, startMotionServer } from '#tests/support/motion/motion-server.ts';
import { openRemoteWorkshop, type RemoteWorkshop } from '#tests/support/remote-workshop.ts';
import { withSamePictures } from '#tests/support/same-pictures.ts';
import { createDatabase } from '#tests/support/test-database.ts';

const KEY = 'sk-motion-canary-52c1';
const STORY = 'A fox found a lantern in the deep snow. It carried the lantern home to the old oak.';

describe.each(['videos', 'jobs'] as const)('a film whose pictures move (%s)', (protocol) => {
  let server: MotionServer;
  let house: RemoteWorkshop;
  let settings: MotionSettings;
  /** The same house, in which all stills are one. */
  let quick: Workshop;
  beforeAll(async () => {
    server = await startMotionServer(protocol, KEY);
    settings = {
      ...{
        baseUrl: server.baseUrl,
        apiKey: KEY,
        model: 'sora-3',
        protocol,
        lengths: [4, 8, 12],
        secondUsd: 0.1,
      },
      ...{ concurrency: 2, perMinute: 1000 },
    };
    house = await openRemoteWorkshop({
      providers: [motionProvider(settings, 5)],
      databaseUrl: await createDatabase(),
    });
    const same = withSamePictures(house.workshop);
    const { countedBy } = house.workshop.providers;
    const counted = (hooks: CallHooks) => ({
      ...same.providers,
      ...countedBy?.(hooks),
      pictures: same.providers.pictures,
    });
    quick = { ...same, providers: { ...same.providers, countedBy: counted } };
  });
  afterEach(() => server.forget());
  afterAll(async () => {
    expect(house.logged()).not.toContain(KEY);
    await house.close();
    await server.close();
  });

  async function newVideo(format = '9:16'): Promise<string> {
    const id = randomUUID();
    const input = {
      story: STORY,
      scenes: 2,
      voice: 'none',
      music: 'none',
      format,
      motion: 'animated',
    };
    const read = readDraft(input, { motion: offeredEngines([motionProvider(settings)]).motion });
    if (!read.ok) throw new Error(JSON.stringify(read.issues));
    const { draft } = read;
    await house.workshop.db.$transaction((tx) =>
      createVideo(tx, { id, draft, idempotencyKey: null, requestHash: id }),
    );
    return id;
  }
  const videoOf = async (id: string): Promise<Video> => {
    const video = await findVideo(house.workshop.db, id);
    if (!video) throw new Error('The video is gone.');
    return video;
  };
  async function attempt(id: string, { lastChance = false, signal = new AbortController().signal } = {}) {
    const begun = await beginAttempt(house.workshop.db, id);
    if (!begun) throw new Error('There is nothing to work on.');
    await makeFilm(quick, begun, { signal, lastChance });
    return videoOf(id);
  }
  const moves = ({ pictureKey }: Video['scenes'][number]) => /\/clip-[0-9a-f]+\.jpg$/.test(pictureKey ?? '');

  it('has a clip for each picture, begun with its still, and is paid by the second', async () => {
    const video = await attempt(await newVideo());
    expect(video).toMatchObject({ status: 'completed', error: null });
    expect(video.scenes.map(moves)).toEqual([true, true]);
    expect(server.orders).toHaveLength(2);
    for (const order of server.orders) {
      expect(order).toMatchObject({ model: 'sora-3', seconds: 4 });
      expect(order.still).toEqual(
        protocol === 'videos' ? { width: 720, height: 1280 } : { width: 1080, height: 1920 },
      );
      expect(order.prompt).toContain('slow, natural movement');
    }
    expect((await readSpending(house.workshop.db, video.id)).videoUsd).toBeCloseTo(0.8, 5);
    const props = storyPropsOf(video, (key) => key);
    for (const { shot } of props?.scenes ?? []) expect(shot.clip?.url).toMatch(/\/clip-[0-9a-f]+\.mp4$/);
    const film = house.storage.pathOf((video.scenes[0]?.pictureKey ?? '').replace('.jpg', '.mp4'));
    const head = await FFMPEG_CLIPS.readHead({ file: film, container: 'mov' }, new AbortController().signal);
    expect(head.video).toMatchObject({ width: 1080, height: 1920 });
  });

  it('has the still in the size that is ordered, in a square film too', async () => {
    const video = await attempt(await newVideo('1:1'));
    expect(video.scenes.map(moves)).toEqual([true, true]);
    const size = protocol === 'videos' ? { width: 720, height: 1280 } : { width: 1080, height: 1080 };
    expect(server.orders.map(({ still }) => still)).toEqual([size, size]);
    const film = house.storage.pathOf((video.scenes[0]?.pictureKey ?? '').replace('.jpg', '.mp4'));
    const head = await FFMPEG_CLIPS.readHead({ file: film, container: 'mov' }, new AbortController().signal);
    expect(head.video).toMatchObject({ width: 1080, height: 1080 });
  });

  it('is ordered nothing twice when it is made again, and only what is edited anew', async () => {
    const id = await newVideo();
    const video = await attempt(id);
    await house.workshop.db.scene.updateMany({
      where: { videoId: id },
      data: { pictureHash: null, pictureKey: null },
    });
    await house.workshop.db.$transaction((tx) => reopenVideo(tx, video, 'Again.', 'person'));
    expect((await attempt(id)).scenes.map(moves)).toEqual([true, true]);
    expect(server.orders).toHaveLength(2);
  });

  it('is collected after a crash: the order is kept', async () => {
    const id = await newVideo();
    server.work = 1_000_000;
    const crash = new AbortController();
    const broken = attempt(id, { signal: crash.signal });
    await expect.poll(() => server.looks, { timeout: 20_000 }).toBeGreaterThan(2);
    crash.abort(new Error('The worker died.'));
    await expect(broken).rejects.toThrow();
    const ordered = server.orders.length;
    expect(ordered).toBeGreaterThan(0);
    server.work = 1;
    const video = await attempt(id);
    expect(video.scenes.map(moves)).toEqual([true, true]);
    expect(server.orders).toHaveLength(2);
  });

  // What becomes of a clip is the same whatever the protocol.
  it.runIf(protocol === 'videos').each([
    [
      'a clip that fails',
      () => server.failClips({ code: 'internal_error', message: 'The shot broke.' }),
      'clip_failed',
    ],
    [
      'a clip that is refused',
      () => server.failClips({ code: 'moderation_blocked', message: 'No.' }),
      'picture_refused',
    ],
    ['what is no film', () => server.sendInstead(Buffer.from('no film')), 'clip_unusable'],
  ] as const)('stays still under the camera for %s, with a Fix', async (_what, breakIt, code) => {
    const id = await newVideo();
    breakIt();
    const video = await attempt(id);
    expect(video.status).toBe('completed');
    expect(video.scenes.map(moves)).toEqual([false, false]);
    expect(video.scenes.map(({ error }) => error?.code)).toEqual([code, code]);
    expect(video.scenes[0]?.error?.message).toContain('stays still');
    expect(video.scenes.every(({ pictureKey, pictureLayers }) => pictureKey && pictureLayers)).toBe(true);
    expect(server.orders).toHaveLength(2);
    server.forget();
    await house.workshop.db.$transaction((tx) => reopenVideo(tx, video, 'Fix was pressed.', 'person'));
    const mended = await attempt(id);
    expect(mended.scenes.map(moves)).toEqual([true, true]);
    expect(mended.scenes.map(({ error }) => error)).toEqual([null, null]);
  });

  it.runIf(protocol === 'videos')(
    'gets over a server in trouble, at the order and at the looks',
    async () => {
      const id = await newVideo();
      server.failOrders({ kind: 'status', status: 503 }, { kind: 'drop' });
      server.failLooks({ kind: 'status', status: 500 }, { kind: 'drop' }, { kind: 'status', status: 429 });
      const video = await attempt(id);
      expect(video.scenes.map(moves)).toEqual([true, true]);
      expect(server.orders).toHaveLength(2);
    },
  );

  it.runIf(protocol === 'videos').each([
    [404, { error: { message: 'No.' } }, 'model_unknown', 'does not know the model “sora-3”'],
    [410, {}, 'model_unknown', 'does not know the model “sora-3”'],
    [
      ...([400, { error: { message: "The model 'sora-3' is deprecated." } }, 'model_unknown'] as const),
      'does not know the model “sora-3”',
    ],
    [400, { error: { message: 'Bad size.' } }, 'request_rejected', 'rejects the request (status 400)'],
  ] as const)(
    'stays still under the camera where its order is not taken (%i, %o), and moves after a Fix',
    async (status, body, code, words) => {
      const id = await newVideo();
      server.failOrders({ kind: 'status', status, body }, { kind: 'status', status, body });
      const video = await attempt(id);
      expect(video.status).toBe('completed');
      expect(video.scenes.map(({ error }) => error?.code)).toEqual([code, code]);
      expect(video.scenes[0]?.error?.message).toContain(words);
      expect(video.scenes[0]?.error?.hint).toContain('Fix');
      expect(video.scenes.map(moves)).toEqual([false, false]);
      expect((await readSpending(house.workshop.db, id)).videoUsd).toBe(0);
      await house.workshop.db.$transaction((tx) => reopenVideo(tx, video, 'Fix was pressed.', 'person'));
      expect((await attempt(id)).scenes.map(moves)).toEqual([true, true]);
    },
  );

  it('fails where the key is rejected, and goes on from there', async () => {
    const id = await newVideo();
    server.failOrders({ kind: 'status', status: 401 });
    await expect(attempt(id)).rejects.toMatchObject({ code: 'key_rejected', retryable: false });
  });

  it('keeps what was ordered when the key is rejected at a look, and collects it after that', async () => {
    const id = await newVideo();
    server.failLooks({ kind: 'status', status: 401 }, { kind: 'status', status: 401 });
    await expect(attempt(id)).rejects.toMatchObject({ code: 'key_rejected' });
    server.clearLooks();
    const video = await attempt(id);
    expect(video.scenes.map(moves)).toEqual([true, true]);
    expect(server.orders).toHaveLength(2);
  });

  it('rests in the queue where the server asks to be left alone, without losing the order', async () => {
    const id = await newVideo();
    const headers = { 'retry-after': '900' };
    server.failLooks({ kind: 'status', status: 429, headers }, { kind: 'status', status: 429, headers });
    const rested = await attempt(id).catch((error: unknown) => restOf(error));
    expect(rested).toBe(900_000);
    server.clearLooks();
    expect((await attempt(id)).scenes.map(moves)).toEqual([true, true]);
    expect(server.orders).toHaveLength(2);
  });

  it('leaves nothing in the folder of scratch files', async () => {
    await attempt(await newVideo());
    expect(await readdir(join(house.storage.root, '.scratch')).catch(() => [])).toEqual([]);
  });

  it('says that a clip is gone at a server that was set up anew', async () => {
    const id = await newVideo();
    server.work = 1_000_000;
    const made = attempt(id);
    await expect.poll(() => server.orders.length, { timeout: 20_000 }).toBe(2);
    server.work = 1;
    server.lose();
    const video = await made;
    expect(video.scenes.map(({ error }) => error?.code)).toContain('clip_lost');
    expect(server.orders).toHaveLength(2);
  });

  it('is tried on the settings page by one short clip', async () => {
    const { signal } = new AbortController();
    const nothing = {
      hooks: { begin: async () => async () => {} },
      decodeAudio: async (bytes: Uint8Array) => bytes,
    };
    const tried = await tryEngine(motionProvider(settings, 5), 'motion', nothing, signal);
    expect(tried).toMatchObject({ ok: true, detail: expect.stringContaining('for 4 s') });
    expect(server.orders).toHaveLength(1);
  });

  it('has its price told before it is begun', async () => {
    const { tariff } = offeredEngines([motionProvider(settings)]);
    if (!tariff) throw new Error('It costs nothing.');
    const wish = {
      story: STORY,
      sceneCount: 2,
      targetSeconds: null,
      speaker: 'none',
      speed: 'normal',
      format: '9:16',
    } as const;
    expect(filmCostUsd(tariff, { ...wish, motion: 'animated' })).toBeGreaterThanOrEqual(0.8);
    expect(filmCostUsd(tariff, wish)).toBe(0);
    const video = await videoOf(await newVideo());
    expect(remainingCostUsd(tariff, video)).toBeGreaterThan(0.4);
  });
});
