import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '#bin/client/api-client.ts';
import { watchVideo } from '#bin/client/watch-video.ts';
import { LaunchedApp } from '#bin/host/launched-app.ts';
import { axeFindings, launchBrowser, openPage } from '#tests/support/browser.ts';
import { englishLeftOn } from '#tests/support/languages/english-left.ts';
import { makeDataDir } from '#tests/support/shared-renderer.ts';

const PHONE = { width: 390, height: 844 };
/** Told in words that no page of another language could be taken for English by. */
const STORY = 'Лиса увидела луну в колодце. Она продала её лягушке.';
const TITLE = 'Luna';
let dataDir: string;
let app: LaunchedApp;
let browser: Browser;
let videoId: string;

beforeAll(async () => {
  dataDir = await makeDataDir('language');
  app = await LaunchedApp.launch(dataDir);
  browser = await launchBrowser(dataDir);
  const api = new ApiClient(app.url);
  const order = { story: STORY, title: TITLE, format: '1:1', voice: 'none' };
  videoId = await api.createVideo(order, randomUUID());
  await watchVideo(api, videoId, () => {});
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await app?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

/** A page as a browser of that language sees it; whatever it complains of fails the test. */
async function visit(
  locale: string,
  look: (page: Page) => Promise<unknown>,
  viewport = PHONE,
): Promise<void> {
  const context = await browser.newContext({ baseURL: app.url, locale, viewport, reducedMotion: 'reduce' });
  try {
    const { page, complaints } = await openPage(context);
    await look(page);
    expect(complaints).toEqual([]);
  } finally {
    await context.close();
  }
}

const chosen = (page: Page) => page.getByRole('contentinfo').getByRole('combobox');

describe('a browser’s language', () => {
  it.each([
    ['de-AT', 'de', 'ltr', 'Zum Inhalt springen'],
    ['ar-EG', 'ar', 'rtl', 'تخطَّ إلى المحتوى'],
    ['pt-PT', 'pt', 'ltr', 'Ir para o conteúdo'],
    ['zh-CN', 'zh', 'ltr', '跳到内容'],
    ['it-IT', 'en', 'ltr', 'Skip to the content'],
  ])('is that of the pages: %s', async (locale, lang, dir, skip) => {
    await visit(locale, async (page) => {
      await page.goto('/', { waitUntil: 'networkidle' });
      const html = page.locator('html');
      expect([await html.getAttribute('lang'), await html.getAttribute('dir')]).toEqual([lang, dir]);
      expect(await page.locator('.skip-link').textContent()).toContain(skip);
    });
  });
});

describe.each(['ar', 'ja', 'zh'])('every page in %s', (locale) => {
  it.each([
    ['the library', '/'],
    ['the form', '/create'],
    ['batches', '/batches'],
    ['bringing a project', '/import'],
    ['settings', '/settings'],
    ['webhooks', '/webhooks'],
    ['publishing', '/publishing'],
  ])('leaves no English: %s', async (_, path) => {
    await visit(locale, async (page) => {
      await page.goto(path, { waitUntil: 'networkidle' });
      expect(await englishLeftOn(page)).toEqual([]);
      expect(await axeFindings(page)).toEqual([]);
      // Nothing stands out at the side of a phone.
      const beyond = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(beyond).toBe(0);
    });
  });

  it('leaves no English: a page that is not there', async () => {
    const context = await browser.newContext({ baseURL: app.url, locale, viewport: PHONE });
    const page = await context.newPage();
    expect((await page.goto('/there-is-no-such-page', { waitUntil: 'networkidle' }))?.status()).toBe(404);
    expect(await englishLeftOn(page)).toEqual([]);
    expect(await page.locator('html').getAttribute('lang')).toBe(locale);
    await context.close();
  });

  it('leaves no English: a film, its history and its editor', async () => {
    await visit(locale, async (page) => {
      await page.goto(`/video/${videoId}`, { waitUntil: 'networkidle' });
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
      expect(await englishLeftOn(page)).toEqual([]);
      await page.locator('.scene-open').first().click();
      expect(await englishLeftOn(page)).toEqual([]);
      expect(await axeFindings(page)).toEqual([]);
    });
  });

  it('says what is wrong with an order, and keeps what was typed', async () => {
    await visit(locale, async (page) => {
      await page.goto('/create', { waitUntil: 'networkidle' });
      await page.locator('textarea').first().fill('Zorro');
      await page.locator('form button[type=submit]').last().click();
      await page.locator('[aria-invalid=true]').first().waitFor();
      expect(await page.locator('textarea').first().inputValue()).toBe('Zorro');
      expect(await englishLeftOn(page)).toEqual([]);
    });
  });
});

describe('the choice of a language', () => {
  it('is kept, leads back to where it was made, and changes no film', async () => {
    await visit('en-GB', async (page) => {
      await page.goto(`/video/${videoId}`, { waitUntil: 'networkidle' });
      const film = await page.locator('video source, video').first().getAttribute('src');
      await chosen(page).selectOption('de');
      await page.locator('html[lang=de]').waitFor();
      await page.waitForLoadState('networkidle');
      expect(new URL(page.url()).pathname).toBe(`/video/${videoId}`);
      expect(await page.locator('video source, video').first().getAttribute('src')).toBe(film);
      await page.goto('/create', { waitUntil: 'networkidle' });
      expect(await page.locator('html').getAttribute('lang')).toBe('de');
      await chosen(page).selectOption('en');
      await page.locator('html[lang=en]').waitFor();
    });
  });

  it('works without scripts', async () => {
    const context = await browser.newContext({ baseURL: app.url, locale: 'en-GB', javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto('/create');
    await chosen(page).selectOption('ja');
    await page.getByRole('button', { name: 'Use this language' }).click();
    expect(await page.locator('html').getAttribute('lang')).toBe('ja');
    expect(new URL(page.url()).pathname).toBe('/create');
    await context.close();
  });

  it('leads to no other site', async () => {
    const asked = await fetch(`${app.url}/choose-language`, {
      method: 'POST',
      redirect: 'manual',
      headers: { Origin: app.url },
      body: new URLSearchParams({ language: 'fr', back: '//elsewhere.example/' }),
    });
    expect([asked.status, asked.headers.get('location')]).toEqual([303, '/']);
    expect(asked.headers.get('set-cookie')).toMatch(/storyshort_language=.*HttpOnly/);
  });
});
