import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findVideo } from '#jobs/db/videos.server.ts';
import { UNDO_MS } from '#jobs/story/film/undo-time.ts';
import { startTestWeb, type TestWeb, unknownId } from './web-server';

let web: TestWeb;
beforeAll(async () => {
  web = await startTestWeb();
});
afterAll(async () => {
  expect(web.faults).toEqual([]);
  await web.stop();
});

const STORY = 'A fox went out to see the moon, and sold it to a frog.';

async function newVideo(title: string): Promise<string> {
  const sent = await web.post('/api/generate-script', { story: STORY, title });
  return String((JSON.parse(sent.text) as { videoId: string }).videoId);
}

/** A finished film, with files. */
async function newFilm(title: string): Promise<string> {
  const id = await newVideo(title);
  const hash = 'a'.repeat(24);
  const keys = {
    filmKey: `${id}/film-${hash}.mp4`,
    posterKey: `${id}/poster-${hash}.jpg`,
    vttKey: `${id}/captions-${hash}.vtt`,
  };
  for (const key of Object.values(keys)) {
    await web.backend.storage.put(key, new TextEncoder().encode(`bytes of ${key}`));
  }
  const data = { ...keys, status: 'completed', durationMs: 12_000 } as const;
  await web.backend.db.video.update({ where: { id }, data });
  return id;
}

