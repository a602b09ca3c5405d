import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LaunchedApp } from '#bin/host/launched-app.ts';
import { axeFindings, launchBrowser, openPage } from '#tests/support/browser.ts';
import { processesOf } from '#tests/support/processes/our-processes.ts';
import { SHORT_STORY } from '#tests/support/stories.ts';

/** Long enough for a film of a few seconds on a slow machine, ms. */
const FILM_MS = 300_000;
/** Two polls and more: in this time a page that still polls would have asked, ms. */
const QUIET_MS = 7500;

let dataDir: string;
let app: LaunchedApp;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'storyshort-e2e-'));
  app = await LaunchedApp.launch(dataDir);
  browser = await launchBrowser(dataDir);
  // Without motion, so that no check meets a toast that is still fading in.
  context = await browser.newContext({
    baseURL: app.url,
    viewport: { width: 390, height: 844 },
    reducedMotion: 'reduce',
  });
  ({ page, complaints } = await openPage(context));
});

afterAll(async () => {
  await browser?.close();
  await app?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

describe('a person with a story', () => {
  const statuses: string[] = [];
  /** In the order of their coming, each once for each toast. */
  const toasts: string[] = [];
  /** The states that were told of, by the id of their transition. */
  const transitions = new Map<string, string>();
  let statusRequests = 0;

  it('finds the way from the empty home page to the form', async () => {
    page.on('request', (request) => {
      if (request.url().includes('/api/video-status')) statusRequests += 1;
    });
    page.on('response', async (response) => {
      if (!response.url().includes('/api/video-status') || !response.ok()) return;
      const { status, transitions: told } = (await response.json()) as {
        status: string;
        transitions: { id: string; to: string }[];
      };
      if (statuses.at(-1) !== status) statuses.push(status);
      for (const { id, to } of told) transitions.set(id, to);
    });
    await page.goto('/');
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('link', { name: 'Start Creating Video' }).first().click();
    await page.waitForURL('**/create');
    expect(await axeFindings(page)).toEqual([]);
  });

  it('is told what is wrong with an empty story, beside the box', async () => {
    await page.getByRole('button', { name: 'Make the film' }).click();
    const story = page.getByRole('textbox', { name: /story/i });
    await page.locator('#story[aria-invalid="true"], textarea[aria-invalid="true"]').waitFor();
    expect(await story.evaluate((box) => box === document.activeElement)).toBe(true);
  });

  it('sends a story and is at once on its page', async () => {
    await page.getByRole('textbox', { name: /story/i }).fill(SHORT_STORY);
    await page.getByRole('button', { name: 'Make the film' }).click();
    await page.waitForURL(/\/video\/[0-9a-f-]{36}$/);
    await page.locator('aside.banner').waitFor();
    expect(await page.getByRole('progressbar').getAttribute('aria-valuenow')).toMatch(/^\d+$/);
    expect(await page.title()).toMatch(/^\d+% · .+ · StoryShort$/);
    // What a person may want at once is in the first screen, above the banner.
    const cancel = await page.getByRole('button', { name: 'Cancel' }).boundingBox();
    const banner = await page.locator('aside.banner').boundingBox();
    expect((cancel?.y ?? Infinity) + (cancel?.height ?? 0)).toBeLessThan(banner?.y ?? 0);
    await page.exposeFunction('noteToast', (text: string) => toasts.push(text));
    await page.evaluate(() => {
      const noted = new Set<Element>();
      const note = () => {
        // The newest comes first in the page.
        for (const toast of [...document.querySelectorAll('[data-sonner-toast]')].reverse()) {
          if (noted.has(toast)) continue;
          noted.add(toast);
          (window as unknown as { noteToast(text: string): void }).noteToast(toast.textContent ?? '');
        }
      };
      new MutationObserver(note).observe(document.body, { childList: true, subtree: true });
      note();
    });
    expect(await axeFindings(page)).toEqual([]);
  });

  it('sees pictures and voices come, then the film, without doing anything', async () => {
    await page.locator('img[src*="/picture-"]').first().waitFor({ timeout: FILM_MS });
    await page.locator('[data-status="completed"] video').first().waitFor({ timeout: FILM_MS });
    expect(statuses.at(-1)).toBe('completed');
    expect(statuses).toContain('rendering');
    // What the poll saw is a way through the states, never back.
    const order = ['pending', 'script_generated', 'assets_generated', 'rendering', 'completed'];
    expect(statuses).toEqual([...statuses].sort((a, b) => order.indexOf(a) - order.indexOf(b)));
    expect(statusRequests).toBeGreaterThan(1);
    // Every state has its toast, in order and once, however short it lasted.
    expect([...transitions.values()]).toEqual(order);
    const words = [
      'Story received.',
      'Script written',
      'All voices and pictures',
      'Drawing the film',
      'Video ready!',
    ];
    expect(toasts.map((toast) => words.findIndex((word) => toast.includes(word)))).toEqual([0, 1, 2, 3, 4]);
  });

  it('is left in peace when all is done: no poll, no banner', async () => {
    const seen = statusRequests;
    const another = page.waitForRequest((request) => request.url().includes('/api/video-status'), {
      timeout: QUIET_MS,
    });
    await expect(another).rejects.toThrow('Timeout');
    expect(statusRequests).toBe(seen);
    expect(await page.locator('aside.banner').count()).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
  });

  it('plays the film', async () => {
    const played = await page
      .locator('video')
      .first()
      .evaluate(async (video: HTMLVideoElement) => {
        video.muted = true;
        await video.play();
        await new Promise<void>((resolve, reject) => {
          video.addEventListener('timeupdate', () => video.currentTime > 0.5 && resolve());
          video.addEventListener('error', () => reject(new Error(video.error?.message)));
        });
        video.pause();
        return { width: video.videoWidth, height: video.videoHeight, seconds: video.duration };
      });
    expect(played).toMatchObject({ width: 1080, height: 1920 });
    expect(played.seconds).toBeGreaterThan(4);
  });

  it('has its controls below the picture, never on the captions', async () => {
    const box = await page.locator('video').first().boundingBox();
    const { width, height } = box ?? { width: 0, height: 0 };
    expect(height - (width * 16) / 9).toBeGreaterThan(60);
  });

  it('lets one sound be heard at a time', async () => {
    const film = page.locator('video').first();
    const isPaused = () => film.evaluate((video: HTMLVideoElement) => video.paused);
    await film.evaluate((video: HTMLVideoElement) => video.play());
    await page.getByRole('button', { name: 'Play the voice of scene 1' }).click();
    await page.getByRole('button', { name: 'Stop the voice of scene 1' }).waitFor();
    expect(await isPaused()).toBe(true);
    await film.evaluate((video: HTMLVideoElement) => video.play());
    await page.getByRole('button', { name: 'Play the voice of scene 1' }).waitFor();
    expect(await isPaused()).toBe(false);
    await film.evaluate((video: HTMLVideoElement) => video.pause());
  });

  it('downloads film, captions and poster under readable names', async () => {
    for (const name of ['MP4', 'SRT', 'VTT', 'poster']) {
      const link = page.locator('a[href*="download="]', { hasText: new RegExp(name, 'i') }).first();
      const response = await page.request.get((await link.getAttribute('href')) ?? '');
      expect(response.status()).toBe(200);
      expect(response.headers()['content-disposition']).toMatch(/^attachment; filename=/);
      expect((await response.body()).length).toBeGreaterThan(100);
    }
  });

  it('finds the film again after a reload, and on the home page with its poster', async () => {
    await page.reload();
    await page.locator('[data-status="completed"] video').first().waitFor();
    expect(await page.title()).not.toContain('%');
    expect(await page.locator('[data-sonner-toast]').count()).toBe(0);
    await page.goto('/');
    await page.locator('img[src*="/poster-"]').first().waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  it('deletes it after being asked', async () => {
    await page.locator('a[href^="/video/"]').first().click();
    await page.waitForURL(/\/video\//);
    const address = page.url();
    await page.getByRole('link', { name: /Delete video/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('link', { name: 'Keep it' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('link', { name: /Delete video/ }).click();
    await dialog.getByRole('button', { name: 'Delete' }).click();
    await page.waitForURL((url) => url.pathname === '/');
    expect(await page.locator('img[src*="/poster-"]').count()).toBe(0);
    expect((await page.request.get(address)).status()).toBe(404);
  });

  it('never met an error of the page', () => {
    expect(complaints).toEqual([]);
  });
});

describe('the end', () => {
  it('leaves no process behind', async () => {
    await browser.close();
    expect(await app.stop()).toBe(0);
    expect(processesOf(dataDir)).toEqual([]);
  });
});
