import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Renderer } from '#jobs/ports/renderer.ts';
import { openRenderer } from '#jobs/render/renderer.server.ts';
import { startAssetServer } from '#jobs/storage/asset-server.server.ts';
import type { SegmentProps } from '#remotion/contract/story-props.ts';
import { sceneFrames } from '#remotion/contract/timing.ts';
import { type Figures, rounded } from '#tests/tools/bench/figures.ts';
import { libassLack, makeLibassFilm } from './libass-film';
import { storeScene } from './measured-scene';

/** Each way of making frames in turn, so that a slower moment of the machine meets all of them. */
const ROUNDS = 3;
/** Threads or tabs that paint, and threads that encode. */
const CORES = 2;

/**
 * Frames a second of one scene of five seconds, from its files to its encoded stretch: a picture of ten images with
 * captions, and the same words in a form, each by the canvas and by screenshots, which is Remotion's own
 * `renderMedia` of the same composition; and of ffmpeg with libass where it is installed. The best of three rounds.
 */
export async function measureFrames(): Promise<Figures> {
  const folder = await mkdtemp(join(tmpdir(), 'storyshort-frames-'));
  const server = await startAssetServer(async (name) => join(folder, name));
  const cacheDir = join(folder, 'cache');
  await mkdir(cacheDir);
  const open = (engine: 'canvas' | 'screenshots') =>
    openRenderer({ executable: null, cacheDir, concurrency: CORES, engine });
  try {
    const scene = await storeScene(folder);
    const [canvas, screenshots] = [await open('canvas'), await open('screenshots')];
    const served = scene.served(server.urlOf);
    const by = (renderer: Renderer, props: SegmentProps) => () => render(renderer, props, folder);
    const lack = await libassLack();
    const speeds = await bestSpeeds(sceneFrames(scene.durationMs), {
      canvas: by(canvas, scene.byFile.picture),
      form: by(canvas, scene.byFile.form),
      screenshot: by(screenshots, served.picture),
      formScreenshot: by(screenshots, served.form),
      ...(lack ? {} : { libass: () => makeLibassFilm(scene, CORES, join(folder, 'libass.mp4')) }),
    }).finally(() => Promise.all([canvas.close(), screenshots.close()]));
    return figuresOf(speeds, lack);
  } finally {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function render(renderer: Renderer, props: SegmentProps, folder: string): Promise<void> {
  await renderer.renderSegment(props, join(folder, 'stretch.ts'), () => {}, new AbortController().signal);
}

/** @returns frames a second of each way */
async function bestSpeeds(
  frames: number,
  ways: Readonly<Record<string, () => Promise<void>>>,
): Promise<Map<string, number>> {
  const best = new Map<string, number>();
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [way, make] of Object.entries(ways)) {
      const begun = performance.now();
      await make();
      const speed = (frames * 1000) / (performance.now() - begun);
      best.set(way, Math.max(speed, best.get(way) ?? 0));
    }
  }
  return best;
}

function figuresOf(speeds: ReadonlyMap<string, number>, lack: string | null): Figures {
  const against = (way: string, other: string) =>
    rounded((speeds.get(way) ?? Number.NaN) / (speeds.get(other) ?? Number.NaN));
  return {
    ...Object.fromEntries([...speeds].map(([way, speed]) => [`${way}FramesPerSecond`, rounded(speed)])),
    ...(lack ? { libassFramesPerSecond: lack } : {}),
    canvasAgainstScreenshots: against('canvas', 'screenshot'),
    formAgainstScreenshots: against('form', 'formScreenshot'),
    ...(lack ? {} : { canvasAgainstLibass: against('canvas', 'libass') }),
  };
}
