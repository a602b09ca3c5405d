/** Films of 0.1.0 open, play and stand: nothing of them is made again, and they still look as we draw. */
import { createHash } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { statusView } from '#app/video/status-view.ts';
import { beginAttempt } from '#jobs/db/attempts/attempt-writes.server.ts';
import { findDraft } from '#jobs/db/storyboard.server.ts';
import { readTakes } from '#jobs/db/takes.server.ts';
import { listVersions } from '#jobs/db/versions.server.ts';
import { findVideo } from '#jobs/db/videos.server.ts';
import { planContext } from '#jobs/making/plan-context.server.ts';
import { makeFilm } from '#jobs/pipeline.ts';
import type { Renderer } from '#jobs/ports/renderer.ts';
import { probe } from '#jobs/render/ffmpeg/probe.server.ts';
import { decodeWav, durationMsOf } from '#jobs/sound/audio/wav.ts';
import { mediaUrl } from '#jobs/storage/media-url.ts';
import { segmentPropsOf } from '#jobs/story/film/film-props.ts';
import { planVideo } from '#jobs/story/film/plan.ts';
import type { Video } from '#jobs/story/film/video.ts';
import { storyboardOf } from '#jobs/story/storyboard/storyboard.ts';
import { takesOf } from '#jobs/story/storyboard/take.ts';
import { LOOK } from '#remotion/contract/look.ts';
import { sceneFrames } from '#remotion/contract/timing.ts';
import { differences, framePixels } from '#tests/support/media/frames.ts';
import { createOlderDatabase, OLDER_MEDIA } from '#tests/support/older-data.ts';
import { openSharedRenderer } from '#tests/support/shared-renderer.ts';
import { openTestWorkshop, type TestWorkshop } from '#tests/support/workshop.ts';

const never = new AbortController().signal;
/** The painter that drew the films. */
const VERSION = `${LOOK}-canvas`;
/** All that engines and renderer were asked for. */
const asked: string[] = [];
let test: TestWorkshop;
let videos: Video[];

beforeAll(async () => {
  test = await openTestWorkshop({ renderer: idleRenderer(), databaseUrl: await createOlderDatabase() });
  await cp(OLDER_MEDIA, test.storage.root, { recursive: true });
  videos = await olderVideos();
});
afterAll(() => test.close());

async function olderVideos(): Promise<Video[]> {
  const ids = await test.db.video.findMany({ select: { id: true }, orderBy: { createdAt: 'desc' } });
  const found = await Promise.all(ids.map(({ id }) => findVideo(test.db, id)));
  return found.filter((video) => video !== null);
}

/** The same, but whatever it is asked to make it notes and refuses; it still tells who it is. */
function idle<T extends object>(engine: T, name: string): T {
  return new Proxy(engine, {
    get: (target, property) => {
      const value: unknown = Reflect.get(target, property);
      const what = `${name}.${String(property)}`;
      if (typeof value === 'object' && value !== null) return idle(value, what);
      if (typeof value !== 'function' || property === 'identityIn') return value;
      return () => {
        asked.push(what);
        throw new Error(`${what} was asked, though everything is there.`);
      };
    },
  });
}

function idleRenderer(): Renderer {
  const nothing = async () => {};
  const renderer: Omit<Renderer, 'close'> = {
    version: VERSION,
    readsFiles: false,
    renderSegment: nothing,
    encodeSound: nothing,
    joinFilm: nothing,
    makePoster: nothing,
  };
  return { ...idle(renderer, 'renderer'), close: nothing };
}

/** Every stored file with its bytes' hash and the time of its last change. */
async function storedFiles(): Promise<Map<string, { hash: string; changedAt: number }>> {
  const entries = await readdir(test.storage.root, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    await Promise.all(
      files.map(async (file) => {
        const hash = createHash('sha256')
          .update(await readFile(file))
          .digest('hex');
        return [file, { hash, changedAt: (await stat(file)).mtimeMs }] as const;
      }),
    ),
  );
}

const isCaptions = (file: string) => /\.(srt|vtt)$/.test(file);

