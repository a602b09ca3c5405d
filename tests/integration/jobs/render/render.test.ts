import { existsSync, readdirSync, statSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import net, { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { locateBrowser, openRenderBrowser, type RenderBrowser } from '#jobs/render/browser/browser.server.ts';
import { runningProcesses } from '#jobs/render/browser/process-table.server.ts';
import { joinFilm, makePoster } from '#jobs/render/ffmpeg/mux.server.ts';
import { probe, validateSegment } from '#jobs/render/ffmpeg/probe.server.ts';
import { type CompositionBundle, ensureBundle } from '#jobs/render/painters/bundle.server.ts';
import { canPaintOnCanvas, canvasPainter } from '#jobs/render/painters/canvas-painter.server.ts';
import type { Painter } from '#jobs/render/painters/painter.ts';
import { screenshotPainter } from '#jobs/render/painters/screenshot-painter.server.ts';
import { renderSegment } from '#jobs/render/painters/segments.server.ts';
import {
  CAPTION_STYLES,
  LAYER_LIVES,
  type Layer,
  type SegmentProps,
  type StoryProps,
} from '#remotion/contract/story-props.ts';
import { segmentProps } from '#remotion/contract/story-segments.ts';
import { framesToMs } from '#remotion/contract/timing.ts';
import { differences, framePixels } from '#tests/support/frames.ts';
import { silentWave } from './render-wave';

const MINUTES = 60_000;
/** Kept between runs: the browser takes two seconds to unpack and the bundle one to build. */
const cacheDir = path.join(tmpdir(), 'storyshort-render-tests');

let folder: string;
let pictures: Server;
let bundle: CompositionBundle;
let browser: RenderBrowser;
let story: StoryProps;
/** Both ways of drawing are held to the same. */
const PAINTERS = ['canvas', 'screenshots'] as const;
let painters: Record<(typeof PAINTERS)[number], Painter>;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'render-test-'));
  const picture = await sharp({ create: { width: 108, height: 192, channels: 3, background: '#c04030' } })
    .jpeg()
    .toBuffer();
  pictures = createServer((request, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*');
    const isThere = request.url?.startsWith('/picture.jpg');
    response.statusCode = isThere ? 200 : 404;
    response.end(isThere ? picture : 'nothing here');
  });
  await new Promise<void>((listening) => pictures.listen(0, '127.0.0.1', listening));
  const outDir = path.join(cacheDir, 'bundle');
  bundle = await ensureBundle({ outDir, painter: 'canvas' });
  const screenshots = await ensureBundle({ outDir, painter: 'screenshots' });
  const executable = await locateBrowser({ executable: null, cacheDir });
  browser = await openRenderBrowser({ executable, cacheDir });
  const settings = { browser, concurrency: 2 };
  painters = {
    canvas: canvasPainter({ ...settings, serveUrl: bundle.serveUrl }),
    screenshots: screenshotPainter({ ...settings, serveUrl: screenshots.serveUrl }),
  };
  story = {
    title: 'Test',
    format: '9:16',
    captionStyle: 'pop',
    scenes: [
      {
        shot: { pictureUrl: pictureUrl('picture.jpg'), seed: 1 },
        words: [{ text: 'Hello', startMs: 0, endMs: 400 }],
        durationMs: 401,
        audioUrl: null,
      },
      {
        shot: { pictureUrl: null, seed: 2 },
        words: [{ text: 'world.', startMs: 100, endMs: 300 }],
        durationMs: 300,
        audioUrl: null,
      },
    ],
  };
}, 2 * MINUTES);

afterAll(async () => {
  pictures.close();
  pictures.closeAllConnections();
  await rm(folder, { recursive: true, force: true });
});

const pictureUrl = (name: string) => `http://127.0.0.1:${(pictures.address() as AddressInfo).port}/${name}`;

const render = (
  name: (typeof PAINTERS)[number],
  props: SegmentProps,
  outFile: string,
  options: { signal?: AbortSignal; onFrames?: (done: number, total: number) => void } = {},
) =>
  renderSegment({
    painter: painters[name],
    props,
    outFile,
    onFrames: options.onFrames ?? (() => undefined),
    signal: options.signal ?? new AbortController().signal,
  });

