import { rm } from 'node:fs/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LaunchedApp } from '#bin/host/launched-app.ts';
import { axeFindings, launchBrowser, openPage } from '#tests/support/browser.ts';
import { makeDataDir } from '#tests/support/shared-renderer.ts';

const PASSWORD = 'a password of the tests';
const PHONE = { width: 390, height: 844 };

let dataDir: string;
let app: LaunchedApp;
let browser: Browser;

beforeAll(async () => {
  dataDir = await makeDataDir('door');
  // Somebody passes requests on to it: it can be reached from elsewhere.
  app = await LaunchedApp.launch(dataDir, { ALLOWED_HOSTS: 'films.example' });
  browser = await launchBrowser(dataDir);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

async function newcomer(): Promise<{ context: BrowserContext; page: Page; complaints: string[] }> {
  const context = await browser.newContext({ baseURL: app.url, viewport: PHONE, reducedMotion: 'reduce' });
  context.setDefaultTimeout(60_000);
  return { context, ...(await openPage(context)) };
}

async function fill(page: Page, typed: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries(typed)) await page.locator(`[name=${name}]`).last().fill(text);
}

/** No page of accounts scrolls sideways on a phone, and axe has nothing to say of any. */
async function isSound(page: Page): Promise<void> {
  expect(await axeFindings(page)).toEqual([]);
  await page.setViewportSize({ ...PHONE, width: 320 });
  const widths = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  expect(widths[0], page.url()).toBeLessThanOrEqual(widths[1] ?? 0);
  await page.setViewportSize(PHONE);
}

describe('a house with a door', () => {
  let link: string;

  it('is set up with the code of its log, makes a film, and invites', async () => {
    const { context, page, complaints } = await newcomer();
    await page.goto('/create');
    await page.waitForURL('**/setup');
    await isSound(page);
    const code = /give this code: (\S+)/.exec(app.words)?.[1] ?? '';
    await fill(page, { code, name: 'Ada', email: 'ada@films.example', password: PASSWORD });
    await page.getByRole('button', { name: 'Make the first account' }).click();
    await page.waitForURL('**/');
    await page.goto('/create');
    await page.locator('[name=story]').fill('An owl looked for her glasses. She found them on her nose.');
    await page.locator('form button[type=submit]').first().click();
    await page.waitForURL('**/video/*');
    await page.locator('[data-status=completed]').waitFor({ timeout: 240_000 });

    await page.goto('/account');
    await isSound(page);
    await fill(page, { name: 'Batch' });
    await page.getByRole('button', { name: 'Make a token' }).click();
    const token = await page.locator('.new-token code').textContent();
    const asked = await fetch(`${app.url}/api/storyboard`, { headers: { authorization: `Bearer ${token}` } });
    expect(asked.status).toBe(400);

    await page.goto('/people');
    await isSound(page);
    await fill(page, { note: 'Wim' });
    await page.getByRole('button', { name: 'Make an invitation' }).click();
    link = (await page.locator('.new-token code').textContent()) ?? '';
    const workers = page.getByRole('list', { name: 'Workers' }).getByRole('listitem');
    await workers
      .filter({ hasText: /cores?: / })
      .first()
      .waitFor();
    await workers
      .getByRole('button', { name: /finish and end/ })
      .first()
      .waitFor();
    await page.goto('/webhooks');
    await fill(page, { url: 'https://example.org/films' });
    await page.getByRole('button', { name: 'Tell it' }).click();
    await page.getByText(/^whsec_/).waitFor();
    await isSound(page);
    await page.goto('/batches');
    await isSound(page);
    const queue = await page.goto('/queue');
    expect(queue?.status()).toBe(200);
    await page.getByRole('link', { name: 'process-video', exact: true }).first().waitFor();
    // The dashboard's font from elsewhere is refused, as everything from elsewhere is.
    expect(complaints.filter((words) => !words.includes('fonts.googleapis.com'))).toEqual([]);
    await context.close();
  });

  it('lets in whoever was invited, who sees nothing of the others', async () => {
    const { context, page, complaints } = await newcomer();
    await page.goto(new URL(link).pathname);
    await isSound(page);
    await fill(page, { name: 'Wim', email: 'wim@films.example', password: PASSWORD });
    await page.getByRole('button', { name: 'Join' }).click();
    await page.waitForURL('**/');
    expect(await page.getByText('An owl looked').count()).toBe(0);
    expect((await page.request.get('/people')).status()).toBe(404);
    expect((await page.request.get('/queue')).status()).toBe(404);
    await page.goto('/account');
    await page.getByRole('button', { name: 'Log out' }).click();
    await page.waitForURL('**/login');
    await isSound(page);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('keeps what was typed where the session has ended meanwhile', async () => {
    const { context, page } = await newcomer();
    await page.goto('/login');
    await fill(page, { email: 'wim@films.example', password: PASSWORD });
    await page.getByRole('button', { name: 'Log in' }).click();
    await page.waitForURL('**/');
    await page.goto('/create');
    const story = 'A long story, typed for an hour while nobody looked.';
    const box = page.locator('[name=story]');
    await box.fill(story);
    await context.clearCookies();
    await page.locator('form button[type=submit]').first().click();
    await page.getByText('You are not logged in').waitFor();
    expect(await box.inputValue()).toBe(story);
    await context.close();
  });
});
