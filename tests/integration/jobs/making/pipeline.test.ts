import { readFile, rm } from 'node:fs/promises';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginAttempt } from '#jobs/db/attempts/attempt-writes.server.ts';
import { Prisma } from '#jobs/db/generated/client.ts';
import { createVideo, findVideo, listHistory } from '#jobs/db/videos.server.ts';
import { withAssetUrls } from '#jobs/making/asset-urls.ts';
import { makeFilm } from '#jobs/pipeline.ts';
import type { Providers } from '#jobs/ports/engines.ts';
import { probe } from '#jobs/render/ffmpeg/probe.server.ts';
import { StoryError } from '#jobs/story/film/fault.ts';
import { segmentPropsOf } from '#jobs/story/film/film-props.ts';
import { deleteVideo, sweepDeleted } from '#jobs/work/delete-videos.server.ts';
import { measureWav } from '#tests/support/media/measure-wav.ts';
import { PAPER_RENDERER, PAPER_SIGNER } from '#tests/support/paper-renderer.ts';
import { openSharedRenderer } from '#tests/support/shared-renderer.ts';
import { draftOf } from '#tests/support/stories.ts';
import { openTestWorkshop, type TestWorkshop, TWO_SCENES } from '#tests/support/workshop.ts';

let test: TestWorkshop;
/** How often each engine was asked. */
const asked = { script: 0, speech: 0, pictures: 0, music: 0 };
/** What the illustrator answers before it draws; null for nothing but the picture. */
let pictureFault: StoryError | null = null;
/** What the illustrator waits for before it draws. */
let beforePicture: Promise<void> = Promise.resolve();
let onMusic = () => {};

beforeAll(async () => {
  test = await openTestWorkshop({ renderer: await openSharedRenderer() });
});
afterAll(() => test.close());

/** The built-in engines with a script of fixed length, counted, and with an illustrator that may refuse. */
function countedProviders(): Providers {
  const { speech, pictures, music, wordTimer } = test.workshop.providers;
  return {
    wordTimer,
    script: {
      identity: { name: 'fixed', model: 'two-scenes' },
      writeScript: async () => {
        asked.script += 1;
        return TWO_SCENES;
      },
    },
    speech: {
      ...speech,
      speak: (...given) => {
        asked.speech += 1;
        return speech.speak(...given);
      },
    },
    pictures: {
      ...pictures,
      drawPicture: async (...given) => {
        asked.pictures += 1;
        await beforePicture;
        if (pictureFault) throw pictureFault;
        return pictures.drawPicture(...given);
      },
    },
    music: {
      ...music,
      composeBed: (...given) => {
        asked.music += 1;
        onMusic();
        return music.composeBed(...given);
      },
    },
  };
}

async function newVideo(options: Record<string, unknown> = {}): Promise<string> {
  const id = crypto.randomUUID();
  // The quickest style to draw.
  const draft = draftOf(undefined, { style: 'silhouette', ...options });
  await test.db.$transaction((tx) => createVideo(tx, { id, draft, idempotencyKey: null, requestHash: id }));
  return id;
}

async function attempt(videoId: string, { lastChance = false, onPaper = false } = {}): Promise<void> {
  const begun = await beginAttempt(test.db, videoId);
  if (!begun) throw new Error('There is nothing to work on.');
  const paper = onPaper && { renderer: PAPER_RENDERER, signer: PAPER_SIGNER };
  const workshop = { ...test.workshop, ...paper, providers: countedProviders() };
  await makeFilm(workshop, begun, { signal: new AbortController().signal, lastChance });
}

async function videoOf(videoId: string) {
  const video = await findVideo(test.db, videoId);
  if (!video) throw new Error('The video is gone.');
  return video;
}

