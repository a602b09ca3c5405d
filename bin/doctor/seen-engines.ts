/** What draws, encodes and speaks on this machine. Asks nobody beyond it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Env } from '#jobs/env.server.ts';
import { openVoiceShelf, voicesFolder } from '#jobs/providers/sherpa/voice-shelf.server.ts';
import { findEspeak } from '#jobs/providers/system/espeak.server.ts';
import { findFestival } from '#jobs/providers/system/festival.server.ts';
import { findBrowser } from '#jobs/render/browser/browser.server.ts';
import { canPaint } from '#jobs/render/canvas/canvas-painter.server.ts';
import { runFfmpeg } from '#jobs/render/ffmpeg/ffmpeg.server.ts';
import { FONT_PACKAGES, fontFiles, fontFolders } from '#jobs/render/fonts/font-files.server.ts';
import { toFault } from '#jobs/story/film/fault.ts';
import { type BrowserSight, type DrawingSight, needsBrowser } from './judged-drawing';
import type { SpeechSight } from './judged-speech';

export async function seeDrawing(
  env: Pick<Env, 'RENDER_ENGINE' | 'BROWSER_EXECUTABLE'>,
): Promise<DrawingSight> {
  const hasCanvas = await canPaint();
  const [encoder, browser, files] = await Promise.all([
    seeEncoder(),
    needsBrowser(env, hasCanvas) ? seeBrowser(env.BROWSER_EXECUTABLE) : null,
    fontFiles().catch(() => []),
  ]);
  const folders = fontFolders();
  return {
    platform: `${process.platform}-${process.arch}`,
    hasCanvas,
    ...encoder,
    browser,
    fontFiles: files.length,
    missingFonts: FONT_PACKAGES.filter(
      (name) => !folders.some((folder) => folder.includes(join(name, 'files'))),
    ),
  };
}

async function seeEncoder(): Promise<Pick<DrawingSight, 'ffmpegVersion' | 'ffmpegWhy'>> {
  try {
    const said = await runFfmpeg('ffmpeg', ['-version']);
    return { ffmpegVersion: /version (\S+)/.exec(said)?.[1] ?? 'of its own', ffmpegWhy: '' };
  } catch (error) {
    return { ffmpegVersion: null, ffmpegWhy: toFault(error).message };
  }
}

/** The one that comes along is unpacked for it, and taken away again. */
async function seeBrowser(executable: string | null): Promise<BrowserSight> {
  const cacheDir = await mkdtemp(join(tmpdir(), 'storyshort-doctor-'));
  try {
    const found = await findBrowser({ executable, cacheDir });
    if (typeof found === 'string') {
      return { path: found.startsWith(cacheDir) ? 'The Chromium that comes along' : found };
    }
    if (found) return whyNoBrowser(found);
    return {
      path: null,
      why: 'Screenshots need a browser, and there is none; the next start tries to download one.',
      mend: 'install Chromium (sudo apt-get install chromium), or set BROWSER_EXECUTABLE',
    };
  } catch (error) {
    return whyNoBrowser(error);
  } finally {
    await rm(cacheDir, { recursive: true, force: true });
  }
}

function whyNoBrowser(error: unknown): BrowserSight {
  const { message, hint } = toFault(error);
  return { path: null, why: message, mend: hint };
}

export async function seeSpeech(dataDir: string): Promise<SpeechSight> {
  const shelf = openVoiceShelf(voicesFolder(dataDir));
  const [espeak, festival, entries, engine] = await Promise.all([
    findEspeak(),
    findFestival(),
    shelf.entries(),
    shelf.engine(),
  ]);
  return {
    espeak: espeak && { version: espeak.version, languages: espeak.readable.length },
    festivalVoices: festival.length,
    models: entries.map(({ name, why }) => ({ name, why })),
    hasEngine: engine !== null,
  };
}
