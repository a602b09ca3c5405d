/** Draws single frames of films by the renderer, and takes pictures of pages, in the browser that draws the films. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { openBrowser, renderStill } from '@remotion/renderer';
import { chromium } from 'playwright-core';
import { locateBrowser, openRenderBrowser } from '#jobs/render/browser/browser.server.ts';
import { onLoopbackOnly } from '#jobs/render/browser/loopback.server.ts';
import { fontFolders } from '#jobs/render/fonts/font-files.server.ts';
import { ensureBundle } from '#jobs/render/painters/bundle.server.ts';
import { segmentComposition } from '#jobs/render/painters/screenshot-painter.server.ts';
import type { SegmentProps } from '#remotion/contract/story-props.ts';
import { ENDING_FRAMES, sceneFrames } from '#remotion/contract/timing.ts';
import { pageFonts } from './page-fonts';

export interface StillStudio {
  /** Where a file of the folder is found while the studio is open. */
  urlOf(name: string): string;
  /** Draws a frame late in a scene, when what it has to show is there, as a JPEG. */
  drawStill(props: SegmentProps, outFile: string): Promise<void>;
  /** Takes a picture of a whole page of the folder, as a PNG of that width, px. */
  shootPage(name: string, width: number, outFile: string): Promise<void>;
  close(): Promise<void>;
}

/** When a scene's still is taken, as a share of its length. */
const LATE = 0.8;
const KINDS: Readonly<Record<string, string>> = { '.html': 'text/html', '.jpg': 'image/jpeg' };

/** @param cacheDir for the unpacked browser and the bundle */
export async function openStillStudio(folder: string, cacheDir: string): Promise<StillStudio> {
  const browserDir = join(cacheDir, 'browser');
  const executable = await locateBrowser({ executable: null, cacheDir: browserDir });
  const { chromeMode } = await openRenderBrowser({ executable, cacheDir: browserDir });
  const { serveUrl } = await ensureBundle({ outDir: join(cacheDir, 'bundle') });
  const server = createServer((request, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*');
    const name =
      decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname)
        .split('/')
        .at(-1) ?? '';
    find(folder, name).then(
      (bytes) => {
        response.setHeader('Content-Type', KINDS[extname(name)] ?? 'application/octet-stream');
        response.end(bytes);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const urlOf = (name: string) => `http://127.0.0.1:${(server.address() as AddressInfo).port}/${name}`;
  const painter = await openBrowser('chrome', {
    browserExecutable: executable,
    chromeMode,
    logLevel: 'error',
  });
  const viewer = await chromium.launch({
    executablePath: executable,
    args: ['--no-sandbox', '--disable-gpu'],
  });
  return {
    urlOf,
    drawStill: async (props, output) => {
      const frames = sceneFrames(props.scene.durationMs);
      await onLoopbackOnly(() =>
        renderStill({
          serveUrl,
          output,
          composition: segmentComposition(props, frames),
          inputProps: { ...props },
          frame: Math.max(0, Math.min(Math.floor(frames * LATE), frames - ENDING_FRAMES - 1)),
          imageFormat: 'jpeg',
          jpegQuality: 82,
          scale: 0.5,
          puppeteerInstance: painter,
          browserExecutable: executable,
          chromeMode,
          logLevel: 'error',
        }),
      );
    },
    shootPage: async (name, width, outFile) => {
      const page = await viewer.newPage({ viewport: { width, height: 800 } });
      await page.goto(urlOf(name));
      await page.addStyleTag({ content: await pageFonts(urlOf) });
      await page.evaluate(() => Promise.all([...document.images].map((image) => image.decode())));
      await page.waitForFunction(() => document.fonts.status === 'loaded');
      // Text keeps the signs that it was first laid out with unless something else of it changes.
      await page.addStyleTag({ content: ':root { letter-spacing: 0.01px; }' });
      await page.screenshot({ path: outFile, fullPage: true });
      await page.close();
    },
    close: async () => {
      await Promise.all([painter.close({ silent: true }), viewer.close()]);
      server.close();
      server.closeAllConnections();
    },
  };
}

/** A file of the folder, or else one of the film's fonts. */
async function find(folder: string, name: string): Promise<Uint8Array> {
  for (const place of [folder, ...fontFolders()]) {
    try {
      return await readFile(join(place, name));
    } catch {
      // It may lie in the next one.
    }
  }
  throw new Error(`There is no file called ${name}.`);
}
