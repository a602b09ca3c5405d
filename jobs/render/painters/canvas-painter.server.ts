/** Draws frames on a canvas in the browser and encodes them there: several times as fast as screenshots. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { RenderBrowser } from '#jobs/render/browser/browser.server.ts';
import { openSession } from '#jobs/render/browser/browser-session.server.ts';
import { type KeptBrowser, keepBrowser } from '#jobs/render/browser/kept-browser.server.ts';
import { type CanvasTabs, startCanvasTabs } from './canvas-tabs.server';
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

export interface CanvasPainter extends Painter {
  /** Whether the browser can draw and encode this way. */
  canPaint(): Promise<boolean>;
}

/** Between the scenes of a film, and between films that follow each other, the browser stays open. */
const LIMITS = { idleMs: 60_000, maxUses: 60 };

/** Corrects what the encoder writes of the colours: the page has brought them into a film's range. */
const VIDEO_RANGE =
  'h264_metadata=video_full_range_flag=0:colour_primaries=1:transfer_characteristics=1:matrix_coefficients=1';

/** Paints through Remotion's web renderer. */
export function canvasPainter({ serveUrl, browser, concurrency }: CanvasSettings): CanvasPainter {
  const kept = keepBrowser(() => openSession(browser, startCanvasTabs(browser, serveUrl)), LIMITS);
  return {
    name: 'canvas',
    bitstreamFilter: VIDEO_RANGE,
    canPaint: () => kept.use(({ instance }) => instance.canDraw()),
    paint: (request) => paint(kept, concurrency, request),
    close: () => kept.close(),
  };
}

function paint(
  kept: KeptBrowser<CanvasTabs>,
  concurrency: number,
  { props, frames, folder, onFrames, signal }: PaintRequest,
): Promise<string[]> {
  return kept.use(({ instance: tabs, progressed }) => {
    const ranges = pieceRanges(frames, concurrency);
    const done = ranges.map(() => 0);
    return Promise.all(
      ranges.map(async ([first, last], at) => {
        const onDrawn = (count: number) => {
          progressed();
          done[at] = count;
          onFrames(done.reduce((sum, each) => sum + each, 0));
        };
        const film = await tabs.draw({ props, first, last, onFrames: onDrawn }, signal);
        const file = path.join(folder, `piece-${at}.mp4`);
        await writeFile(file, film);
        return file;
      }),
    );
  });
}