/** Sends a form of the home page. @param search of the address, such as `_data=…` for what script asks */
const send = (fields: [string, string][], search = 'index') =>
  web.ask(`/?${search}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  });
/** The same as the page’s script does it. */
const sendInPlace = async (intent: string, id: string, more: [string, string][] = []) => {
  const search = 'index&_data=routes%2F_index';
  const { status, text } = await send([['intent', intent], ['inPlace', '1'], ['id', id], ...more], search);
  return { status, answer: JSON.parse(text) as Record<string, unknown> };
};
const titleOf = async (id: string) => (await findVideo(web.backend.db, id))?.title;

describe('the home page', () => {
  it('is found by its address alone: what is looked for, and that there is nothing', async () => {
    await newVideo('The Owl');
    await newFilm('The Zebra');
    const found = (await web.ask('/?q=owl&show=making')).text;
    expect(found).toContain('The Owl');
    expect(found).not.toContain('The Zebra');
    expect(found).toMatch(/<input[^>]*name="q"[^>]*value="owl"/);
    expect(found).toMatch(/<input(?=[^>]*value="making")(?=[^>]*checked="")[^>]*>/);
    const none = (await web.ask('/?q=%3Cscript%3Ealert(1)%3C/script%3E')).text;
    expect(none).toContain('No video matches');
    expect(none).not.toContain('<script>alert');
    expect(none).toContain('Clear the filters');
    // Every way to it is there without script: a form, and a button that sends it.
    expect(none).toMatch(/<form[^>]*method="get"[^>]*action="\/"/);
  });

  it('has one line where there are videos', async () => {
    const { text } = await web.ask('/');
    expect(text).toContain('hero-short');
    expect(text).not.toContain('reads it aloud');
  });

  it('answers to what it cannot have asked', async () => {
    expect((await send([['intent', 'burn']])).status).toBe(400);
    expect((await send([['intent', 'delete']])).status).toBe(400);
    const wrong: [string, string][] = [
      ['intent', 'delete'],
      ['id', '../..'],
    ];
    expect((await send(wrong)).status).toBe(400);
    const elsewhere = await send([
      ['intent', 'delete'],
      ['id', unknownId()],
      ['back', '//evil.test/?x'],
    ]);
    expect(elsewhere.headers.location).toBe('/');
  });
});

describe('renaming', () => {
  it('keeps the title, and says what is wrong with another', async () => {
    const id = await newVideo('Before');
    const { answer } = await sendInPlace('rename', id, [['title', '  The \n Lantern ']]);
    expect(answer).toEqual({ done: 'rename', title: 'The Lantern' });
    expect(await findVideo(web.backend.db, id)).toMatchObject({ title: 'The Lantern', titleGiven: true });
    for (const [title, code] of [
      ['', 'title_empty'],
      ['a'.repeat(101), 'title_too_long'],
      ['a\0b', 'title_control_characters'],
    ] as const) {
      const refused = await sendInPlace('rename', id, [['title', title]]);
      expect(refused).toMatchObject({ status: 422, answer: { done: null, fault: { code } } });
      expect(JSON.stringify(refused.answer)).toMatch(/"hint":"[^"]+\."/);
    }
    expect(await titleOf(id)).toBe('The Lantern');
    expect((await sendInPlace('rename', unknownId(), [['title', 'x']])).status).toBe(404);
  });
});

describe('deleting', () => {
  it('hides a video everywhere, and brings it back, without script', async () => {
    const [id, other] = [await newFilm('The Deer'), await newFilm('The Boar')];
    const film = `/media/${(await findVideo(web.backend.db, id))?.filmKey}`;
    const poster = `/media/${(await findVideo(web.backend.db, id))?.posterKey}`;
    expect((await web.ask(film)).status).toBe(200);
    const back = '/?q=the&sort=title';
    const gone = await send([
      ['intent', 'delete'],
      ['id', id],
      ['id', other],
      ['back', back],
    ]);
    expect(gone.status).toBe(303);
    const notice = await web.ask(gone.headers.location ?? '');
    expect(gone.headers.location).toMatch(/^\/\?q=the&sort=title&deleted=/);
    expect(notice.text).toContain('2 videos were deleted.');
    expect(notice.text).toMatch(/<button[^>]*value="undo"[^>]*>Undo/);
    expect(notice.text).not.toMatch(/>The Deer</);
    for (const path of [
      ...[`/video/${id}`, `/api/video-status?id=${id}`, film, poster, `${poster}.w160.webp`],
    ])
      expect((await web.ask(path)).status, path).toBe(404);
    expect((await web.ask(`/api/process-video?id=${id}`, { method: 'POST' })).status).toBe(404);

    const undone = await send([
      ['intent', 'undo'],
      ['id', id],
      ['id', other],
      ['back', back],
    ]);
    const told = await web.ask(undone.headers.location ?? '');
    expect(told.text).toContain('All 2 are back.');
    expect(told.text).toContain('The Deer');
    expect((await web.ask(film)).status).toBe(200);
    expect((await web.ask(`/video/${id}`)).status).toBe(200);
  });

  it('says clearly that a video is gone when it is asked back too late', async () => {
    const id = await newVideo('Late');
    await sendInPlace('delete', id);
    const deletedAt = new Date(Date.now() - UNDO_MS - 60_000);
    await web.backend.db.video.update({ where: { id }, data: { deletedAt } });
    expect((await sendInPlace('undo', id)).answer).toEqual({ done: 'undo', restored: 0, gone: 1 });
    const undone = await send([
      ['intent', 'undo'],
      ['id', id],
    ]);
    expect((await web.ask(undone.headers.location ?? '')).text).toContain('It is gone for good.');
    expect((await web.ask(`/?deleted=${id}`)).text).not.toContain('was deleted');
  });

  it('goes the same way from the video’s own page', async () => {
    const id = await newVideo('The Mouse');
    const gone = await web.ask(`/video/${id}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'intent=delete',
    });
    expect(gone.headers.location).toBe(`/?deleted=${id}`);
    expect((await web.ask(gone.headers.location ?? '')).text).toContain('“The Mouse” was deleted.');
  });
});

describe('duplicating', () => {
  it('puts a second film on the shelf, with files of its own', async () => {
    const id = await newFilm('Twice');
    expect(await sendInPlace('duplicate', id)).toEqual({ status: 200, answer: { done: 'duplicate' } });
    const copies = await web.backend.db.video.findMany({ where: { title: 'Twice' } });
    expect(copies).toHaveLength(2);
    const copy = copies.find((each) => each.id !== id);
    expect(copy?.status).toBe('completed');
    const there = await readdir(join(web.dataDir, 'media', copy?.id ?? ''));
    expect(there).toHaveLength(3);
    expect((await web.ask(`/media/${copy?.filmKey}`)).status).toBe(200);
  });
});