describe('a film that 0.1.0 made', () => {
  it('is there, spoken and silent', () => {
    expect(videos.map(({ status, options }) => [status, options.voice]).sort()).toEqual([
      ['completed', 'none'],
      ['completed', 'slt'],
    ]);
  });

  it('asks for nothing to be made by the engines and the painter of today', () => {
    const context = planContext(test.workshop.providers, test.workshop.renderer.version);
    for (const video of videos) {
      expect(planVideo(video, context)).toEqual({
        script: false,
        scenes: video.scenes.map(() => ({ voice: false, picture: false, segment: false })),
        film: false,
      });
    }
  });

  it('is its video’s first version, and its parts are takes to be taken back to', async () => {
    for (const video of videos) {
      const versions = await listVersions(test.db, video.id);
      expect(versions).toHaveLength(1);
      const { filmHash, filmKey, audioKey, posterKey, srtKey, vttKey, durationMs } = video;
      expect(versions[0]).toMatchObject({
        ...{ number: 1, filmHash, filmKey, audioKey, posterKey, srtKey, vttKey, durationMs },
        storyboard: storyboardOf(video),
        at: video.completedAt,
      });
      const takes = await readTakes(test.db, video.id);
      for (const scene of video.scenes) {
        for (const { kind, hash, made } of takesOf(scene)) expect(takes.find(kind, hash)).toEqual(made);
        expect(takesOf(scene)).toHaveLength(3);
      }
      expect(await findDraft(test.db, video.id)).toMatchObject({ isEdited: false, canUndo: false });
    }
  });

  it('is shown as finished, with every file in its place', () => {
    for (const video of videos) {
      const view = statusView(video);
      expect(view).toMatchObject({ status: 'completed', progress: 100, error: null, attention: 0 });
      expect([view.videoUrl, view.audioUrl, view.captionsUrl, view.vttUrl, view.posterUrl]).toEqual(
        [video.filmKey, video.audioKey, video.srtKey, video.vttKey, video.posterKey].map((key) =>
          mediaUrl(key ?? ''),
        ),
      );
      expect(view.storyboard.scenes.length).toBeGreaterThan(0);
      for (const scene of view.storyboard.scenes) {
        expect(scene.state).toBe('ready');
        expect(scene.imageUrl).not.toBeNull();
        expect(scene.audioUrl === null).toBe(video.options.voice === 'none');
      }
    }
  });

  it('plays: film, sound, captions and pictures open', async () => {
    const open = (key: string | null) => test.storage.read(key ?? '');
    for (const video of videos) {
      const film = await probe(test.storage.pathOf(video.filmKey ?? ''));
      expect(film.video).toMatchObject({ width: 1080, height: 1080, frames: video.framesTotal });
      expect(Math.abs(film.durationMs - (video.durationMs ?? 0))).toBeLessThan(50);
      const soundMs = durationMsOf(decodeWav(await open(video.audioKey)));
      expect(Math.abs(soundMs - (video.durationMs ?? 0))).toBeLessThan(50);
      const captions = new TextDecoder().decode(await open(video.srtKey));
      expect(captions).toContain(' --> ');
      expect(new TextDecoder().decode(await open(video.vttKey))).toMatch(/^WEBVTT/);
      expect(await sharp(await open(video.posterKey)).metadata()).toMatchObject({
        width: 540,
        height: 540,
      });
      for (const { pictureKey, pictureLayers, voiceKey, durationMs } of video.scenes) {
        expect(await sharp(await open(pictureKey)).metadata()).toMatchObject({ width: 1080, height: 1080 });
        expect(pictureLayers?.length).toBeGreaterThan(2);
        for (const { key } of pictureLayers ?? [])
          expect((await sharp(await open(key)).metadata()).format).toBe('webp');
        const voiceMs = durationMsOf(decodeWav(await open(voiceKey)));
        expect(voiceMs).toBeLessThanOrEqual((durationMs ?? 0) + 1);
      }
    }
  });

  it('passes through the pipeline again without anything being made', async () => {
    const before = await storedFiles();
    const calls = await test.db.providerCall.count();
    const workshop = {
      ...test.workshop,
      providers: idle(test.workshop.providers, 'providers'),
      tasks: idle(test.workshop.tasks, 'tasks'),
    };
    for (const [index, video] of videos.entries()) {
      const status = index === 0 ? 'rendering' : 'assets_generated';
      await test.db.video.update({ where: { id: video.id }, data: { status } });
      const begun = await beginAttempt(test.db, video.id);
      if (!begun) throw new Error('There is nothing to work on.');
      await makeFilm(workshop, begun, { signal: never, lastChance: true });
    }
    expect(asked).toEqual([]);
    expect(await test.db.providerCall.count()).toBe(calls);
    const made = ['fence', 'activity', 'updatedAt', 'completedAt'];
    const stands = (video: Video) =>
      Object.fromEntries(Object.entries(video).filter(([key]) => !made.includes(key)));
    expect((await olderVideos()).map(stands)).toEqual(videos.map(stands));
    const after = await storedFiles();
    expect([...after.keys()].sort()).toEqual([...before.keys()].sort());
    for (const [file, { hash, changedAt }] of before) {
      expect({ file, hash: after.get(file)?.hash }).toEqual({ file, hash });
      // Captions cost nothing and are written each time.
      if (!isCaptions(file))
        expect({ file, changedAt: after.get(file)?.changedAt }).toEqual({ file, changedAt });
    }
  });

  it('looks as the composition of today draws it under the same name', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'storyshort-older-data-'));
    try {
      const renderer = await openSharedRenderer();
      // Encoded otherwise, but the same look.
      expect(renderer.version.startsWith(`${VERSION}-`)).toBe(true);
      for (const video of videos) {
        const props = segmentPropsOf(video, 0, (key) => pathToFileURL(test.storage.pathOf(key)).href);
        if (!props) throw new Error('The scene has no assets.');
        const drawn = join(folder, `${video.id}.ts`);
        await renderer.renderSegment(props, drawn, () => {}, never);
        const stored = test.storage.pathOf(video.scenes[0]?.segmentKey ?? '');
        const frames = sceneFrames(props.scene.durationMs);
        // While title and first words come, and on the camera's way. Later, and in the fade at the end, what two
        // encodings of the same frame are apart has grown to as much as a small change of the look.
        for (const frame of [6, Math.floor(frames / 2)]) {
          const [now, then] = await Promise.all([
            framePixels(drawn, frame, join(folder, 'now.png')),
            framePixels(stored, frame, join(folder, 'then.png')),
          ]);
          // Colours have become a little stronger since then, as they are meant to be: what is where shows in brightness.
          const { mean, share } = differences(brightness(now), brightness(then));
          // Painted and encoded otherwise than they were, frames are 2.5 steps apart at most, being a step lighter; a zoom
          // that is 2% stronger makes it 6.
          expect(mean, `frame ${frame} of ${video.title}`).toBeLessThan(3);
          expect(share).toBeLessThan(0.01);
        }
      }
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

/** Of each pixel, by ITU-R BT.709. */
function brightness(rgb: Uint8Array): Uint8Array {
  return Uint8Array.from({ length: rgb.length / 3 }, (_, pixel) => {
    const [red = 0, green = 0, blue = 0] = rgb.subarray(3 * pixel, 3 * pixel + 3);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  });
}
