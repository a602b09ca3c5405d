/** Draws frames on a canvas in the browser and encodes them there: several times as fast as screenshots. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { RenderBrowser } from '#jobs/render/browser/browser.server.ts';
import { type StartBrowser, withBrowser } from '#jobs/render/browser/browser-session.server.ts';
import { startAssetServer } from '#jobs/storage/asset-server.server.ts';
// Declares what the page offers.
import type {} from './canvas-page/canvas-page';
import { pieceRanges } from './frame-pieces';
import type { Painter, PaintRequest } from './painter';

export interface CanvasSettings {
  /** Folder of the bundle, from `ensureBundle`. */
  serveUrl: string;
  /** From `openRenderBrowser`. */
  browser: RenderBrowser;
  /** Browser tabs that draw at the same time, each its own part of the frames; the machine's cores at most. */
  concurrency: number;
}

/** Corrects what the encoder writes of the colours: the page has brought them into a film's range. */
const VIDEO_RANGE =
  'h264_metadata=video_full_range_flag=0:colour_primaries=1:transfer_characteristics=1:matrix_coefficients=1';

/** Paints through Remotion's web renderer. */
export function canvasPainter(settings: CanvasSettings): Painter {
  return {
    name: 'canvas',
    bitstreamFilter: VIDEO_RANGE,
    paint: (request) => paint(settings, request),
  };
}

/** Whether a browser can draw and encode this way. */
export async function canPaintOnCanvas({
  serveUrl,
  browser,
}: Omit<CanvasSettings, 'concurrency'>): Promise<boolean> {
  const server = await startAssetServer(serveUrl);
  try {
    return await withBrowser(
      browser,
      startBrowser(browser),
      async ({ instance }) => {
        const page = await openCanvasPage(instance, server.urlOf('index.html'), () => undefined);
        return page.evaluate(() => window.storyshort.canDraw());
      },
      () => undefined,
    );
  } finally {
    await server.close();
  }
}

async function paint(
  { serveUrl, browser, concurrency }: CanvasSettings,
  { props, frames, folder, onFrames, signal }: PaintRequest,
): Promise<string[]> {
  const server = await startAssetServer(serveUrl);
  try {
    return await withBrowser(
      browser,
      startBrowser(browser),
      async ({ instance, progressed }) => {
        const stop = () => void instance.close();
        signal.addEventListener('abort', stop, { once: true });
        try {
          const ranges = pieceRanges(frames, concurrency);
          const done = ranges.map(() => 0);
          return await Promise.all(
            ranges.map(async ([first, last], at) => {
              const page = await openCanvasPage(instance, server.urlOf('index.html'), (count) => {
                progressed();
                done[at] = count;
                onFrames(done.reduce((sum, each) => sum + each, 0));
              });
              const film = await page.evaluate(
                ([segment, from, to]) => window.storyshort.draw(segment, from, to),
                [props, first, last] as const,
              );
              const file = path.join(folder, `piece-${at}.mp4`);
              await writeFile(file, Buffer.from(film, 'base64'));
              return file;
            }),
          );
        } finally {
          signal.removeEventListener('abort', stop);
        }
      },
      () => undefined,
    );
  } finally {
    await server.close();
  }
}

/** A tab with the bundle; in a context of its own, it has a process of its own, and so a core. */
async function openCanvasPage(
  browser: Browser,
  url: string,
  onFrames: (done: number) => void,
): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.exposeFunction('storyshortFrames', onFrames);
  await page.goto(url);
  await page.waitForFunction(() => 'storyshort' in window);
  return page;
}

const startBrowser =
  ({ executable }: RenderBrowser): StartBrowser<Browser> =>
  async (mark) => {
    const browser = await chromium.launch({
      executablePath: executable,
      // Whether a signal ends this process is the worker's to say.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      args: [
        `--user-agent=${mark}`,
        // As Remotion does: nothing but our own bundle is loaded.
        '--no-sandbox',
        // Frames go to the encoder from main memory: what a graphics card drew would have to be read back.
        '--disable-gpu',
        '--disable-background-networking',
        // All that a film needs is on this machine.
        '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
      ],
    });
    return {
      instance: browser,
      onLost: (lost) => browser.on('disconnected', lost),
      close: () => void browser.close().catch(() => undefined),
    };
  };
