/** Both painters of this machine's browser, with a story and a server of its pictures. */
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { locateBrowser, openRenderBrowser, type RenderBrowser } from '#jobs/render/browser/browser.server.ts';
import { type CompositionBundle, ensureBundle } from '#jobs/render/painters/bundle.server.ts';
import { canvasPainter } from '#jobs/render/painters/canvas-painter.server.ts';
import { screenshotPainter } from '#jobs/render/painters/screenshot-painter.server.ts';
import { renderSegment } from '#jobs/render/painters/segments.server.ts';
import type { FormatName, SegmentProps, StoryProps } from '#remotion/contract/story-props.ts';
import { SHARED_CACHE } from '#tests/support/shared-renderer.ts';

/** Both ways of drawing are held to the same. */
export const PAINTERS = ['canvas', 'screenshots'] as const;
export type PainterName = (typeof PAINTERS)[number];
/** Where the bundles lie. */
export const BUNDLES = path.join(SHARED_CACHE, 'bundle');
const BROWSERS = path.join(SHARED_CACHE, 'browser');

export interface RenderHouse {
  /** For what is drawn; removed at the end. */
  folder: string;
  /** Two scenes of 13 and 9 frames, the first with a picture, the second without. */
  story: StoryProps;
  browser: RenderBrowser;
  /** The canvas painter's. */
  bundle: CompositionBundle;
  /** Address of a picture; only `picture.jpg` is there, and `disc.webp`, a disc on nothing. */
  pictureUrl(name: string): string;
  render(
    painter: PainterName,
    props: SegmentProps,
    outFile: string,
    options?: { signal?: AbortSignal; onFrames?: (done: number, total: number) => void },
  ): ReturnType<typeof renderSegment>;
  /** Whether the canvas can be used in this browser. */
  canPaint(): Promise<boolean>;
  /** Ends the browsers that they keep open. */
  closePainters(): Promise<void>;
  close(): Promise<void>;
}

export async function openRenderHouse(format: FormatName): Promise<RenderHouse> {
  const folder = await mkdtemp(path.join(tmpdir(), 'render-test-'));
  const picture = await sharp({ create: { width: 108, height: 192, channels: 3, background: '#c04030' } })
    .jpeg()
    .toBuffer();
  const disc = '<svg width="320" height="240"><circle cx="150" cy="120" r="100" fill="#2f6f4f"/></svg>';
  const files: Record<string, Buffer> = {
    '/picture.jpg': picture,
    '/disc.webp': await sharp(Buffer.from(disc)).webp().toBuffer(),
  };
  const pictures = createServer((request, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*');
    const file = files[request.url?.split('?')[0] ?? ''];
    response.statusCode = file ? 200 : 404;
    response.end(file ?? 'nothing here');
  });
  await new Promise<void>((listening) => pictures.listen(0, '127.0.0.1', listening));
  const pictureUrl = (name: string) => `http://127.0.0.1:${(pictures.address() as AddressInfo).port}/${name}`;
  const bundle = await ensureBundle({ outDir: BUNDLES, painter: 'canvas' });
  const screenshots = await ensureBundle({ outDir: BUNDLES, painter: 'screenshots' });
  const executable = await locateBrowser({ executable: null, cacheDir: BROWSERS });
  const browser = await openRenderBrowser({ executable, cacheDir: BROWSERS });
  const settings = { browser, concurrency: 2 };
  const painters = {
    canvas: canvasPainter({ ...settings, serveUrl: bundle.serveUrl }),
    screenshots: screenshotPainter({ ...settings, serveUrl: screenshots.serveUrl }),
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
        props,
        outFile,
        onFrames,
        signal: signal ?? new AbortController().signal,
      }),
    canPaint: () => painters.canvas.canPaint(),
    closePainters,
    close: async () => {
      await closePainters();
      pictures.close();
      pictures.closeAllConnections();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
