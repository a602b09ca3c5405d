import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { locateBrowser, openRenderBrowser } from '#jobs/render/browser/browser.server.ts';
import { canvasPainter } from '#jobs/render/canvas/canvas-painter.server.ts';
import { FFMPEG_CLIPS } from '#jobs/render/ffmpeg/clips.server.ts';
import { runFfmpeg } from '#jobs/render/ffmpeg/ffmpeg.server.ts';
import { probe } from '#jobs/render/ffmpeg/probe.server.ts';
import { ensureBundle } from '#jobs/render/painters/bundle.server.ts';
import type { Painter } from '#jobs/render/painters/painter.ts';
import { screenshotPainter } from '#jobs/render/painters/screenshot-painter.server.ts';
import { renderSegment } from '#jobs/render/painters/segments.server.ts';
import { startAssetServer } from '#jobs/storage/asset-server.server.ts';
import type { SegmentProps, Shot } from '#remotion/contract/story-props.ts';
import { framesToMs } from '#remotion/contract/timing.ts';
import { readFrameNumber, writeClip } from '#tests/support/media/own-media.ts';

import { fromFiles } from './render-house';

const never = new AbortController().signal;
/** Kept between runs, with those of the other tests of rendering. */
const cacheDir = path.join(tmpdir(), 'storyshort-render-tests');
const CLIP_FRAMES = 14;

let folder: string;
let assets: Awaited<ReturnType<typeof startAssetServer>>;
let painters: Record<'canvas' | 'screenshots', Painter>;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'clip-test-'));
  await writeClip(path.join(folder, 'sent.mp4'), { width: 320, height: 320, frames: CLIP_FRAMES });
  await FFMPEG_CLIPS.fitClip(
    {
      source: { file: path.join(folder, 'sent.mp4'), container: 'mov' },
      // All of it is seen.
      ...{ focus: { x: 0.5, y: 0.5 }, width: 1080, height: 1080 },
      outFile: path.join(folder, 'clip.mp4'),
    },
    never,
  );
  await FFMPEG_CLIPS.takeStill(
    { file: path.join(folder, 'clip.mp4'), container: 'mov' },
    path.join(folder, 'clip.jpg'),
    never,
  );
  assets = await startAssetServer(async (name) => path.join(folder, name));
  const outDir = path.join(cacheDir, 'bundle');
  const executable = await locateBrowser({ executable: null, cacheDir });
  const browser = await openRenderBrowser({ executable, cacheDir });
  painters = {
    canvas: canvasPainter({ concurrency: 2 }),
    screenshots: screenshotPainter({ browser, concurrency: 2, ...(await ensureBundle({ outDir })) }),
  };
});
afterAll(async () => {
  await Promise.all(Object.values(painters).map((painter) => painter.close()));
  await assets.close();
  await rm(folder, { recursive: true, force: true });
});

/** The shot of a clip that begins at its fifth frame. */
function shotFrom(playedFrames?: number): Shot {
  return {
    pictureUrl: assets.urlOf('clip.jpg'),
    seed: 1,
    clip: { url: assets.urlOf('clip.mp4'), startMs: framesToMs(5), ...(playedFrames && { playedFrames }) },
  };
}

async function render(painter: Painter, changes: Partial<SegmentProps>, frames: number): Promise<string> {
  const outFile = path.join(folder, `${crypto.randomUUID()}.ts`);
  const props: SegmentProps = {
    ...{ format: '1:1', captionStyle: 'subtle', previousShot: null, title: null, isLast: false },
    scene: { shot: shotFrom(), words: [], durationMs: framesToMs(frames) },
    ...changes,
  };
  await renderSegment({
    painter,
    props: painter.readsFiles ? fromFiles(props, assets.urlOf(''), folder) : props,
    outFile,
    onFrames: () => undefined,
    signal: never,
  });
  return outFile;
}

/** Stills of the frames of a film. */
async function stillsOf(file: string, frames: readonly number[]): Promise<string[]> {
  const stills = path.join(folder, crypto.randomUUID());
  await runFfmpeg('ffmpeg', [
    '-i',
    file,
    '-vf',
    'scale=64:64',
    '-start_number',
    '0',
    '-y',
    `${stills}-%03d.png`,
  ]);
  return frames.map((frame) => `${stills}-${String(frame).padStart(3, '0')}.png`);
}

describe('a clip in a scene', () => {
  it('is made of the film’s size and pace, without sound', async () => {
    const { video, audio } = await probe(path.join(folder, 'clip.mp4'));
    expect(video).toMatchObject({
      ...{ codec: 'h264', pixelFormat: 'yuv420p', width: 1080, height: 1080 },
      ...{ frames: CLIP_FRAMES, framesPerSecond: 30 },
    });
    expect(audio).toBeNull();
  });

  it.each(['canvas', 'screenshots'] as const)(
    'is drawn by the painter of %s frame by frame, and begun anew at its end',
    async (name) => {
      const frames = 20;
      const file = await render(painters[name], {}, frames);
      const numbers = await Promise.all(
        (await stillsOf(file, [...Array(frames).keys()])).map(readFrameNumber),
      );
      expect(numbers).toEqual([...Array(frames).keys()].map((frame) => 5 + (frame % (CLIP_FRAMES - 5))));
    },
  );

  it('goes on into the next scene’s transition from where it was', async () => {
    const still = path.join(folder, 'white.png');
    const grey = { width: 108, height: 108, channels: 3, background: '#808080' } as const;
    await sharp({ create: grey }).toFile(still);
    const props: Partial<SegmentProps> = {
      scene: {
        shot: { pictureUrl: assets.urlOf('white.png'), seed: 1 },
        words: [],
        durationMs: framesToMs(2),
      },
      previousShot: shotFrom(7),
    };
    const [first = ''] = await stillsOf(await render(painters.canvas, props, 2), [0]);
    expect(await readFrameNumber(first)).toBe(12);
  });
});
