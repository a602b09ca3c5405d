import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LaunchedApp } from '#bin/host/launched-app.ts';
import { axeFindings, launchBrowser, openPage } from '#tests/support/browser.ts';
import { makeDataDir } from '#tests/support/shared-renderer.ts';
import { waitFor } from '#tests/support/wait-for.ts';

/** Long enough for a film of a few seconds on a slow machine, ms. */
const FILM_MS = 400_000;
const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1280, height: 900 };
/** Of a picture of one's own, and how the film's frames tell it: see `filmColourAt`. */
const OWN_COLOUR = { r: 32, g: 160, b: 96 };
const OWN_COLOUR_SEEN = '1 5 3';
const STORY = 'The fox woke early. Rain fell on the old barn. She sang until the sun came out.';

let dataDir: string;
let app: LaunchedApp;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let complaints: string[];
let videoId: string;

beforeAll(async () => {
  dataDir = await makeDataDir('cut');
  app = await LaunchedApp.launch(dataDir);
  browser = await launchBrowser(dataDir);
  context = await browser.newContext({ baseURL: app.url, viewport: DESKTOP, reducedMotion: 'reduce' });
  ({ page, complaints } = await openPage(context));
  const made = await context.request.post('/api/generate-script', {
    data: { story: STORY, format: '1:1', style: 'silhouette', scenes: 3 },
  });
  ({ videoId } = (await made.json()) as { videoId: string });
  await finished();
});

