import { join } from 'node:path';
import type { Renderer } from '../studio';
import { locateBrowser, openRenderBrowser } from './browser.server';
import { ensureBundle } from './bundle.server';
import { joinFilm, makePoster } from './mux.server';
import { renderSegment } from './segments.server';

/**
 * Opens the screenshot engine: finds or unpacks a browser, and bundles the composition unless that was done.
 * @throws StoryError when no browser can be had, or when the composition does not compile.
 */
export async function openRenderer(options: {
  executable: string | null;
  /** Folder for the unpacked browser and the bundle. */
  cacheDir: string;
  /** Browser tabs that draw at once. */
  concurrency: number;
}): Promise<Renderer> {
  const { executable, cacheDir, concurrency } = options;
  const browserDir = join(cacheDir, 'browser');
  const [browser, bundle] = await Promise.all([
    locateBrowser({ executable, cacheDir: browserDir }).then((found) =>
      openRenderBrowser({ executable: found, cacheDir: browserDir }),
    ),
    ensureBundle({ outDir: join(cacheDir, 'bundle') }),
  ]);
  return {
    version: bundle.version,
    renderSegment: async (props, outFile, onFrames, signal) => {
      await renderSegment({
        serveUrl: bundle.serveUrl,
        browser,
        props,
        outFile,
        onFrames,
        signal,
        concurrency,
      });
    },
    joinFilm: async (segments, wav, outFile, signal) => {
      await joinFilm({ segments, wav, outFile, signal });
    },
    makePoster: (film, outFile, signal) => makePoster({ source: film, outFile, signal }),
  };
}