describe.each(PAINTERS)('a film from two segments by %s', (name) => {
  it(
    'has exactly the frames and the sound that went in, and plays everywhere',
    async () => {
      const segments = [0, 1].map((index) => path.join(folder, `it's ${name} ${index}.ts`));
      const told: number[] = [];
      const first = await render(name, segmentProps(story, 0), segments[0] ?? '', {
        onFrames: (done, total) => {
          expect(total).toBe(13);
          told.push(done);
        },
      });
      const second = await render(name, segmentProps(story, 1), segments[1] ?? '');
      expect([first.frames, second.frames]).toEqual([13, 9]);
      expect(told.at(-1)).toBe(13);
      expect(told).toEqual([...told].sort((a, b) => a - b));
      await validateSegment(segments[0] ?? '', { width: 1080, height: 1920, frames: 13 });

      const wav = path.join(folder, 'sound.wav');
      // A little too short: it is filled up, so that sound and picture end together.
      await writeFile(wav, silentWave({ samples: 22 * 1600 - 700, channels: 2 }));
      const film = path.join(folder, 'film.mp4');
      expect(await joinFilm({ segments, wav, outFile: film })).toEqual({ frames: 22 });

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

      const poster = path.join(folder, 'poster.jpg');
      await makePoster({ source: film, outFile: poster });
      expect(await sharp(poster).metadata()).toMatchObject({ format: 'jpeg', width: 540, height: 960 });
      expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
    },
    2 * MINUTES,
  );

  it('refuses a segment that is cut short', async () => {
    const whole = path.join(folder, `it's ${name} 0.ts`);
    const cut = path.join(folder, 'cut.ts');
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
  it('can both be used in the browser that comes along', async () => {
    expect(await canPaintOnCanvas({ serveUrl: bundle.serveUrl, browser })).toBe(true);
  });

  it(
    'draw alike: the same colours and the same letters in the same place',
    async () => {
      const props = segmentProps(story, 0);
      const words = [{ text: 'Ünlike — לא', startMs: 0, endMs: 900 }];
      for (const captionStyle of CAPTION_STYLES) {
        const scene = { ...props.scene, words, durationMs: 700 };
        const [canvas, screenshot] = await Promise.all(
          PAINTERS.map(async (name) => {
            const file = path.join(folder, `alike-${name}-${captionStyle}.ts`);
            await render(name, { ...props, captionStyle, scene }, file);
            // The sixth frame, in which title and captions are still coming.
            return framePixels(file, 5);
          }),
        );
        const apart = differences(canvas as Uint8Array, screenshot as Uint8Array);
        expect(apart.mean).toBeLessThan(2.5);
        expect(apart.share).toBeLessThan(0.01);
      }
    },
    MINUTES,
  );
});

describe('ensureBundle', () => {
  it('is the same bundle when nothing changed', async () => {
    const before = statSync(path.join(bundle.serveUrl, 'index.html')).mtimeMs;
    const again = await ensureBundle({ outDir: path.join(cacheDir, 'bundle'), painter: 'canvas' });
    expect(again).toEqual(bundle);
    expect(statSync(path.join(bundle.serveUrl, 'index.html')).mtimeMs).toBe(before);
  });
});

describe.each(PAINTERS)('renderSegment by %s', (name) => {
  // What Remotion throws it has also written to the console, in part a moment later.
  beforeEach(() => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  });

  it(
    'can be reached from this machine alone',
    async () => {
      const listen = vi.spyOn(net.Server.prototype, 'listen');
      const places = new Set<string>();
      await render(name, segmentProps(story, 1), path.join(folder, 'loopback.ts'), {
        onFrames: () => {
          for (const server of listen.mock.contexts as net.Server[]) {
            const place = server.address();
            if (place && typeof place === 'object') places.add(place.address);
          }
        },
      });
      expect([...places]).toEqual(['127.0.0.1']);
    },
    MINUTES,
  );

  it(
    'stops when its signal is aborted, with the reason, and leaves nothing behind',
    async () => {
      const long = segmentProps(story, 0);
      long.scene = { ...long.scene, durationMs: 20_000 };
      const attempt = new AbortController();
      const reason = new Error('enough');
      const outFile = path.join(folder, 'aborted.ts');
      const listeningForBrowser = () =>
        ['SIGINT', 'SIGTERM', 'SIGHUP', 'exit'].map(
          (name) =>
            process
              .rawListeners(name)
              .filter((listener) => /killProcess|closeProcess|userDataDir|killSet/u.test(String(listener)))
              .length,
        );
      let during: number[] = [];
      const rendering = render(name, long, outFile, {
        signal: attempt.signal,
        onFrames: () => {
          during = listeningForBrowser();
          attempt.abort(reason);
        },
      });
      await expect(rendering).rejects.toBe(reason);
      // What a signal means is the worker's to say; but the browser must end with the process.
      expect(during).toEqual([0, 0, 0, 1]);
      await expect.poll(listeningForBrowser).toEqual([0, 0, 0, 0]);
      expect(existsSync(outFile)).toBe(false);
      expect(readdirSync(folder).filter((name) => name.includes('aborted'))).toEqual([]);
    },
    MINUTES,
  );

  it(
    'goes on with a new browser when the browser is killed, and leaves none behind',
    async () => {
      const killed: number[] = [];
      const ours = async () =>
        (await runningProcesses()).filter(({ command }) => command.includes(browser.mark));
      const longer = segmentProps(story, 0);
      longer.scene = { ...longer.scene, durationMs: 1500 };
      const outFile = path.join(folder, 'crashed.ts');
      let killing: Promise<void> | undefined;
      await render(name, longer, outFile, {
        onFrames: (done) => {
          if (done < 5) return;
          killing ??= ours().then((browsers) => {
            for (const { pid } of browsers) {
              process.kill(pid, 'SIGKILL');
              killed.push(pid);
            }
          });
        },
      });
      await killing;
      expect(killed.length).toBeGreaterThan(0);
      await validateSegment(outFile, { width: 1080, height: 1920, frames: 45 });
      expect(await ours()).toEqual([]);
    },
    MINUTES,
  );

  it(
    'draws every script and layers of a picture from what is on this machine',
    async () => {
      const props = segmentProps(story, 0);
      const texts = ['Лиса', 'αλεπού', 'ثعلب', 'שועל', 'लोमड़ी', 'จิ้งจอก', '狐狸', 'きつね', '여우', '🦊'];
      const words = texts.map((text, at) => ({ text, startMs: at * 10, endMs: at * 10 + 10 }));
      const url = pictureUrl('picture.jpg');
      const layers: Layer[] = LAYER_LIVES.map((life, at) => ({ url: `${url}?${life}`, depth: at / 4, life }));
      props.scene = { ...props.scene, words, durationMs: 200, shot: { ...props.scene.shot, layers } };
      const outFile = path.join(folder, 'scripts.ts');
      expect(await render(name, props, outFile)).toEqual({ frames: 6 });
    },
    MINUTES,
  );

  it(
    'says that a layer of a picture could not be loaded',
    async () => {
      const props = segmentProps(story, 0);
      const layers: Layer[] = [{ url: pictureUrl('gone.webp'), depth: 0, life: 'still' }];
      props.scene = { ...props.scene, shot: { pictureUrl: pictureUrl('picture.jpg'), seed: 1, layers } };
      await expect(render(name, props, path.join(folder, 'gone.ts'))).rejects.toMatchObject({
        code: 'picture_unreadable',
      });
    },
    MINUTES,
  );

  it(
    'says that a picture could not be loaded',
    async () => {
      const props = segmentProps(story, 0);
      props.scene = { ...props.scene, shot: { pictureUrl: pictureUrl('gone.jpg'), seed: 1 } };
      await expect(render(name, props, path.join(folder, 'gone.ts'))).rejects.toMatchObject({
        code: 'picture_unreadable',
        retryable: true,
      });
    },
    MINUTES,
  );
});