afterAll(async () => {
  await browser?.close();
  await app?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

interface Status {
  status: string;
  captionsUrl: string;
  videoUrl: string;
}

async function statusNow(): Promise<Status> {
  return (await (await context.request.get(`/api/video-status?id=${videoId}`)).json()) as Status;
}

/** Waits until the film is ready. */
async function finished(): Promise<Status> {
  return waitFor('the film', async () => {
    const status = await statusNow();
    return status.status === 'completed' && status;
  });
}

interface Storyboard {
  revision: number;
  isEdited: boolean;
  scenes: { id: string; narration: string; pictureState: string; lengthMs: number }[];
  plan: { lines: { what: string; position: number }[]; staying: number };
}

async function storyboard(): Promise<Storyboard> {
  return (await (await context.request.get(`/api/storyboard?id=${videoId}`)).json()) as Storyboard;
}

/** Inode and time of each of the video's files. */
async function files(): Promise<Map<string, string>> {
  const folder = join(dataDir, 'media', videoId);
  const names = await readdir(folder);
  const entries = names.map(async (name): Promise<[string, string]> => {
    const { ino, mtimeMs } = await stat(join(folder, name));
    return [name, `${ino} ${mtimeMs}`];
  });
  return new Map(await Promise.all(entries));
}

/** The colour in the film's upper middle, where no caption is, to a step of 32 for each of its parts. */
async function filmColourAt(seconds: number): Promise<string> {
  await page.locator('.film video').waitFor();
  return page.evaluate(async (at) => {
    const film = document.querySelector<HTMLVideoElement>('.film video');
    if (!film) return 'no film';
    // `seeked` may come before there is a frame to draw from; a frame's own callback comes with it.
    await new Promise<void>((seen) => {
      const onFrame = (_now: number, frame: VideoFrameCallbackMetadata) => {
        if (Math.abs(frame.mediaTime - at) < 0.1) seen();
        else film.requestVideoFrameCallback(onFrame);
      };
      film.requestVideoFrameCallback(onFrame);
      film.currentTime = at;
    });
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [film.videoWidth, film.videoHeight];
    const pen = canvas.getContext('2d');
    pen?.drawImage(film, 0, 0);
    const [red = 0, green = 0, blue = 0] = pen?.getImageData(film.videoWidth / 2, 60, 1, 1).data ?? [];
    return [red, green, blue].map((part) => Math.round(part / 32)).join(' ');
  }, seconds);
}

const planBar = () => page.getByRole('complementary', { name: 'What an update makes' });
const saved = () => planBar().getByText('Saved', { exact: true }).waitFor();

describe('the cutting room on a desktop', () => {
  it('shows the storyboard beside the film, and nothing to update', async () => {
    await page.goto(`/video/${videoId}`);
    await expect.poll(() => page.locator('.editor-scene').count()).toBe(3);
    expect(await planBar().count()).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
  });

  it('keeps the inspector beside all that is scrolled past it', async () => {
    const inspector = await page.locator('.inspector').boundingBox();
    for (const part of ['.editor', '.video-more']) {
      const box = await page.locator(part).boundingBox();
      expect(box && box.x + box.width, part).toBeLessThanOrEqual(inspector?.x ?? 0);
    }
  });

  it('saves words as they are typed, says what that costs, and previews them', async () => {
    await page.getByRole('button', { name: /Edit scene 2/ }).click();
    await page.getByRole('textbox', { name: 'Words' }).fill('Rain drummed on the old barn.');
    await saved();
    await planBar().getByText('1 voice, 1 stretch of film; 2 scenes stay').waitFor();
    expect((await storyboard()).scenes[1]?.narration).toBe('Rain drummed on the old barn.');
    await page.getByRole('button', { name: 'Preview of your edits', pressed: true }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  it('keeps what was typed over a reload, and takes it back and forth', async () => {
    await page.reload();
    await planBar()
      .getByText(/1 voice/)
      .waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await planBar().waitFor({ state: 'detached' });
    await page.keyboard.press('Control+Shift+z');
    await planBar()
      .getByText(/1 voice/)
      .waitFor();
  });

  it('changes the title where it stands, and takes the change back', async () => {
    const before = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
    await page.getByRole('button', { name: 'Change the title' }).click();
    await page.getByRole('textbox', { name: 'Title', exact: true }).first().fill('Rain on the Barn');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Rain on the Barn' }).waitFor();
    await saved();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('heading', { level: 1, name: before, exact: true }).waitFor();
  });

  it('moves a scene by keyboard', async () => {
    const grip = page.getByRole('button', { name: 'Move scene 3' });
    await grip.focus();
    await page.keyboard.press('Space');
    await page.getByText('Scene 3 is picked up, at its own place.').waitFor();
    await page.keyboard.press('ArrowUp');
    await page.getByText('It would stand at place 2.').waitFor();
    await page.keyboard.press('Space');
    await expect
      .poll(async () => (await storyboard()).scenes.map(({ narration }) => narration.split(' ')[0]))
      .toEqual(['The', 'She', 'Rain']);
  });

  it('draws one picture again', async () => {
    await page.getByRole('button', { name: /Edit scene 1/ }).click();
    await page.getByRole('button', { name: 'Draw again' }).click();
    await expect.poll(async () => (await storyboard()).scenes[0]?.pictureState).toBe('stale');
  });

  it('takes a picture and a recording of one’s own', async () => {
    await page.getByRole('button', { name: /Edit scene 2/ }).click();
    const plain = { width: 900, height: 700, channels: 3, background: OWN_COLOUR } as const;
    const picture = {
      name: 'mine.png',
      mimeType: 'image/png',
      buffer: await sharp({ create: plain }).png().toBuffer(),
    };
    await page.getByLabel('Upload a picture').setInputFiles(picture);
    await page.getByRole('button', { name: 'Have it drawn' }).waitFor();
    await page.getByRole('button', { name: 'Record', exact: true }).click();
    // Long enough for a beep, by the page's own clock.
    await page.getByText('Recording, 2 s').waitFor();
    await page.getByRole('button', { name: 'Stop', exact: true }).click();
    await page.getByRole('button', { name: 'Use it' }).click();
    await page.getByText('Your own recording.').waitFor();
    await saved();
    await planBar()
      .getByText(/2 voices/)
      .waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  it('makes what differs and nothing else', { timeout: FILM_MS }, async () => {
    const before = await files();
    const { plan } = await storyboard();
    await saved();
    await page.getByRole('button', { name: 'Update the film' }).click();
    await expect.poll(async () => (await statusNow()).status).not.toBe('completed');
    // The film that is there stays to be watched.
    expect((await statusNow()).videoUrl).not.toBeNull();
    const { captionsUrl } = await finished();
    const captions = await (await context.request.get(captionsUrl)).text();
    expect(captions.replaceAll('\n', ' ')).toContain('drummed');
    expect(captions.indexOf('sang')).toBeLessThan(captions.indexOf('drummed'));

    // The picture of one's own is what is seen in the middle of its scene.
    const board = await storyboard();
    const [first = 0, second = 0] = board.scenes.map(({ lengthMs }) => lengthMs);
    await page.goto(`/video/${videoId}`);
    expect(await filmColourAt((first + second / 2) / 1000)).toEqual(OWN_COLOUR_SEEN);

    const after = await files();
    for (const [name, identity] of before) if (after.has(name)) expect(after.get(name), name).toBe(identity);
    const made = (kind: RegExp) => [...after.keys()].filter((name) => kind.test(name) && !before.has(name));
    const wanted = (what: string) => plan.lines.filter((line) => line.what === what).length;
    expect(made(/^voice-\w+\.wav$/)).toHaveLength(wanted('voice'));
    expect(made(/^picture-[0-9a-f]+\.(?:jpg|png|webp)$/)).toHaveLength(wanted('picture'));
    expect(made(/^segment-\w+\.ts$/)).toHaveLength(wanted('stretch'));
  });

  it('keeps both films as versions, and takes the first one back for nothing', {
    timeout: FILM_MS,
  }, async () => {
    await page.reload();
    const versions = page.getByRole('region', { name: 'Versions' });
    await versions.getByText('Version 2').waitFor();
    const before = await files();
    await versions.getByRole('button', { name: 'Take it back' }).click();
    await planBar().waitFor();
    await page.getByRole('button', { name: 'Update the film' }).click();
    await expect.poll(async () => (await storyboard()).isEdited, { timeout: FILM_MS }).toBe(false);
    await finished();
    expect([...(await files()).keys()].filter((name) => !before.has(name))).toEqual([]);
  });
});

describe('two people', () => {
  it('keep what both did, and are shown both texts where they changed the same', async () => {
    await page.goto(`/video/${videoId}`);
    const other = await openPage(context);
    await other.page.goto(`/video/${videoId}`);
    await other.page.getByRole('button', { name: /Edit scene 1/ }).click();
    await other.page.getByRole('textbox', { name: 'Words' }).fill('The fox slept late.');
    await expect.poll(async () => (await storyboard()).scenes[0]?.narration).toBe('The fox slept late.');

    await page.getByRole('button', { name: /Edit scene 2/ }).click();
    await page.getByRole('textbox', { name: 'Words' }).fill('Hail fell on the barn.');
    await expect.poll(async () => (await storyboard()).scenes[1]?.narration).toBe('Hail fell on the barn.');
    expect((await storyboard()).scenes[0]?.narration).toBe('The fox slept late.');

    await other.page.getByRole('button', { name: /Edit scene 2/ }).click();
    await other.page.getByRole('textbox', { name: 'Words' }).fill('Snow fell on the barn.');
    const dialog = other.page.getByRole('dialog', { name: 'Somebody else changed this too' });
    await dialog.getByText('Snow fell on the barn.').waitFor();
    await dialog.getByText('Hail fell on the barn.').waitFor();
    await dialog.getByRole('button', { name: 'Keep mine' }).click();
    await expect.poll(async () => (await storyboard()).scenes[1]?.narration).toBe('Snow fell on the barn.');
    expect(other.complaints.filter((line) => !line.includes('409'))).toEqual([]);
    await other.page.close();
  });
});

describe('the cutting room on a phone', () => {
  it('opens a scene as a sheet, with the film in sight above it', async () => {
    await page.setViewportSize(PHONE);
    await page.goto(`/video/${videoId}`);
    await page.getByRole('button', { name: /Edit scene 3/ }).scrollIntoViewIfNeeded();
    await page.getByRole('button', { name: /Edit scene 3/ }).click();
    const sheet = page.getByRole('dialog', { name: 'Scene 3' });
    await sheet.waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
  });

  it('has kept the console clean', () => {
    expect(complaints.filter((line) => !line.includes('409'))).toEqual([]);
  });
});
