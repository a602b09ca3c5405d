/** The page of a finished film, and what it asks for before that is posted: with a script, and without. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FilmsWeb, startFilmsWeb } from './api/films-web';
import { unknownId } from './web-server';

let site: FilmsWeb;
let id: string;
beforeAll(async () => {
  site = await startFilmsWeb();
  id = site.films[0] ?? '';
  const { db } = site.web.backend;
  const { filmHash } = await db.video.findUniqueOrThrow({ where: { id } });
  await db.filmPost.create({
    data: {
      ...{ videoId: id, filmHash: filmHash ?? '', finder: 1, foundAt: new Date() },
      film: {
        ...{ bytes: 4_000_000, durationMs: 9000, width: 1080, height: 1920, framesPerSecond: 30 },
        ...{ videoCodec: 'h264', audioCodec: 'aac', videoKbps: 1000, audioKbps: 192 },
      },
      covers: [
        { atMs: 3000, scene: 0, score: 0.8 },
        { atMs: 6000.5, scene: 1, score: 0.7 },
      ],
    },
  });
});
afterAll(async () => {
  expect(site.web.faults).toEqual([]);
  await site.web.stop();
});

const send = (path: string, fields: Record<string, string>) =>
  site.web.ask(path, {
    method: 'POST',
    body: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
const posterOf = async () => (await site.web.backend.db.video.findUniqueOrThrow({ where: { id } })).posterKey;

it('shows what is ready to be posted', async () => {
  const page = await site.web.ask(`/video/${id}`);
  expect(page.status).toBe(200);
  expect(page.text).toContain('Ready to post');
  expect(page.text.match(/value="choose-cover"/g)).toHaveLength(2);
  expect(page.text).toContain('Make the file for Instagram Reels');
});

it('takes another poster and asks for a file without a script, and comes back to the page', async () => {
  const chosen = await send(`/video/${id}`, { intent: 'choose-cover', atMs: '6000.5' });
  expect([chosen.status, chosen.headers.location]).toEqual([303, `/video/${id}`]);
  expect(await posterOf()).toMatch(/\/cover-[0-9a-f]{24}-6001\.jpg$/);
  const asked = await send(`/video/${id}`, { intent: 'prepare-file', platform: 'reels' });
  expect([asked.status, asked.headers.location]).toEqual([303, `/video/${id}`]);
  expect((await site.web.ask(`/video/${id}`)).text).toContain('<progress');
});

it('does the same in place, and answers with what is ready', async () => {
  const chosen = await send('/api/post', { id, intent: 'choose-cover', atMs: '3000' });
  expect(chosen.status).toBe(200);
  expect(JSON.parse(chosen.text).covers).toMatchObject([{ isPoster: true }, { isPoster: false }]);
  const read = await site.web.ask(`/api/post?id=${id}`);
  expect(JSON.parse(read.text).covers).toMatchObject([{ isPoster: true }, { isPoster: false }]);
});

it.each([
  [{ intent: 'choose-cover', atMs: 'soon' }, 400, 'invalid_parameter'],
  [{ intent: 'choose-cover', atMs: '1' }, 404, 'cover_not_found'],
  [{ intent: 'prepare-file', platform: 'nowhere' }, 400, 'invalid_parameter'],
  [{ intent: 'sing' }, 400, 'unknown_intent'],
  [{ intent: 'choose-cover', atMs: '3000', id: unknownId() }, 404, 'video_not_found'],
])('refuses %o', async (fields, status, code) => {
  const answer = await send('/api/post', { id, ...fields });
  expect([answer.status, JSON.parse(answer.text).error.code]).toEqual([status, code]);
  expect(JSON.parse(answer.text).error.hint.length).toBeGreaterThan(10);
});

it('is read and posted alone', async () => {
  expect((await site.web.ask('/api/post', { method: 'DELETE' })).status).toBe(405);
});
