/** Voices in a real browser: heard before they are chosen, installed ones too, and a film spoken by more than one. */
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LaunchedApp } from '#bin/host/launched-app.ts';
import { ENGINE_FOLDER, voicesFolder } from '#jobs/providers/sherpa/voice-shelf.server.ts';
import { axeFindings, launchBrowser, openPage } from '#tests/support/browser.ts';
import { writeTinyVoice } from '#tests/support/tiny-voice/tiny-model.ts';
import { testEngineFolder } from '#tests/support/tiny-voice/voice-engine.ts';

const FILM_MS = 300_000;
const STORY =
  'The old keeper lit his pipe. “You came late,” he said. The girl shook her head. “I came when the lamp went out,” she answered.';

const engine = await testEngineFolder();
let dataDir: string;
let app: LaunchedApp;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'storyshort-voices-'));
  const voices = voicesFolder(dataDir);
  await writeTinyVoice(join(voices, 'tiny'), { speakers: 2, speakerNames: ['low', 'high'] });
  if (engine) await symlink(engine, join(voices, ENGINE_FOLDER));
  app = await LaunchedApp.launch(dataDir);
  browser = await launchBrowser(dataDir);
  context = await browser.newContext({
    baseURL: app.url,
    viewport: { width: 1280, height: 900 },
    reducedMotion: 'reduce',
  });
  ({ page, complaints } = await openPage(context));
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

/** Presses the button and waits for the sound to play; says where it lies. */
async function hear(label: string): Promise<string> {
  const answered = page.waitForResponse((response) => response.url().includes('/media/auditions/'));
  await page.getByRole('button', { name: `Hear ${label}` }).click();
  const { url } = { url: (await answered).url() };
  await page.getByRole('button', { name: `Stop ${label}` }).waitFor();
  return url;
}

describe('the voices on the form', () => {
  beforeAll(async () => {
    await page.goto('/create');
    await page.getByRole('textbox', { name: /story/i }).fill(STORY);
  });

  it('say the story’s first sentence when they are asked to', async () => {
    const sarah = await hear('Sarah');
    const miles = await hear('Miles');
    expect(sarah).not.toBe(miles);
    // One sound at a time.
    await page.getByRole('button', { name: 'Hear Sarah' }).waitFor();
  });

  it.skipIf(!engine)('include those that are installed, which are heard as well', async () => {
    expect(await hear('Low')).not.toBe(await hear('High'));
    expect(await axeFindings(page)).toEqual([]);
  });

  it('say why they cannot be heard', async () => {
    await page.route('**/api/audition', (route) =>
      route.fulfill({
        status: 409,
        contentType: 'application/json',
        body: JSON.stringify({ error: { code: 'voice_failed', message: 'It broke.', hint: 'Try again.' } }),
      }),
    );
    await page.getByRole('button', { name: 'Hear Alistair' }).click();
    await page.getByText('It broke. Try again.').waitFor();
    await page.unroute('**/api/audition');
    // A failed answer is an error on the console, here an expected one.
    complaints.splice(0);
  });
});

describe('a film with a voice for each speaker', () => {
  it('is asked for on the form and made', { timeout: FILM_MS }, async () => {
    if (engine) await page.getByRole('radio', { name: /^Low/ }).check();
    await page.getByRole('radio', { name: 'A voice for each speaker' }).check();
    await page.getByRole('button', { name: 'Make the film' }).click();
    await page.waitForURL(/\/video\/[0-9a-f-]{36}$/);
    await page.locator('video[src*="/media/"]').first().waitFor({ timeout: FILM_MS });
  });

  it('shows who says what, and lets that be changed', async () => {
    const keeper = page.getByLabel('Old keeper, one line');
    await keeper.waitFor();
    const before = await keeper.inputValue();
    expect(before).not.toBe('');
    await keeper.selectOption({ label: 'The narrator' });
    const plan = page.getByRole('complementary', { name: 'What an update makes' });
    await plan.getByText(/voice/i).first().waitFor();
    await page.getByRole('button', { name: 'All lines to the narrator' }).click();
    await page.getByRole('button', { name: 'A voice for each' }).waitFor();
  });

  it('left no complaint in the browser', () => {
    expect(complaints).toEqual([]);
  });
});