describe('a shared film', () => {
  const FILES = ['film.mp4', 'poster.jpg', 'captions.vtt'];

  it('is watched under its link alone, which tells nothing else of the video', async () => {
    const id = await newFilm('The Lynx');
    const { answer } = await sendInPlace('share', id);
    const path = String(answer.path);
    expect(path).toMatch(/^\/s\/[A-Za-z0-9_-]{22}$/);
    expect((await sendInPlace('share', id)).answer.path).toBe(path);
    const page = await web.ask(path);
    expect(page.status).toBe(200);
    expect(page.headers['x-robots-tag']).toBe('noindex');
    expect(page.text).toContain('<meta name="robots" content="noindex"/>');
    expect(page.text).toContain('The Lynx');
    expect(page.text).not.toContain(id);
    expect(page.text).not.toMatch(/href="\/(?:create|settings|video)?"/);
    for (const file of FILES) {
      expect(page.text).toContain(`${path}/${file}`);
      const sent = await web.ask(`${path}/${file}`);
      expect(sent.status, file).toBe(200);
      expect(sent.text).toMatch(/^bytes of/);
      expect(sent.headers['cache-control']).toBe('private, no-cache');
      expect(sent.headers['x-robots-tag']).toBe('noindex');
    }
    const part = await web.ask(`${path}/film.mp4`, { headers: { range: 'bytes=0-4' } });
    expect([part.status, part.text]).toEqual([206, 'bytes']);
    expect((await web.ask(`${path}/film.mp4`, { method: 'POST' })).status).toBe(405);
    expect((await web.ask(`${path}/voice.wav`)).status).toBe(404);
    expect(web.logged()).not.toContain(path);
  });

  it('is shown no more when the link is withdrawn, and a new link is another one', async () => {
    const id = await newFilm('The Wolf');
    const path = String((await sendInPlace('share', id)).answer.path);
    const { etag = '' } = (await web.ask(`${path}/film.mp4`)).headers;
    expect(await sendInPlace('withdraw', id)).toMatchObject({ answer: { done: 'withdraw' } });
    for (const gone of [path, ...FILES.map((file) => `${path}/${file}`)]) {
      expect((await web.ask(gone, { headers: { 'if-none-match': etag } })).status, gone).toBe(404);
    }
    expect((await web.ask(path, { headers: { accept: 'text/html' } })).text).toContain('leads nowhere');
    expect((await sendInPlace('share', id)).answer.path).not.toBe(path);
  });

  it('is gone with its video, and back with it', async () => {
    const id = await newFilm('The Bear');
    const path = String((await sendInPlace('share', id)).answer.path);
    await sendInPlace('delete', id);
    expect((await web.ask(path)).status).toBe(404);
    expect((await web.ask(`${path}/film.mp4`)).status).toBe(404);
    await sendInPlace('undo', id);
    expect((await web.ask(path)).status).toBe(200);
  });

  it('has to be there', async () => {
    const id = await newVideo('Nothing yet');
    const refused = await sendInPlace('share', id);
    expect(refused).toMatchObject({ status: 409, answer: { fault: { code: 'film_missing' } } });
    expect((await sendInPlace('share', unknownId())).status).toBe(404);
    for (const path of ['/s/short', `/s/${'x'.repeat(22)}`, `/s/${'x'.repeat(22)}/film.mp4`, '/s/%00'])
      expect((await web.ask(path)).status, path).toBe(404);
  });

  it('is not shared with its duplicate', async () => {
    const id = await newFilm('Shared once');
    await sendInPlace('share', id);
    await sendInPlace('duplicate', id);
    const rows = await web.backend.db.video.findMany({ where: { title: 'Shared once' } });
    expect(rows.filter(({ shareToken }) => shareToken !== null)).toHaveLength(1);
  });
});
