/** Whether films can be drawn and encoded. Pure. */
import type { Env } from '#jobs/env.server.ts';
import { type Finding, fault, note, ok } from './finding';

/** A browser that was looked for: its path, or why there is none, and what mends it. */
export type BrowserSight = { path: string } | { path: null; why: string; mend: string };

export interface DrawingSight {
  platform: string;
  hasCanvas: boolean;
  /** As it tells itself; null where it does not run, then `ffmpegWhy`. */
  ffmpegVersion: string | null;
  ffmpegWhy: string;
  /** Null where no browser is needed. */
  browser: BrowserSight | null;
  fontFiles: number;
  /** Scripts of writing whose fonts are not installed. */
  missingFonts: readonly string[];
}

/** Whether screenshots draw, by what is set and what there is. */
export function needsBrowser({ RENDER_ENGINE }: Pick<Env, 'RENDER_ENGINE'>, hasCanvas: boolean): boolean {
  return RENDER_ENGINE === 'screenshots' || (RENDER_ENGINE === 'auto' && !hasCanvas);
}

const AGAIN = 'npm ci';

export function judgeDrawing(env: Pick<Env, 'RENDER_ENGINE'>, sight: DrawingSight): Finding[] {
  const { platform, ffmpegVersion, ffmpegWhy, browser } = sight;
  return [
    // Elsewhere nobody asks for it.
    ...(env.RENDER_ENGINE === 'lambda' ? [] : [judgeCanvas(env, sight)]),
    ...(browser ? [judgeBrowser(browser)] : []),
    ffmpegVersion
      ? ok('encoder', `ffmpeg ${ffmpegVersion} runs.`)
      : fault('encoder', `The encoder that comes along does not run on ${platform}: ${ffmpegWhy}`, AGAIN),
    judgeFonts(sight),
  ];
}

function judgeCanvas(
  { RENDER_ENGINE }: Pick<Env, 'RENDER_ENGINE'>,
  { platform, hasCanvas }: DrawingSight,
): Finding {
  if (hasCanvas) return ok('canvas', `There is a canvas for ${platform}.`);
  return RENDER_ENGINE === 'canvas'
    ? fault(
        'canvas',
        `There is no canvas for ${platform}, and RENDER_ENGINE asks for it.`,
        `${AGAIN}, or set RENDER_ENGINE=screenshots`,
      )
    : note(
        'canvas',
        `There is no canvas for ${platform}: films are drawn by a browser, several times as slowly.`,
        AGAIN,
      );
}

function judgeBrowser(browser: BrowserSight): Finding {
  if (browser.path !== null) return ok('browser', `${browser.path} starts.`);
  return fault('browser', browser.why, browser.mend);
}

function judgeFonts({ fontFiles, missingFonts }: DrawingSight): Finding {
  if (fontFiles === 0)
    return fault(
      'fonts',
      'The film’s fonts are not there.',
      'get the repository’s folder public/fonts again',
    );
  if (missingFonts.length === 0) return ok('fonts', `${fontFiles} files.`);
  return note(
    'fonts',
    `Films in ${missingFonts.join(', ')} cannot be made: their fonts are not installed.`,
    AGAIN,
  );
}
