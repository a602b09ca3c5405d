import { join } from 'node:path';
import type { Renderer } from '../studio';
import { locateBrowser, openRenderBrowser, type RenderBrowser } from './browser.server';
import { type CompositionBundle, ensureBundle } from './bundle.server';
import { canPaintOnCanvas, canvasPainter } from './canvas-painter.server';
import { joinFilm, makePoster } from './mux.server';
import type { Painter } from './painter';
import { screenshotPainter } from './screenshot-painter.server';
import { renderSegment } from './segments.server';

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
  const { painter, version } = await choosePainter(engine, { browser, concurrency }, bundleFor);
  return {
    version,
    renderSegment: async (props, outFile, onFrames, signal) => {
      await renderSegment({ painter, props, outFile, onFrames, signal });
    },
    joinFilm: async (segments, wav, outFile, signal) => {
      await joinFilm({ segments, wav, outFile, signal });
    },
    makePoster: (film, outFile, signal) => makePoster({ source: film, outFile, signal }),
  };
}

async function choosePainter(
  engine: RenderEngine,
  settings: { browser: RenderBrowser; concurrency: number },
  bundleFor: (painter: Painter['name']) => Promise<CompositionBundle>,
): Promise<{ painter: Painter; version: string }> {
  if (engine !== 'screenshots') {
    const { serveUrl, version } = await bundleFor('canvas');
    const isAble = engine === 'canvas' || (await canPaintOnCanvas({ serveUrl, ...settings }));
    if (isAble) return { painter: canvasPainter({ serveUrl, ...settings }), version };
  }
  const { serveUrl, version } = await bundleFor('screenshots');
  return { painter: screenshotPainter({ serveUrl, ...settings }), version };
}
