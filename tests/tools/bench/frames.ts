import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Renderer } from '#jobs/ports/renderer.ts';
import { openRenderer } from '#jobs/render/renderer.server.ts';
import { startAssetServer } from '#jobs/storage/asset-server.server.ts';
import { drawLayers } from '#jobs/studio/illustrator/draw-layers.ts';
import type { SegmentProps } from '#remotion/contract/story-props.ts';
import { sceneFrames } from '#remotion/contract/timing.ts';

const PROMPT =
  'A girl with fair skin, long brown hair and a purple jumper, stands by a lighthouse on the coast at sunset. Clear sky, calm mood, middle shot.';
const WORDS = 'In a quiet village by the sea lived a girl who kept the lighthouse'.split(' ');
const DURATION_MS = 5000;
/** Each way of drawing in turn, so that a slower moment of the machine meets all of them. */
const ROUNDS = 3;

/**
 * Frames a second of one scene of five seconds: a picture of ten images by the canvas, the same told in a form of
 * words, and the same picture by screenshots, which is Remotion's own `renderMedia`. The best of three rounds.
 */
export async function measureFrames(): Promise<Record<string, number>> {
  const folder = await mkdtemp(join(tmpdir(), 'storyshort-frames-'));
  const server = await startAssetServer(folder);
  const cacheDir = join(folder, 'cache');
  await mkdir(cacheDir);
  const open = (engine: 'canvas' | 'screenshots') =>
    openRenderer({ executable: null, cacheDir, concurrency: 2, engine });
  try {
    const picture = await pictureScene(folder, server.urlOf);
    const form = formScene(picture);
    const [canvas, screenshots] = [await open('canvas'), await open('screenshots')];
    const ways = {
      canvas: [canvas, picture],
      form: [canvas, form],
      screenshots: [screenshots, picture],
    } as const;
    const best = { canvas: 0, form: 0, screenshots: 0 };
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const way of ['canvas', 'form', 'screenshots'] as const) {
        const [renderer, props] = ways[way];
        best[way] = Math.max(best[way], await speedOf(renderer, props, join(folder, `${way}.ts`)));
      }
    }
    await Promise.all([canvas.close(), screenshots.close()]);
    return {
      canvasFramesPerSecond: round(best.canvas),
      formFramesPerSecond: round(best.form),
      screenshotFramesPerSecond: round(best.screenshots),
      canvasAgainstScreenshots: round(best.canvas / best.screenshots),
    };
  } finally {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function pictureScene(folder: string, urlOf: (key: string) => string): Promise<SegmentProps> {
  const { layers } = await drawLayers({ prompt: PROMPT, style: 'watercolor', format: '9:16', seed: 5 });
  const stored = await Promise.all(
    layers.map(async ({ image, ...layer }, at) => {
      await writeFile(join(folder, `layer-${at}.webp`), image);
      return { ...layer, url: urlOf(`layer-${at}.webp`) };
    }),
  );
  const each = (DURATION_MS - 400) / WORDS.length;
  const words = WORDS.map((text, at) => ({ text, startMs: at * each, endMs: (at + 0.9) * each }));
  return {
    ...{ format: '9:16', captionStyle: 'pop', transition: 'cut' },
    scene: { shot: { pictureUrl: null, seed: 5, layers: stored }, words, durationMs: DURATION_MS },
    ...{ previousShot: null, title: null, isLast: false },
  };
}

function formScene(picture: SegmentProps): SegmentProps {
  const { words, durationMs } = picture.scene;
  const content = { kind: 'words' } as const;
  const form = { content, words, durationMs, style: 'watercolor', temper: 'tender' } as const;
  return { ...picture, scene: { ...picture.scene, shot: { pictureUrl: null, seed: 5, form } } };
}

async function speedOf(renderer: Renderer, props: SegmentProps, outFile: string): Promise<number> {
  const begun = performance.now();
  await renderer.renderSegment(props, outFile, () => {}, new AbortController().signal);
  return (sceneFrames(props.scene.durationMs) * 1000) / (performance.now() - begun);
}

const round = (value: number): number => Math.round(value * 100) / 100;
