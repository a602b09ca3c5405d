/**
 * `npm run screenshots`: makes the pictures of `docs/media`: every page at phone and desktop width, in light
 * and dark, six frames of a sample film, and frames of six films of six genres. Takes a StoryShort of its own and leaves nothing else behind.
 */
import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import sharp from 'sharp';
import { ApiClient } from '#bin/client/api-client.ts';
import { watchVideo } from '#bin/client/watch-video.ts';
import { acquireDatabase } from '#bin/database/database.ts';
import { failClearly } from '#bin/host/fail-clearly.ts';
import { LaunchedApp } from '#bin/host/launched-app.ts';
import { ROOT } from '#bin/setup/install.mjs';
import { openDb } from '#jobs/db/client.server.ts';
import { endVideo, findVideo } from '#jobs/db/videos.server.ts';
import { locateBrowser } from '#jobs/render/browser/browser.server.ts';
import { makePoster } from '#jobs/render/ffmpeg/poster.server.ts';
import { SAMPLE_STORIES } from '#jobs/story/order/sample-stories.ts';
import { shootGenres } from './genre-films';

const MEDIA = join(ROOT, 'docs', 'media');
const WIDTHS = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 900 } };
type Look = readonly [width: keyof typeof WIDTHS, scheme: 'light' | 'dark'];
const LOOKS: readonly Look[] = [
  ['phone', 'light'],
  ['phone', 'dark'],
  ['desktop', 'light'],
  ['desktop', 'dark'],
];
/** Of the pages' other languages, one that runs from right to left, and one with letters of its own. */
const LOCALES = ['ar', 'ja'] as const;
const LOOKS_OF_LANGUAGES: readonly Look[] = [
  ['phone', 'light'],
  ['desktop', 'dark'],
];
const FRAMES = 6;

async function main(): Promise<void> {
  await mkdir(MEDIA, { recursive: true });
  const dataDir = await mkdtemp(join(tmpdir(), 'storyshort-media-'));
  const app = await LaunchedApp.launch(dataDir);
  const executablePath = await locateBrowser({
    executable: null,
    cacheDir: join(dataDir, 'cache', 'browser'),
  });
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    await shootAll(app, browser);
  } finally {
    await browser.close();
    await app.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
  process.exit(0);
}

async function shootAll(app: LaunchedApp, browser: Browser): Promise<void> {
  const api = new ApiClient(app.url);
  const shoot = (name: string, path: string, wait: (page: Page) => Promise<unknown>) =>
    shootPage(browser, app.url, { name, path, wait });
  const [first, second, third] = SAMPLE_STORIES;
  if (!first || !second || !third) throw new Error('Three sample stories are needed.');

  const failed = await api.createVideo({ story: third.story, title: third.title }, randomUUID());
  const database = await acquireDatabase({ DATABASE_URL: null, DATA_DIR: app.dataDir });
  const db = openDb(database.url);
  await endVideo(db, failed, 'failed', {
    message: 'Processing failed: the disk is full.',
    error: {
      code: 'disk_full',
      message: 'The disk has no room left for this film.',
      hint: 'Free at least 500 MB, then press Retry: only what is missing is made.',
      // A page of a retryable failure would take it up again by itself.
      retryable: false,
    },
  });

  const done = await api.createVideo({ story: first.story, title: first.title }, randomUUID());
  await watchVideo(api, done, () => {});
  const making = await api.createVideo(
    { story: second.story, title: second.title, style: 'watercolor' },
    randomUUID(),
  );
  const picture = (page: Page) => page.locator('img[src*="/picture-"]').first().waitFor({ timeout: 120_000 });
  await shoot('video-generating', `/video/${making}`, picture);
  await shoot('home', '/', (page) => page.locator('img[src*="/poster-"]').first().waitFor());
  await shoot('create', '/create', (page) => page.getByRole('button', { name: 'Make the film' }).waitFor());
  await shoot('video-failed', `/video/${failed}`, (page) => page.getByText('no room left').first().waitFor());
  await shoot('video-done', `/video/${done}`, (page) => page.locator('video').first().waitFor());

  for (const locale of LOCALES) {
    const inLanguage = { locale, looks: LOOKS_OF_LANGUAGES };
    const isThere = (page: Page) => page.locator(`html[lang=${locale}] main h1`).first().waitFor();
    for (const [name, path] of [
      ['home', '/'],
      ['create', '/create'],
      ['video-done', `/video/${done}`],
    ] as const)
      await shootPage(browser, app.url, { name: `${name}-${locale}`, path, wait: isThere, ...inLanguage });
  }
  await shoot('cutting-room', `/video/${done}`, editSecondScene);

  const video = await findVideo(db, done);
  if (!video?.filmKey || !video.durationMs) throw new Error('The sample film was not made.');
  const film = join(app.dataDir, 'media', video.filmKey);
  await shootFilm(film, video.durationMs);
  await shootGenres(api, db, app.dataDir, join(MEDIA, 'genres.jpg'));
  await db.$disconnect();
  await database.release();
}

/** Opens a scene and changes its words, so that there is something to update. */
async function editSecondScene(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Edit scene 2/ }).click();
  const words = page.getByRole('textbox', { name: 'Words' });
  const written = (await words.inputValue()).replace(/ At last\.$/, '');
  await words.fill(`${written} At last.`);
  await page.getByText('Saved', { exact: true }).waitFor();
  await page.locator('.preview-player img').first().waitFor();
  await page.waitForFunction(() =>
    Array.from(document.querySelectorAll<HTMLImageElement>('.preview-player img')).every(
      ({ complete, naturalWidth }) => complete && naturalWidth > 0,
    ),
  );
}

/** Takes frames spread over a film, each by itself and all side by side. */
async function shootFilm(film: string, durationMs: number): Promise<void> {
  const frames: string[] = [];
  for (let frame = 0; frame < FRAMES; frame += 1) {
    const outFile = join(MEDIA, `film-${frame + 1}.jpg`);
    await makePoster({ source: film, outFile, moments: [((frame + 0.4) / FRAMES) * durationMs] });
    frames.push(outFile);
  }
  const width = 270;
  const tiles = await Promise.all(
    frames.map((file) => sharp(file).resize({ width }).toBuffer({ resolveWithObject: true })),
  );
  const height = Math.min(...tiles.map(({ info }) => info.height));
  await sharp({ create: { width: FRAMES * (width + 8) - 8, height, channels: 3, background: '#ffffff' } })
    .composite(tiles.map(({ data }, index) => ({ input: data, left: index * (width + 8), top: 0 })))
    .jpeg({ quality: 84 })
    .toFile(join(MEDIA, 'frames.jpg'));
}

interface Shot {
  name: string;
  path: string;
  wait: (page: Page) => Promise<unknown>;
  /** The browser's language. */
  locale?: string;
  looks?: readonly Look[];
}

/** Shoots one page in several looks. */
async function shootPage(
  browser: Browser,
  baseURL: string,
  { name, path, wait, locale = 'en-GB', looks = LOOKS }: Shot,
): Promise<void> {
  for (const [width, colorScheme] of looks) {
    const context = await browser.newContext({
      ...{ baseURL, locale, colorScheme, viewport: WIDTHS[width], reducedMotion: 'reduce' },
    });
    const page = await context.newPage();
    await page.goto(path);
    await wait(page);
    await page.waitForLoadState('load');
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    const png = await page.screenshot();
    await sharp(png)
      .webp({ quality: 82 })
      .toFile(join(MEDIA, `${name}-${width}-${colorScheme}.webp`));
    await context.close();
  }
}

main().catch(failClearly);
