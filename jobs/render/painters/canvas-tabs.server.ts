/** The browser's tabs that draw on a canvas; each stays open, with its fonts and its script, for the next drawing. */
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import type { RenderBrowser } from '#jobs/render/browser/browser.server.ts';
import type { StartBrowser } from '#jobs/render/browser/browser-session.server.ts';
import { startAssetServer } from '#jobs/storage/asset-server.server.ts';
import type { SegmentProps } from '#remotion/contract/story-props.ts';
// Declares what the page offers.
import type {} from './canvas-page/canvas-page';

/** Frames of a segment for one tab: those from `first` to `last`, both included. */
export interface Drawing {
  props: SegmentProps;
  first: number;
  last: number;
  /** Told how many of them are drawn and encoded by now. */
  onFrames(done: number): void;
}

export interface CanvasTabs {
  /** Whether the browser can draw and encode this way: some builds come without an H.264 encoder. */
  canDraw(): Promise<boolean>;
  /**
   * Draws in a tab that is free, or in a new one. A tab in which a drawing failed, or whose drawing was
   * aborted, is closed.
   * @returns the frames as an MP4
   */
  draw(drawing: Drawing, signal: AbortSignal): Promise<Buffer>;
}

interface Tab {
  page: Page;
  context: BrowserContext;
  onFrames(done: number): void;
}

/** Starts a browser whose tabs load the bundle at `serveUrl`, a folder. */
export const startCanvasTabs =
  ({ executable }: RenderBrowser, serveUrl: string): StartBrowser<CanvasTabs> =>
  async (mark) => {
    const server = await startAssetServer(serveUrl);
    try {
      const browser = await launch(executable, mark);
      return {
        instance: canvasTabs(browser, server.urlOf('index.html')),
        onLost: (lost) => browser.on('disconnected', lost),
        close: () => {
          void browser.close().catch(() => undefined);
          void server.close();
        },
      };
    } catch (thrown) {
      await server.close();
      throw thrown;
    }
  };

function launch(executable: string, mark: string): Promise<Browser> {
  return chromium.launch({
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
}

function canvasTabs(browser: Browser, url: string): CanvasTabs {
  const free: Tab[] = [];
  const inTab = async <T>(work: (tab: Tab) => Promise<T>): Promise<T> => {
    const tab = free.pop() ?? (await openTab(browser, url));
    try {
      const result = await work(tab);
      free.push(tab);
      return result;
    } catch (thrown) {
      await tab.context.close().catch(() => undefined);
      throw thrown;
    }
  };
  return {
    canDraw: () => inTab(({ page }) => page.evaluate(() => window.storyshort.canDraw())),
    draw: ({ props, first, last, onFrames }, signal) =>
      inTab(async (tab) => {
        signal.throwIfAborted();
        const stop = () => void tab.context.close().catch(() => undefined);
        signal.addEventListener('abort', stop, { once: true });
        tab.onFrames = onFrames;
        try {
          const film = await tab.page.evaluate(
            ([segment, from, to]) => window.storyshort.draw(segment, from, to),
            [props, first, last] as const,
          );
          return Buffer.from(film, 'base64');
        } finally {
          signal.removeEventListener('abort', stop);
        }
      }),
  };
}

/** Opens a tab with the bundle; in a context of its own, it has a process of its own, and so a core. */
async function openTab(browser: Browser, url: string): Promise<Tab> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const tab: Tab = { page, context, onFrames: () => undefined };
  await page.exposeFunction('storyshortFrames', (done: number) => tab.onFrames(done));
  await page.goto(url);
  await page.waitForFunction(() => 'storyshort' in window);
  return tab;
}
