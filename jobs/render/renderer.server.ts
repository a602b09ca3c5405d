import { join } from 'node:path';
import type { Renderer } from '#jobs/ports/renderer.ts';
import { locateBrowser, openRenderBrowser, type RenderBrowser } from './browser/browser.server';
import { encodeSound } from './ffmpeg/encode-sound.server';
import { joinFilm } from './ffmpeg/mux.server';
import { makePoster } from './ffmpeg/poster.server';
import { type CompositionBundle, ensureBundle } from './painters/bundle.server';
import { canvasPainter } from './painters/canvas-painter.server';
import type { Painter } from './painters/painter';
import { rendererVersion } from './painters/renderer-version';
import { screenshotPainter } from './painters/screenshot-painter.server';
import { renderSegment } from './painters/segments.server';

/** `auto` is the canvas where the browser can encode H.264, and screenshots where it cannot. */
export type RenderEngine = 'auto' | Painter['name'];

/**
 * Opens the film's painter: finds or unpacks a browser, bundles the composition unless that was done, and
 * chooses between the two ways of drawing.
 * @throws StoryError when no browser can be had, or when the composition does not compile.
 */
export async function openRenderer(options: {
  executable: string | null;
  /** Folder for the unpacked browser and the bundle. */
  cacheDir: string;
  /** Browser tabs that draw at once. */
  concurrency: number;
  engine: RenderEngine;
}): Promise<Renderer> {
  const { executable, cacheDir, concurrency, engine } = options;
  const browserDir = join(cacheDir, 'browser');
  const found = await locateBrowser({ executable, cacheDir: browserDir });
  const browser = await openRenderBrowser({ executable: found, cacheDir: browserDir });
  const bundleFor = (painter: Painter['name']) => ensureBundle({ outDir: join(cacheDir, 'bundle'), painter });
  const painter = await choosePainter(engine, { browser, concurrency }, bundleFor);
  return {
    version: rendererVersion(painter.name),
    renderSegment: async (props, outFile, onFrames, signal) => {
      await renderSegment({ painter, props, outFile, onFrames, signal });
    },
    encodeSound: (wav, frames, outFile, signal) => encodeSound({ wav, frames, outFile, signal }),
    joinFilm: async (segments, sound, outFile, signal) => {
      await joinFilm({ segments, sound, outFile, signal });
    },
    makePoster: (film, outFile, moments, signal) => makePoster({ source: film, outFile, moments, signal }),
    close: () => painter.close(),
  };
}

async function choosePainter(
  engine: RenderEngine,
  settings: { browser: RenderBrowser; concurrency: number },
  bundleFor: (painter: Painter['name']) => Promise<CompositionBundle>,
): Promise<Painter> {
  if (engine !== 'screenshots') {
    const { serveUrl } = await bundleFor('canvas');
    const painter = canvasPainter({ serveUrl, ...settings });
    if (engine === 'canvas' || (await painter.canPaint())) return painter;
    await painter.close();
  }
  const { serveUrl } = await bundleFor('screenshots');
  return screenshotPainter({ serveUrl, ...settings });
}
