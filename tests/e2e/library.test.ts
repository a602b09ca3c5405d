import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { acquireEmbeddedDatabase, type EmbeddedDatabase } from '#bin/database/embedded-postgres.ts';
import { LaunchedApp } from '#bin/host/launched-app.ts';
import { type Db, openDb } from '#jobs/db/client.server.ts';
import { createVideo } from '#jobs/db/videos.server.ts';
import { LocalStorage } from '#jobs/storage/local.server.ts';
import type { VideoStatus } from '#jobs/story/film/status.ts';
import { axeFindings, launchBrowser, openPage } from '#tests/support/browser.ts';
import { makeDataDir } from '#tests/support/shared-renderer.ts';
import { draftOf } from '#tests/support/stories.ts';

const SIZES = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 900 } };
let dataDir: string;
let app: LaunchedApp;
let database: EmbeddedDatabase;
let db: Db;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  dataDir = await makeDataDir('library');
  app = await LaunchedApp.launch(dataDir);
  database = await acquireEmbeddedDatabase(dataDir);
  db = openDb(database.url);
  browser = await launchBrowser(dataDir);
});
afterAll(async () => {
  await browser?.close();
  await db?.$disconnect();
  await database?.release();
  await app?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

interface Seeded {
  title: string;
  story?: string;
  status?: VideoStatus;
  durationMs?: number;
}

/** A row as it would stand there, with a poster and a film that nobody plays. */
async function seed({ title, story, status = 'completed', durationMs = 20_000 }: Seeded): Promise<string> {
  const id = randomUUID();
  const [poster, film] = [`${id}/poster-${'a'.repeat(24)}.jpg`, `${id}/film-${'a'.repeat(24)}.mp4`];
  const draft = draftOf(story ?? 'The fox saw the moon in the pool and sold it to a frog.');
  await db.$transaction((tx) => createVideo(tx, { id, draft, idempotencyKey: null, requestHash: id }));
  const isReady = status === 'completed';
  if (isReady) {
    const storage = new LocalStorage(join(dataDir, 'media'));
    const colour = { width: 540, height: 960, channels: 3, background: '#2f7f94' } as const;
    await storage.put(poster, await sharp({ create: colour }).jpeg().toBuffer());
    await storage.put(film, new Uint8Array([1]));
  }
  const files = { posterKey: poster, filmKey: film, durationMs };
  await db.video.update({ where: { id }, data: { title, status, ...(isReady && files) } });
  return id;
}

/** A page of home at a size, with its script at work. */
async function open(size: keyof typeof SIZES, path = '/'): Promise<void> {
  context = await browser.newContext({ baseURL: app.url, viewport: SIZES[size], reducedMotion: 'reduce' });
  context.setDefaultTimeout(20_000);
  ({ page, complaints } = await openPage(context));
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: app.url });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      console.error(`CSP: ${violatedDirective} ${blockedURI}`);
    });
  });
  await page.goto(path, { waitUntil: 'networkidle' });
}

/** Until it is so: on a busy machine everything takes its time. */
const poll = <T>(read: () => Promise<T>) => expect.poll(read, { timeout: 10_000 });
const titles = () => page.locator('.video-card h3').allTextContents();
const card = (title: string) => page.locator('.video-card', { hasText: title });
const choose = async (title: string, item: string) => {
  await card(title)
    .getByRole('button', { name: `More for ${title}` })
    .click();
  await page.getByRole('menuitem', { name: item }).click();
};
const search = () => page.getByRole('searchbox');

beforeEach(async () => {
  await db.video.deleteMany();
  await seed({ title: 'Apple Tree', durationMs: 30_000 });
  await seed({ title: 'Zoë’s Garden', story: 'Roses grew around an old lighthouse by the sea.' });
  await seed({ title: 'Middle of the Night', status: 'failed' });
});
afterEach(async () => {
  expect(complaints).toEqual([]);
  await context?.close();
});

