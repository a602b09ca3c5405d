/** Both painters, with a story and a server of its pictures. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import sharp from 'sharp';
import { locateBrowser, openRenderBrowser, type RenderBrowser } from '#jobs/render/browser/browser.server.ts';
import { canvasPainter } from '#jobs/render/canvas/canvas-painter.server.ts';
import { type CompositionBundle, ensureBundle } from '#jobs/render/painters/bundle.server.ts';
import { screenshotPainter } from '#jobs/render/painters/screenshot-painter.server.ts';
import { renderSegment } from '#jobs/render/painters/segments.server.ts';
import { startAssetServer } from '#jobs/storage/asset-server.server.ts';
import type { FormatName, SegmentProps, StoryProps } from '#remotion/contract/story-props.ts';
import { SHARED_CACHE } from '#tests/support/shared-renderer.ts';

/** Both ways of drawing are held to the same. */
export const PAINTERS = ['canvas', 'screenshots'] as const;
export type PainterName = (typeof PAINTERS)[number];
/** Where the bundles lie. */
export const BUNDLES = path.join(SHARED_CACHE, 'bundle');
export const BROWSERS = path.join(SHARED_CACHE, 'browser');

export interface RenderHouse {
  /** For what is drawn; removed at the end. */
  folder: string;
  /** Two scenes of 13 and 9 frames, the first with a picture, the second without. */
  story: StoryProps;
  browser: RenderBrowser;
  /** The composition's. */
  bundle: CompositionBundle;
  /** Address of a picture; only `picture.jpg` is there, and `disc.webp`, a disc on nothing. */
  pictureUrl(name: string): string;
  render(
    painter: PainterName,
    props: SegmentProps,
    outFile: string,
    options?: { signal?: AbortSignal; onFrames?: (done: number, total: number) => void },
  ): ReturnType<typeof renderSegment>;
  /** Ends what they keep open. */
  closePainters(): Promise<void>;
  close(): Promise<void>;
}

export async function openRenderHouse(format: FormatName): Promise<RenderHouse> {
  const folder = await mkdtemp(path.join(tmpdir(), 'render-test-'));
  const picture = await sharp({ create: { width: 108, height: 192, channels: 3, background: '#c04030' } })
    .jpeg()
    .toBuffer();
  const disc = '<svg width="320" height="240"><circle cx="150" cy="120" r="100" fill="#2f6f4f"/></svg>';
  await writeFile(path.join(folder, 'picture.jpg'), picture);
  await writeFile(path.join(folder, 'disc.webp'), await sharp(Buffer.from(disc)).webp().toBuffer());
  const pictures = await startAssetServer(async (name) => path.join(folder, name));
  const pictureUrl = pictures.urlOf;
  const bundle = await ensureBundle({ outDir: BUNDLES });
  const executable = await locateBrowser({ executable: null, cacheDir: BROWSERS });
  const browser = await openRenderBrowser({ executable, cacheDir: BROWSERS });
  const painters = {
    canvas: canvasPainter({ concurrency: 2 }),
    screenshots: screenshotPainter({ browser, concurrency: 2, serveUrl: bundle.serveUrl }),
  };
  const closePainters = async () => {
    await Promise.all(PAINTERS.map((name) => painters[name].close()));
  };
  return {
    folder,
    story: {
      title: 'Test',
      format,
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
    },
    browser,
    bundle,
    pictureUrl,
    render: (painter, props, outFile, { onFrames = () => undefined, signal } = {}) =>
      renderSegment({
        painter: painters[painter],
        props: painters[painter].readsFiles ? fromFiles(props, pictureUrl(''), folder) : props,
        outFile,
        onFrames,
        signal: signal ?? new AbortController().signal,
      }),
    closePainters,
    close: async () => {
      await closePainters();
      await pictures.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The same, but what is served from a folder is found in it. */
export function fromFiles(props: SegmentProps, served: string, folder: string): SegmentProps {
  return JSON.parse(
    JSON.stringify(props).replaceAll(served, `${pathToFileURL(folder).href}/`),
  ) as SegmentProps;
}
