import { join } from 'node:path';
import type { Renderer } from '#jobs/ports/renderer.ts';
import { locateBrowser, openRenderBrowser } from './browser/browser.server';
import { canPaint, canvasPainter } from './canvas/canvas-painter.server';
import { encodeSound } from './ffmpeg/encode-sound.server';
import { joinFilm } from './ffmpeg/mux.server';
import { makePoster } from './ffmpeg/poster.server';
import type { LambdaPlace } from './lambda/lambda-place';
import { ensureBundle } from './painters/bundle.server';
import type { Painter } from './painters/painter';
import { rendererVersion } from './painters/renderer-version';
import { screenshotPainter } from './painters/screenshot-painter.server';
import { renderSegment } from './painters/segments.server';

/** `auto` is the canvas where this platform has one, and screenshots where it has none. */
export type RenderEngine = 'auto' | Painter['name'];

interface RendererOptions {
  /** A browser for screenshots; null to find one. */
  executable: string | null;
  /** Folder for the unpacked browser and the bundle, which screenshots need. */
  cacheDir: string;
  /** Cores that may be kept busy. */
  concurrency: number;
  engine: RenderEngine;
  /** Where on AWS Lambda is drawn; needed for `lambda` alone. */
  lambda?: LambdaPlace | null;
  /** Whether it is ready before anything is asked of it; absent for no. */
  isReady?: boolean;
}

/**
 * Opens the film's painter.
 * @throws StoryError for screenshots: when no browser can be had, or when the composition does not compile.
 */
export async function openRenderer(options: RendererOptions): Promise<Renderer> {
  const painter = await openPainter(options);
  return {
    version: rendererVersion(painter.name),
    readsFiles: painter.readsFiles,
    isElsewhere: painter.name === 'lambda',
    renderSegment: async (props, outFile, onFrames, signal, care, orders) => {
      await renderSegment({ painter, props, outFile, onFrames, signal, care, orders });
    },
    encodeSound: (wav, frames, outFile, signal) => encodeSound({ wav, frames, outFile, signal }),
    joinFilm: async (segments, sound, outFile, signal) => {
      await joinFilm({ segments, sound, outFile, signal });
    },
    makePoster: (film, outFile, moments, signal) => makePoster({ source: film, outFile, moments, signal }),
    close: () => painter.close(),
  };
}

async function openPainter(options: RendererOptions): Promise<Painter> {
  const { engine, lambda, concurrency, isReady = false } = options;
  if (engine === 'lambda') {
    if (!lambda) throw new Error('Nobody says where on AWS Lambda is drawn.');
    return openLambda(lambda);
  }
  const isCanvas = engine === 'canvas' || (engine === 'auto' && (await canPaint()));
  return isCanvas ? canvasPainter({ concurrency, isReady }) : openScreenshots(options);
}

/** Remotion's client brings all of Amazon's SDK: it is loaded where it is asked for. */
async function openLambda(place: LambdaPlace): Promise<Painter> {
  const { lambdaPainter } = await import('./lambda/lambda-painter.server');
  return lambdaPainter({ place });
}

/** Finds or unpacks a browser, and bundles the composition unless that was done. */
async function openScreenshots({ executable, cacheDir, concurrency }: RendererOptions): Promise<Painter> {
  const browserDir = join(cacheDir, 'browser');
  const found = await locateBrowser({ executable, cacheDir: browserDir });
  const browser = await openRenderBrowser({ executable: found, cacheDir: browserDir });
  const { serveUrl } = await ensureBundle({ outDir: join(cacheDir, 'bundle') });
  return screenshotPainter({ serveUrl, browser, concurrency });
}