describe.each(['phone', 'desktop'] as const)('home on a %s', (size) => {
  it('finds videos in place, without losing the focus, and says so when there are none', async () => {
    await open(size);
    await search().pressSequentially('lighthouse', { delay: 20 });
    await poll(titles).toEqual(['Zoë’s Garden']);
    expect(await search().evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await search().inputValue()).toBe('lighthouse');
    await poll(async () => new URL(page.url()).search).toBe('?q=lighthouse');
    await page.reload({ waitUntil: 'networkidle' });
    expect(await search().inputValue()).toBe('lighthouse');
    await search().fill('zzzz');
    await page.getByText('No video matches').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('link', { name: 'Clear the filters' }).click();
    await poll(titles).toHaveLength(3);
    expect(await search().inputValue()).toBe('');
  });

  it('shows what is chosen, in the order that is chosen', async () => {
    await open(size);
    await page.getByRole('radio', { name: 'Failed' }).check({ force: true });
    await poll(titles).toEqual(['Middle of the Night']);
    await page.getByRole('radio', { name: 'All' }).check({ force: true });
    await page.getByRole('combobox', { name: 'Order' }).selectOption('title');
    await poll(titles).toEqual(['Apple Tree', 'Middle of the Night', 'Zoë’s Garden']);
    await page.getByRole('combobox', { name: 'Order' }).selectOption('longest');
    await poll(async () => (await titles())[0]).toBe('Apple Tree');
    await poll(async () => new URL(page.url()).search).toBe('?sort=longest');
    expect(await axeFindings(page)).toEqual([]);
  });

  it('renames in place, by keyboard, and keeps what was typed when it cannot be', async () => {
    await open(size);
    await card('Apple Tree')
      .getByRole('button', { name: /^More for/ })
      .focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Rename' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Enter');
    const field = page.getByRole('textbox', { name: 'Title' });
    await poll(() => field.evaluate((input) => input === document.activeElement)).toBe(true);
    await field.fill('a'.repeat(120));
    await page.keyboard.press('Enter');
    await page.getByText('The title has 120 characters').waitFor();
    expect(await field.inputValue()).toHaveLength(120);
    await field.fill('The Oak');
    await page.keyboard.press('Enter');
    await poll(titles).toContain('The Oak');
    const more = card('The Oak').getByRole('button', { name: /^More for/ });
    await poll(() => more.evaluate((button) => button === document.activeElement)).toBe(true);
    // A refusal is an answer like any other; the browser notes its status all the same.
    complaints = complaints.filter((line) => !line.includes('422'));
  });

  it('deletes at once and brings back', async () => {
    await open(size);
    await choose('Apple Tree', 'Delete');
    await page.getByText('“Apple Tree” was deleted.').waitFor();
    await poll(titles).not.toContain('Apple Tree');
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('It is back.').waitFor();
    await poll(titles).toContain('Apple Tree');
  });

  it('deletes several at once, and says when they are gone for good', async () => {
    await open(size);
    await page.getByRole('button', { name: 'Select', exact: true }).click();
    await page.getByRole('checkbox', { name: 'Select Apple Tree' }).check();
    await page.getByRole('checkbox', { name: 'Select Middle of the Night' }).check();
    await page.getByText('2 selected').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await page.getByText('2 videos were deleted.').waitFor();
    await poll(titles).toEqual(['Zoë’s Garden']);
    await db.video.updateMany({
      where: { deletedAt: { not: null } },
      data: { deletedAt: new Date(Date.now() - 60_000) },
    });
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('They are gone for good.').waitFor();
  });

  it('duplicates', async () => {
    await open(size);
    await choose('Zoë’s Garden', 'Duplicate');
    await page.getByText('Duplicated.').waitFor();
    await poll(titles).toHaveLength(4);
    expect((await titles()).filter((title) => title === 'Zoë’s Garden')).toHaveLength(2);
  });

  it('shares a film by a link, and withdraws it', async () => {
    await open(size);
    await choose('Zoë’s Garden', 'Share');
    const dialog = page.getByRole('dialog', { name: /Share/ });
    await dialog.getByRole('button', { name: 'Make a link' }).click();
    const link = await dialog.getByLabel('Link to the film').inputValue();
    await dialog.getByRole('button', { name: 'Copy' }).click();
    await dialog.getByText('Copied.').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);
    expect(await axeFindings(page)).toEqual([]);

    const visitor = await browser.newContext({ viewport: SIZES[size] });
    const shared = await visitor.newPage();
    await shared.goto(link);
    expect(await shared.title()).toContain('Zoë’s Garden');
    expect(await axeFindings(shared)).toEqual([]);
    expect(await shared.locator('a').evaluateAll((all) => all.map((a) => a.textContent?.trim()))).toEqual([
      'Skip to the content',
      'Download',
    ]);
    const [inner = 0, whole = 1] = await shared.evaluate(() => [
      document.documentElement.clientWidth,
      document.documentElement.scrollWidth,
    ]);
    expect(whole).toBeLessThanOrEqual(inner);

    await dialog.getByRole('button', { name: 'Withdraw the link' }).click();
    await dialog.getByRole('button', { name: 'Make a link' }).waitFor();
    expect((await shared.goto(link))?.status()).toBe(404);
    await shared.getByText('This link leads nowhere').waitFor();
    expect(await axeFindings(shared)).toEqual([]);
    await visitor.close();
    await dialog.getByRole('button', { name: 'Done' }).click();
    await dialog.waitFor({ state: 'hidden' });
  });
});

describe('a video that was deleted on its own page', () => {
  it('can be brought back on home', async () => {
    await open('desktop');
    await card('Apple Tree').getByRole('link').click();
    await page.waitForURL(/\/video\//);
    await page.getByRole('link', { name: /Delete video/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await page.waitForURL((url) => url.pathname === '/');
    await page.getByRole('button', { name: 'Undo' }).click();
    await poll(titles).toContain('Apple Tree');
    expect(new URL(page.url()).search).toBe('');
    // The film of this row cannot be played.
    complaints = [];
  });
});

describe('home without script', () => {
  it('searches, deletes and brings back', async () => {
    context = await browser.newContext({ baseURL: app.url, javaScriptEnabled: false });
    ({ page, complaints } = await openPage(context));
    await page.goto('/');
    await search().fill('garden');
    await page.getByRole('button', { name: 'Show' }).click();
    await poll(titles).toEqual(['Zoë’s Garden']);
    await page.getByRole('checkbox', { name: 'Select Zoë’s Garden' }).check();
    await page.getByRole('button', { name: 'Delete' }).click();
    await page.getByText('“Zoë’s Garden” was deleted.').waitFor();
    expect(await titles()).toEqual([]);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('It is back.').waitFor();
    expect(await titles()).toEqual(['Zoë’s Garden']);
  });
});
