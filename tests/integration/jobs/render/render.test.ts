import { readdirSync, statSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canPaint } from '#jobs/render/canvas/canvas-painter.server.ts';
import { encodeSound } from '#jobs/render/ffmpeg/encode-sound.server.ts';
import { joinFilm } from '#jobs/render/ffmpeg/mux.server.ts';
import { makePoster } from '#jobs/render/ffmpeg/poster.server.ts';
import { probe, validateSegment } from '#jobs/render/ffmpeg/probe.server.ts';
import { ensureBundle } from '#jobs/render/painters/bundle.server.ts';
import { CAPTION_STYLES } from '#remotion/contract/story-props.ts';
import { segmentProps } from '#remotion/contract/story-segments.ts';
import { framesToMs } from '#remotion/contract/timing.ts';
import { differences, framePixels } from '#tests/support/media/frames.ts';
import { BUNDLES, openRenderHouse, PAINTERS, type RenderHouse } from './render-house';
import { silentWave } from './render-wave';

let house: RenderHouse;
beforeAll(async () => {
  house = await openRenderHouse('9:16');
});
afterAll(() => house.close());

describe.each(PAINTERS)('a film from two segments by %s', (name) => {
  it('has exactly the frames and the sound that went in, and plays everywhere', async () => {
    const segments = [0, 1].map((index) => path.join(house.folder, `it's ${name} ${index}.ts`));
    const told: number[] = [];
    const first = await house.render(name, segmentProps(house.story, 0), segments[0] ?? '', {
      onFrames: (done, total) => {
        expect(total).toBe(13);
        told.push(done);
      },
    });
    const second = await house.render(name, segmentProps(house.story, 1), segments[1] ?? '');
    expect([first.frames, second.frames]).toEqual([13, 9]);
    expect(told.at(-1)).toBe(13);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    await validateSegment(segments[0] ?? '', { width: 1080, height: 1920, frames: 13 });

    const wav = path.join(house.folder, 'sound.wav');
    // A little too short: it is filled up, so that sound and picture end together.
    await writeFile(wav, silentWave({ samples: 22 * 1600 - 700, channels: 2 }));
    const film = path.join(house.folder, 'film.mp4');
    const sound = path.join(house.folder, 'sound.mp4');
    await encodeSound({ wav, frames: 22, outFile: sound });
    const rendered = [
      { file: segments[0] ?? '', frames: 13 },
      { file: segments[1] ?? '', frames: 9 },
    ];
    expect(await joinFilm({ segments: rendered, sound, outFile: film })).toEqual({ frames: 22 });

    const { video, audio, durationMs } = await probe(film);
    expect(video).toMatchObject({
      codec: 'h264',
      profile: 'High',
      pixelFormat: 'yuv420p',
      color: { space: 'bt709', primaries: 'bt709', transfer: 'bt709', range: 'tv' },
      width: 1080,
      height: 1920,
      framesPerSecond: 30,
      frames: 22,
    });
    expect(audio).toMatchObject({ codec: 'aac', sampleRate: 48_000, channels: 2 });
    expect(Math.abs((audio?.durationMs ?? 0) - framesToMs(22))).toBeLessThan(1);
    expect(Math.abs(durationMs - framesToMs(22))).toBeLessThan(1);
    const bytes = await readFile(film);
    expect(bytes.indexOf('moov')).toBeLessThan(bytes.indexOf('mdat'));

    const poster = path.join(house.folder, 'poster.jpg');
    await makePoster({ source: film, outFile: poster, moments: [100, 400, 650, 99_000] });
    expect(await sharp(poster).metadata()).toMatchObject({ format: 'jpeg', width: 540, height: 960 });
    expect(readdirSync(house.folder).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('refuses a segment that is cut short', async () => {
    const whole = path.join(house.folder, `it's ${name} 0.ts`);
    const cut = path.join(house.folder, 'cut.ts');
    await writeFile(cut, (await readFile(whole)).subarray(0, statSync(whole).size / 2));
    const wanted = { width: 1080, height: 1920, frames: 13 };
    await expect(validateSegment(cut, wanted)).rejects.toMatchObject({
      code: 'segment_invalid',
      retryable: true,
    });
    await writeFile(cut, '');
    await expect(validateSegment(cut, wanted)).rejects.toMatchObject({ code: 'segment_invalid' });
  });
});

describe('the two painters', () => {
  it('can both be used here', async () => {
    expect(await canPaint()).toBe(true);
  });

  it.each(CAPTION_STYLES)(
    'draw alike in %s: the same colours and the same letters in the same place',
    async (captionStyle) => {
      const props = segmentProps(house.story, 0);
      const words = [{ text: 'Ünlike — לא', startMs: 0, endMs: 900 }];
      const scene = { ...props.scene, words };
      const [canvas, screenshot] = await Promise.all(
        PAINTERS.map(async (name) => {
          const file = path.join(house.folder, `alike-${name}-${captionStyle}.ts`);
          await house.render(name, { ...props, captionStyle, scene }, file);
          // The sixth frame, in which title and captions are still coming.
          return framePixels(file, 5);
        }),
      );
      const apart = differences(canvas as Uint8Array, screenshot as Uint8Array);
      expect(apart.mean).toBeLessThan(2.5);
      expect(apart.share).toBeLessThan(0.01);
    },
  );
});

describe('ensureBundle', () => {
  it('is the same bundle when nothing changed', async () => {
    const before = statSync(path.join(house.bundle.serveUrl, 'index.html')).mtimeMs;
    const again = await ensureBundle({ outDir: BUNDLES });
    expect(again).toEqual(house.bundle);
    expect(statSync(path.join(house.bundle.serveUrl, 'index.html')).mtimeMs).toBe(before);
  });
});
