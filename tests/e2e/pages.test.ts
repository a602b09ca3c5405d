import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ApiClient } from '#bin/client/api-client.ts';
import { LaunchedApp } from '#bin/host/launched-app.ts';
import { axeFindings, launchBrowser } from '#tests/support/browser.ts';
import { makeDataDir } from '#tests/support/shared-renderer.ts';

const STORY = 'My own story of an owl who lost her glasses. She looked for them all night long.';
/** What the browser may load to show home or the form, bytes as they are sent. */
const MOST_SCRIPT_BYTES = 110_000;

let dataDir: string;
let app: LaunchedApp;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  dataDir = await makeDataDir('pages');
  app = await LaunchedApp.launch(dataDir);
  browser = await launchBrowser(dataDir);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
  await rm(dataDir, { recursive: true, force: true });
});
beforeEach(async () => {
  await context?.close();
  context = await browser.newContext({
    baseURL: app.url,
    viewport: { width: 390, height: 844 },
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(60_000);
  page = await openForm();
});

/** The form, with its script at work. */
async function openForm(path = '/create'): Promise<Page> {
  const opened = await context.newPage();
  await opened.goto(path);
  await ready(opened);
  return opened;
}

/** The caption samples are drawn by script alone. */
const ready = (opened: Page) => opened.locator('[data-field="captions"] [lang]').first().waitFor();
const choose = (opened: Page, name: string, value: string) =>
  opened.locator(`input[name="${name}"][value="${value}"]`).check({ force: true });
const story = (opened: Page) => opened.locator('#story').inputValue();
const chosen = (opened: Page) =>
  opened.locator('form.story-form').evaluate((form: HTMLFormElement) => {
    const fields = new FormData(form);
    const names = ['story', 'title', 'style', 'format', 'captions', 'voice', 'music', 'speed', 'language'];
    return Object.fromEntries(names.map((name) => [name, fields.get(name)]));
  });

async function fillAll(opened: Page) {
  await opened.locator('#story').fill(STORY);
  await opened.locator('#title').fill('The Owl');
  await choose(opened, 'style', 'neon');
  await choose(opened, 'format', '16:9');
  await choose(opened, 'captions', 'big');
  await choose(opened, 'music', 'sad');
  await choose(opened, 'speed', 'slow');
  await opened.locator('#language').selectOption('en');
}
const FILLED = {
  story: STORY,
  title: 'The Owl',
  style: 'neon',
  format: '16:9',
  captions: 'big',
  music: 'sad',
  speed: 'slow',
  language: 'en',
};

describe('what was put into the form', () => {
  it('is there again after a reload, after Back, and in a new tab', async () => {
    await fillAll(page);
    await page.reload();
    await ready(page);
    expect(await chosen(page)).toMatchObject(FILLED);
    await page.goto('/settings');
    await page.goBack();
    await ready(page);
    await expect.poll(() => chosen(page)).toMatchObject(FILLED);
    expect(await chosen(await openForm())).toMatchObject(FILLED);
  });

  it('appears in an open tab that nobody touched, and never over what somebody types there', async () => {
    const other = await openForm();
    await page.locator('#story').fill(STORY);
    await expect.poll(() => story(other)).toBe(STORY);

    const another = `${STORY} And then she found them.`;
    await other.locator('#story').fill(another);
    await page.locator('#title').fill('Mine');
    await other.locator('#title').fill('Other');
    expect([await story(page), await story(other)]).toEqual([STORY, another]);
    await page.reload();
    await ready(page);
    expect(await chosen(page)).toMatchObject({ story: STORY, title: 'Mine' });
    await other.reload();
    await ready(other);
    expect(await chosen(other)).toMatchObject({ story: another, title: 'Other' });
  });

  it('is put aside by a sample and brought back by Undo, also after a reload', async () => {
    await fillAll(page);
    await page.locator('[data-sample="fox-and-moon"]').click();
    expect(await story(page)).not.toBe(STORY);
    expect(await axeFindings(page)).toEqual([]);
    await page.reload();
    await ready(page);
    await page.getByRole('button', { name: 'Undo' }).click();
    expect(await chosen(page)).toMatchObject(FILLED);
    expect(await page.getByRole('button', { name: 'Undo' }).count()).toBe(0);
  });

  it('is put aside as well by a sample that was asked for from elsewhere', async () => {
    await fillAll(page);
    await page.goto('/create?sample=fox-and-moon');
    await ready(page);
    expect(await chosen(page)).toMatchObject({ style: 'neon', format: '16:9' });
    expect(await story(page)).not.toBe(STORY);
    await page.getByRole('button', { name: 'Undo' }).click();
    expect(await chosen(page)).toMatchObject(FILLED);
  });

  it('says that a chosen file has to be chosen again', async () => {
    const file = join(dataDir, 'tune.mp3');
    await writeFile(file, 'no music yet');
    await choose(page, 'music', 'own');
    await page.locator('#own-music').setInputFiles(file);
    await page.reload();
    await ready(page);
    expect(await page.locator('.own-music [role="status"]').textContent()).toContain('tune.mp3');
    await page.locator('#own-music').setInputFiles(file);
    await expect.poll(() => page.locator('.own-music [role="status"]').count()).toBe(0);
  });

  it('outlives a send that reaches nobody, is sent again as the same request, and is then forgotten', async () => {
    await fillAll(page);
    const key = page.locator('input[name="idempotencyKey"]');
    const before = await key.inputValue();
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Make the film' }).click();
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.textContent()).toMatch(/cannot be reached.*Nothing is lost/s);
    expect(await chosen(page)).toMatchObject(FILLED);
    expect(await axeFindings(page)).toEqual([]);
    await context.setOffline(false);
    expect(await key.inputValue()).toBe(before);
    await page.getByRole('button', { name: 'Make the film' }).click();
    await page.waitForURL(/\/video\/[0-9a-f-]{36}$/);
    expect(await story(await openForm())).toBe('');
    await page.goto('/create');
    await ready(page);
    expect(await chosen(page)).toMatchObject({
      story: '',
      title: '',
      style: 'auto',
      format: '9:16',
    });
  });
});

describe('every page', () => {
  let videoId: string;
  beforeAll(async () => {
    videoId = await new ApiClient(app.url).createVideo({ story: STORY }, 'every page');
  });
  const pages = () => ['/', '/create', '/settings', `/video/${videoId}`, '/nowhere'];

  it('keeps to its Content Security Policy, with nothing to complain of', async () => {
    const complaints: string[] = [];
    const strict = await context.newPage();
    strict.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    strict.on('pageerror', (error) => complaints.push(error.message));
    await strict.exposeFunction('noteViolation', (what: string) => complaints.push(what));
    await strict.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        (window as unknown as { noteViolation(what: string): void }).noteViolation(
          `${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`,
        );
      });
    });
    for (const path of pages()) {
      await strict.goto(path, { waitUntil: 'networkidle' });
      expect(complaints, path).toEqual(path === '/nowhere' ? [expect.stringContaining('404')] : []);
    }
  });

  it('has a title and a description of its own', async () => {
    const found = new Set<string>();
    for (const path of pages().slice(0, 4)) {
      await page.goto(path);
      const description = await page.locator('meta[name="description"]').getAttribute('content');
      expect(description?.length, path).toBeGreaterThan(40);
      found.add(`${await page.title()} ${description}`);
    }
    expect(found.size).toBe(4);
    expect((await page.request.get('/robots.txt')).headers()['content-type']).toMatch(/^text\/plain/);
  });

  it.each([320, 390, 768])('does not scroll sideways at %d px', async (width) => {
    await page.setViewportSize({ width, height: 800 });
    for (const path of pages()) {
      await page.goto(path);
      const [inner, whole] = await page.evaluate(() => [
        document.documentElement.clientWidth,
        document.documentElement.scrollWidth,
      ]);
      expect(whole, path).toBeLessThanOrEqual(inner ?? 0);
      expect(await page.locator('.site-header').evaluate((head) => head.scrollWidth), path).toBe(inner);
    }
  });
});

describe('a first visit', () => {
  it.each(['/', '/create'])('to %s takes little script', async (path) => {
    const fresh = await browser.newContext({ baseURL: app.url });
    const first = await fresh.newPage();
    await first.goto(path, { waitUntil: 'networkidle' });
    if (path === '/create') await ready(first);
    // The last thing to come, after all that the page is shown with.
    else await first.locator('section[aria-label^="Notifications"]').waitFor({ state: 'attached' });
    const scripts = await first.evaluate(() =>
      (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
        .filter(({ name }) => new URL(name).pathname.endsWith('.js'))
        .map(({ name, encodedBodySize }) => ({ name: new URL(name).pathname, bytes: encodedBodySize })),
    );
    await fresh.close();
    expect(scripts.length).toBeGreaterThan(5);
    const whole = scripts.reduce((sum, { bytes }) => sum + bytes, 0);
    expect(whole, JSON.stringify(scripts, null, 1)).toBeLessThanOrEqual(MOST_SCRIPT_BYTES);
  });
});