describe('a story', () => {
  let videoId: string;

  it('becomes a film', async () => {
    videoId = await newVideo();
    await attempt(videoId);
    const video = await videoOf(videoId);
    expect(video).toMatchObject({ status: 'completed', title: 'The Lantern', error: null, activity: null });
    expect(asked).toEqual({ script: 1, speech: 2, pictures: 2, music: 1 });
    const history = await listHistory(test.db, videoId);
    expect(history.map((entry) => entry.to)).toEqual([
      'pending',
      'script_generated',
      'assets_generated',
      'rendering',
      'completed',
    ]);
  });

  it('of the promised form, to the frame', async () => {
    const { filmKey, framesTotal, durationMs } = await videoOf(videoId);
    const film = await probe(test.storage.pathOf(filmKey ?? ''));
    expect(film.video).toMatchObject({
      codec: 'h264',
      profile: 'High',
      pixelFormat: 'yuv420p',
      width: 1080,
      height: 1920,
      framesPerSecond: 30,
      frames: framesTotal,
      color: { space: 'bt709', primaries: 'bt709', transfer: 'bt709' },
    });
    expect(film.audio).toMatchObject({ codec: 'aac', sampleRate: 48000, channels: 2 });
    expect(durationMs).toBe(Math.round((framesTotal * 1000) / 30));
    // The index stands before the data, so that the film plays while it loads.
    const bytes = (await readFile(test.storage.pathOf(filmKey ?? ''))).toString('latin1');
    expect(bytes.indexOf('moov')).toBeLessThan(bytes.indexOf('mdat'));
  });

  it('of the promised loudness', async () => {
    const { audioKey } = await videoOf(videoId);
    const { integratedLufs, truePeakDb } = measureWav(await test.storage.read(audioKey ?? ''));
    expect(integratedLufs).toBeGreaterThan(-16);
    expect(integratedLufs).toBeLessThan(-14);
    expect(truePeakDb).toBeLessThan(-1);
  });

  it('with captions of exactly the author’s words', async () => {
    const { srtKey, vttKey, posterKey } = await videoOf(videoId);
    const srt = new TextDecoder().decode(await test.storage.read(srtKey ?? ''));
    const said = srt
      .split('\n')
      .filter((line) => line !== '' && !/^\d+$/.test(line) && !line.includes('-->'))
      .join(' ');
    expect(said).toBe('A fox found a lantern. The forest glowed.');
    expect(await test.storage.has(vttKey ?? '')).toBe(true);
    expect(await test.storage.has(posterKey ?? '')).toBe(true);
  });

  it('is not made a second time', async () => {
    expect(await beginAttempt(test.db, videoId)).toBeNull();
  });

  it('in layers that the renderer is given, and that its pictures stand for', async () => {
    const video = await videoOf(videoId);
    for (const [position, scene] of video.scenes.entries()) {
      const layers = scene.pictureLayers ?? [];
      expect(layers.length).toBeGreaterThan(2);
      for (const { key, box } of layers) {
        const image = await sharp(test.storage.pathOf(key)).metadata();
        expect(image.format).toBe('webp');
        expect(Math.abs(image.width - 1080 * 1.16 * (box?.width ?? 1))).toBeLessThan(2);
      }
      const { assetUrl } = test.workshop;
      const props = await withAssetUrls((urlOf) => segmentPropsOf(video, position, urlOf), assetUrl);
      const shot = props?.scene.shot;
      expect(shot?.layers?.map(({ url }) => url)).toEqual(
        await Promise.all(layers.map(({ key }) => assetUrl(key))),
      );
      expect(shot?.pictureUrl).toMatch(/\.jpg$/);
    }
  });

  it('is repaired when a file is lost, and only that file is made', async () => {
    const before = { ...asked };
    const video = await videoOf(videoId);
    await test.db.video.update({ where: { id: videoId }, data: { status: 'assets_missing' } });
    const pictureKey = video.scenes[1]?.pictureKey ?? '';
    const bytes = await test.storage.read(pictureKey);
    await rm(test.storage.pathOf(pictureKey));
    await attempt(videoId);
    expect(asked).toEqual({ ...before, pictures: before.pictures + 1 });
    expect(Buffer.compare(await test.storage.read(pictureKey), bytes)).toBe(0);
    expect((await videoOf(videoId)).filmKey).toBe(video.filmKey);
  });

  it('is repaired when a layer of a picture is lost or damaged', async () => {
    const video = await videoOf(videoId);
    const key = video.scenes[0]?.pictureLayers?.[1]?.key ?? '';
    const bytes = await test.storage.read(key);
    const before = { ...asked };
    await rm(test.storage.pathOf(key));
    await test.db.video.update({ where: { id: videoId }, data: { status: 'assets_missing' } });
    await attempt(videoId);
    expect(asked).toEqual({ ...before, pictures: before.pictures + 1 });
    expect(Buffer.compare(await test.storage.read(key), bytes)).toBe(0);

    await test.storage.put(key, new TextEncoder().encode('no picture'));
    await test.db.video.update({ where: { id: videoId }, data: { status: 'assets_missing' } });
    await expect(attempt(videoId)).rejects.toMatchObject({ code: 'asset_damaged', retryable: true });
    await attempt(videoId);
    expect(asked).toEqual({ ...before, pictures: before.pictures + 2 });
    expect(Buffer.compare(await test.storage.read(key), bytes)).toBe(0);
    expect((await videoOf(videoId)).filmKey).toBe(video.filmKey);
  });

  it('of earlier days, whose pictures are flat, stays as it is', async () => {
    const flat = { pictureLayers: Prisma.DbNull };
    await test.db.scene.updateMany({ where: { videoId }, data: flat });
    const { scenes } = await videoOf(videoId);
    expect(scenes.map(({ pictureLayers }) => pictureLayers)).toEqual([null, null]);
    expect(segmentPropsOf(await videoOf(videoId), 0, (key) => key)?.scene.shot).not.toHaveProperty('layers');
  });

  it('leaves no file behind when it is deleted and swept away', async () => {
    expect(await test.storage.listPrefixes()).toContain(videoId);
    await deleteVideo({ db: test.db }, videoId);
    await sweepDeleted({ db: test.db, storage: test.storage }, new Date(Date.now() + 60_000));
    expect(await test.storage.listPrefixes()).not.toContain(videoId);
  });
});

