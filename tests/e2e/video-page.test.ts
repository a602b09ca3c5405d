import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acquireEmbeddedDatabase, type EmbeddedDatabase } from '#bin/database/embedded-postgres.ts';
import { LaunchedApp } from '#bin/host/launched-app.ts';
import { type Db, openDb } from '#jobs/db/client.server.ts';
import { createVideo, endVideo } from '#jobs/db/videos.server.ts';
import { LocalStorage } from '#jobs/storage/local.server.ts';
import type { VideoStatus } from '#jobs/story/film/status.ts';
import { axeFindings, launchBrowser, openPage } from '#tests/support/browser.ts';
import { makeDataDir } from '#tests/support/shared-renderer.ts';
import { draftOf } from '#tests/support/stories.ts';

const PHONE = { width: 390, height: 844 };
let dataDir: string;
let app: LaunchedApp;
let database: EmbeddedDatabase;
let db: Db;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  dataDir = await makeDataDir('page');
  app = await LaunchedApp.launch(dataDir);
  database = await acquireEmbeddedDatabase(dataDir);
  db = openDb(database.url);
  browser = await launchBrowser(dataDir);
  context = await browser.newContext({ baseURL: app.url, viewport: PHONE, reducedMotion: 'reduce' });
  ({ page, complaints } = await openPage(context));
});

afterAll(async () => {
  expect(complaints).toEqual([]);
  await browser?.close();
  await db?.$disconnect();
  await database?.release();
  await app?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

interface Seeded {
  format?: string;
  status?: VideoStatus;
  takenUp?: string[];
}

/** A video of one scene with a picture, in a state that no job has brought it to. */
async function seed({ format = '9:16', status = 'completed', takenUp = [] }: Seeded): Promise<string> {
  const id = randomUUID();
  const [width = 9, height = 16] = format.split(':').map(Number);
  const picture = sharp({
    create: { width: width * 60, height: height * 60, channels: 3, background: '#c93015' },
  });
  const key = `${id}/picture-${'a'.repeat(24)}.jpg`;
  await new LocalStorage(join(dataDir, 'media')).put(key, await picture.jpeg().toBuffer());
  const draft = draftOf('The fox saw the moon in the pool and sold it to a frog.', {
    format,
  });
  await db.$transaction((tx) => createVideo(tx, { id, draft, idempotencyKey: null, requestHash: id }));
  await db.scene.create({
    data: {
      id: randomUUID(),
      videoId: id,
      position: 0,
      narration: 'The fox.',
      imagePrompt: '',
      seed: 1,
      pictureKey: key,
    },
  });
  await db.video.update({ where: { id }, data: { title: `Film ${format}`, status, takenUp } });
  return id;
}

const FAULT = {
  code: 'network_away',
  message: 'The service was away.',
  hint: 'Wait a moment.',
  retryable: true,
};
const fail = (id: string) => endVideo(db, id, 'failed', { message: 'The service was away.', error: FAULT });

/** Width by height as it is shown. */
async function shapeOf(selector: string): Promise<number> {
  const box = await page.locator(selector).first().boundingBox();
  return (box?.width ?? 0) / (box?.height ?? 1);
}

describe('a failed video on a phone', () => {
  it('says what happened, and offers a retry, in the first screen', async () => {
    const id = await seed({ status: 'rendering', takenUp: [FAULT.code] });
    await fail(id);
    await page.goto(`/video/${id}`);
    // A toast may offer it too, for as long as it stays.
    const panel = page.getByRole('region', { name: 'The film could not be made' });
    const retry = await panel.getByRole('button', { name: 'Retry' }).boundingBox();
    expect((retry?.y ?? Infinity) + (retry?.height ?? 0)).toBeLessThan(PHONE.height);
    await page.getByText('The film could not be made').first().waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  it('is not taken up by a look at it once that was tried', async () => {
    const id = await seed({ status: 'rendering', takenUp: [FAULT.code] });
    await fail(id);
    const asked: string[] = [];
    page.on('request', (request) => request.method() === 'POST' && asked.push(request.url()));
    for (let look = 0; look < 3; look += 1) await page.goto(`/video/${id}`, { waitUntil: 'networkidle' });
    expect(asked).toEqual([]);
    expect(await db.video.findUnique({ where: { id } })).toMatchObject({ status: 'failed' });
  });
});

describe('pictures of a wide film', () => {
  it.each([
    ['16:9', 16 / 9],
    ['1:1', 1],
  ])('are shown whole: %s', async (format, shape) => {
    const id = await seed({ format });
    await page.goto(`/video/${id}`);
    await page.locator('.scene-picture img').first().waitFor();
    expect(await shapeOf('.scene-picture')).toBeCloseTo(shape, 1);
    await page.goto('/');
    const card = page.locator('.video-card', { hasText: `Film ${format}` }).first();
    const fit = await card.locator('.poster img').evaluate((image) => getComputedStyle(image).objectFit);
    expect(fit).toBe('contain');
  });
});

describe('the end of a film that nobody watches', () => {
  it('is told by a notification where the person asked for it', async () => {
    // The browser's own notifications cannot be seen from here.
    await context.addInitScript(() => {
      const shown: string[] = [];
      class Noted {
        static permission = sessionStorage.getItem('permission') ?? 'default';
        static async requestPermission() {
          sessionStorage.setItem('permission', 'granted');
          Noted.permission = 'granted';
          return 'granted';
        }
        constructor(title: string, { body }: { body: string }) {
          shown.push(`${title}: ${body}`);
        }
      }
      Object.assign(window, { Notification: Noted, shown });
    });
    const id = await seed({ status: 'rendering' });
    await page.goto(`/video/${id}`);
    await page.getByRole('button', { name: 'Tell me when it is ready' }).click();
    await page.getByText('You will be told').waitFor();
    await page.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await fail(id);
    await page.waitForFunction(() => (window as unknown as { shown: string[] }).shown.length > 0);
    const shown = await page.evaluate(() => (window as unknown as { shown: string[] }).shown);
    expect(shown).toEqual(['Film 9:16: The service was away.']);
  });
});
