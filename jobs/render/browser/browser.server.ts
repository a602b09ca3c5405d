/** Finds the browser that draws the frames, and clears away one that a killed process left behind. */
import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { type ChromeMode, ensureBrowser } from '@remotion/renderer';
import { StoryError } from '#jobs/story/film/fault.ts';
import { installCommand, missingLibraries } from './browser-libraries';
import { unpackChromium } from './bundled-chromium.server';
import { browserMark, killOrphanedBrowsers } from './orphans.server';

const run = promisify(execFile);

/** How long a browser may take to say its version, ms: long on a cold disk. */
const VERSION_TIMEOUT_MS = 30_000;

const NAMES_ON_PATH = [
  'chromium-headless-shell',
  'chrome-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
];
const USUAL_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * Finds a browser that starts on this machine: the one that is named, else the bundled Chromium (unpacked
 * into `cacheDir` once), else one that is installed, else the one that Remotion downloads.
 *
 * @returns the absolute path of an executable
 * @throws StoryError `browser_not_found`, `browser_libraries_missing` or `browser_unusable`; waiting mends
 *   none of them
 */
export async function locateBrowser(options: {
  executable: string | null;
  cacheDir: string;
}): Promise<string> {
  const found = await findBrowser(options);
  if (typeof found === 'string') return found;
  return downloadedBrowser().catch((thrown: unknown) => {
    throw (
      found ?? notFound('No browser was found to draw the film with, and none could be downloaded.', thrown)
    );
  });
}

/**
 * The same without a download.
 * @returns its path, why the first of those that were found does not start, or null where there is none at all
 * @throws StoryError for one that is named
 */
export async function findBrowser(options: {
  executable: string | null;
  cacheDir: string;
}): Promise<string | StoryError | null> {
  if (options.executable !== null) return namedBrowser(path.resolve(options.executable));
  const bundled = await unpackChromium(options.cacheDir);
  let fault: StoryError | null = null;
  for (const executable of [bundled?.executable, bundled?.launcher, ...(await installedBrowsers())]) {
    if (executable === undefined) continue;
    const reason = await whyUnusable(executable);
    if (reason === null) return executable;
    fault ??= reason;
  }
  return fault;
}

/** How to start the browser of a rendering. */
export interface RenderBrowser {
  executable: string;
  chromeMode: ChromeMode;
  /** Passed to the browser as its user agent: says whose it is, to whoever finds it orphaned. */
  mark: string;
}

/**
 * Makes a browser ready for rendering: clears away those that a process killed earlier has left behind in
 * the name of the same `cacheDir`, and finds out how this one wants to be started.
 *
 * Each segment has a browser process of its own (`withBrowser`), so that no state of it reaches the next.
 */
export async function openRenderBrowser(options: {
  executable: string;
  cacheDir: string;
}): Promise<RenderBrowser> {
  await killOrphanedBrowsers(options.cacheDir);
  return {
    executable: options.executable,
    chromeMode: (await isHeadlessShell(options.executable)) ? 'headless-shell' : 'chrome-for-testing',
    mark: await browserMark(options.cacheDir),
  };
}

async function namedBrowser(executable: string): Promise<string> {
  if (!(await isExecutable(executable))) {
    throw notFound(`The browser “${executable}” does not exist or may not be executed.`);
  }
  const reason = await whyUnusable(executable);
  if (reason) throw reason;
  return executable;
}

async function downloadedBrowser(): Promise<string> {
  const status = await ensureBrowser({
    logLevel: 'error',
    onBrowserDownload: () => ({ onProgress: () => undefined, version: null }),
  });
  if (status.type === 'user-defined-path' || status.type === 'local-puppeteer-browser') return status.path;
  throw new Error(`Remotion has no browser: ${status.type}`);
}

async function installedBrowsers(): Promise<string[]> {
  const found = await Promise.all([...NAMES_ON_PATH.map(onPath), ...USUAL_PLACES.map(ifExecutable)]);
  return found.filter((executable) => executable !== null);
}

async function onPath(name: string): Promise<string | null> {
  if (process.platform === 'win32') return null;
  // The shell looks through PATH, which is not ours to read.
  return run('/bin/sh', ['-c', 'command -v "$1"', 'sh', name]).then(
    ({ stdout }) => stdout.trim() || null,
    () => null,
  );
}

async function ifExecutable(file: string): Promise<string | null> {
  return (await isExecutable(file)) ? file : null;
}

async function isExecutable(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
}

/** Null for a browser that can say its version, which takes all of its libraries. */
async function whyUnusable(executable: string): Promise<StoryError | null> {
  // Chrome on Windows opens a window instead of saying its version.
  if (process.platform === 'win32') return null;
  try {
    await run(executable, ['--version', '--no-sandbox'], { timeout: VERSION_TIMEOUT_MS });
    return null;
  } catch (thrown) {
    const linked = await run('ldd', [executable]).then(
      ({ stdout }) => stdout,
      () => '',
    );
    return unusable(executable, missingLibraries(`${linked}\n${String(thrown)}`), thrown);
  }
}

/** A headless shell draws without a window system; any other Chrome has to be told to. */
async function isHeadlessShell(executable: string): Promise<boolean> {
  if (/headless[-_]shell/iu.test(executable)) return true;
  const folder = path.dirname(executable);
  return /^chromium-\d/u.test(path.basename(folder)) && isExecutable(path.join(folder, 'launch'));
}

function unusable(executable: string, libraries: string[], cause: unknown): StoryError {
  if (libraries.length === 0) {
    return new StoryError(
      {
        code: 'browser_unusable',
        message: `The browser “${executable}” does not start on this machine.`,
        hint: 'Install Chromium or Chrome, or set BROWSER_EXECUTABLE to one that starts.',
        retryable: false,
      },
      { cause },
    );
  }
  const command = installCommand(libraries);
  return new StoryError(
    {
      code: 'browser_libraries_missing',
      message: `The browser “${executable}” lacks the system libraries ${libraries.join(', ')}.`,
      hint: command ? `Run: ${command}` : 'Install the packages that have these libraries, then try again.',
      retryable: false,
    },
    { cause },
  );
}

function notFound(message: string, cause?: unknown): StoryError {
  return new StoryError(
    {
      code: 'browser_not_found',
      message,
      hint: 'Install Chromium or Chrome, or set BROWSER_EXECUTABLE to the path of one.',
      retryable: false,
    },
    { cause },
  );
}