describe('the sound of a film', () => {
  it('is made while its pictures are drawn', async () => {
    const composed = Promise.withResolvers<void>();
    onMusic = composed.resolve;
    beforePicture = composed.promise;
    const videoId = await newVideo();
    await attempt(videoId, { onPaper: true });
    expect((await videoOf(videoId)).status).toBe('completed');
    onMusic = () => {};
    beforePicture = Promise.resolve();
  });
});

// What stands in a picture's place is drawn by the renderer's own tests.
describe('a picture that cannot be had', () => {
  const refused = (retryable: boolean) =>
    new StoryError({ code: 'refused', message: 'It was refused.', hint: 'Change it.', retryable });

  it('is asked for again by the next attempt, and is given up by the last', async () => {
    const videoId = await newVideo({ music: 'none' });
    pictureFault = refused(true);
    await expect(attempt(videoId, { onPaper: true })).rejects.toThrow('It was refused.');
    expect((await videoOf(videoId)).status).toBe('script_generated');
    const voices = asked.speech;
    await attempt(videoId, { lastChance: true, onPaper: true });
    expect(asked.speech).toBe(voices);
    const video = await videoOf(videoId);
    expect(video.status).toBe('completed');
    expect(video.scenes.map((scene) => scene.error?.code)).toEqual(['refused', 'refused']);
    pictureFault = null;
  });

  it('is given up at once when no repetition helps', async () => {
    const videoId = await newVideo({ music: 'none' });
    pictureFault = refused(false);
    await attempt(videoId, { onPaper: true });
    expect((await videoOf(videoId)).scenes.every((scene) => scene.error !== null)).toBe(true);
    pictureFault = null;
  });
});
