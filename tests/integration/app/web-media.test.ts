import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestWeb, type TestWeb } from './web-server';

const FOLDER = '0190a0b0-0000-7000-8000-000000000001';
const FILM = Buffer.from(Array.from({ length: 5000 }, (_, index) => index % 251));

let web: TestWeb;
beforeAll(async () => {
  web = await startTestWeb();
  await web.backend.storage.put(`${FOLDER}/film-3f2a.mp4`, FILM);
  await web.backend.storage.put(`${FOLDER}/captions-3f2a.vtt`, Buffer.from('WEBVTT\n'));
  await web.backend.storage.put(`${FOLDER}/picture-3f2a.jpg`, Buffer.from('jpg'));
  const { root } = web.backend.storage;
  await mkdir(join(root, '.scratch'), { recursive: true });
  await writeFile(join(root, '.scratch', 'half.mp4'), 'half');
  await writeFile(join(root, FOLDER, '.hidden.mp4'), 'hidden');
  await writeFile(join(root, '..', 'secret.txt'), 'secret');
});
afterAll(async () => {
  expect(web.faults).toEqual([]);
  await web.stop();
});

const film = `/media/${FOLDER}/film-3f2a.mp4`;

describe('a stored file', () => {
  it('is sent whole, to be kept for ever', async () => {
    const answer = await web.ask(film);
    expect(answer.status).toBe(200);
    expect(answer.bytes.equals(FILM)).toBe(true);
    expect(answer.headers).toMatchObject({
      'content-type': 'video/mp4',
      'content-length': '5000',
      'accept-ranges': 'bytes',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    });
    expect(answer.headers.etag).toBeTruthy();
  });

  it.each([
    ['bytes=0-99', 0, 100, 'bytes 0-99/5000'],
    ['bytes=4990-', 4990, 5000, 'bytes 4990-4999/5000'],
    ['bytes=-10', 4990, 5000, 'bytes 4990-4999/5000'],
    ['bytes=100-9999', 100, 5000, 'bytes 100-4999/5000'],
  ])('is sent in part: %s', async (range, from, to, contentRange) => {
    const answer = await web.ask(film, { headers: { range } });
    expect([answer.status, answer.headers['content-range']]).toEqual([206, contentRange]);
    expect(answer.bytes.equals(FILM.subarray(from, to))).toBe(true);
  });

  it('has no part beyond its end', async () => {
    const answer = await web.ask(film, { headers: { range: 'bytes=5000-' } });
    expect([answer.status, answer.headers['content-range']]).toEqual([416, 'bytes */5000']);
  });

  it('answers HEAD with the same head', async () => {
    const answer = await web.ask(film, { method: 'HEAD' });
    expect([answer.status, answer.headers['content-length'], answer.bytes.length]).toEqual([200, '5000', 0]);
  });

  it('is not sent again to whoever has it', async () => {
    const { headers } = await web.ask(film);
    const again = await web.ask(film, { headers: { 'if-none-match': String(headers.etag) } });
    expect([again.status, again.bytes.length]).toEqual([304, 0]);
  });

  it('has its own type', async () => {
    const types = await Promise.all(
      ['captions-3f2a.vtt', 'picture-3f2a.jpg'].map(
        async (name) => (await web.ask(`/media/${FOLDER}/${name}`)).headers['content-type'],
      ),
    );
    expect(types).toEqual(['text/vtt; charset=utf-8', 'image/jpeg']);
  });

  it('is taken home under the asked name, made safe', async () => {
    const dispositionOf = async (name: string) =>
      (await web.ask(`${film}?download=${encodeURIComponent(name)}`)).headers['content-disposition'];
    expect(await dispositionOf('the-fox.mp4')).toBe('attachment; filename="the-fox.mp4"');
    expect(await dispositionOf('../a"b\r\nSet-Cookie: x=1.html')).toBe(
      'attachment; filename="a b Set-Cookie x=1.mp4"',
    );
    expect(await dispositionOf('狐狸')).toContain("filename*=UTF-8''%E7%8B%90%E7%8B%B8.mp4");
  });
});

describe('what is no stored file', () => {
  it.each([
    `/media/${FOLDER}/none.mp4`,
    `/media/${FOLDER}/`,
    `/media/${FOLDER}`,
    '/media/',
    '/media/.scratch/half.mp4',
    `/media/${FOLDER}/.hidden.mp4`,
    '/media/../secret.txt',
    '/media/..%2fsecret.txt',
    `/media/${FOLDER}/..%2f..%2f..%2fsecret.txt`,
    `/media/${FOLDER}/%2e%2e/%2e%2e/secret.txt`,
    `/media/${FOLDER}/film-3f2a.mp4%00.jpg`,
    `/media/${FOLDER.toUpperCase()}/film-3f2a.mp4`,
    '/media//etc/passwd',
  ])('%s is 404', async (path) => {
    const answer = await web.ask(path);
    expect(answer.status).toBe(404);
    expect(answer.text).not.toContain('secret');
    expect(answer.headers['content-disposition']).toBeUndefined();
    if (path.startsWith('/media/..')) return;
    expect(JSON.parse(answer.text)).toMatchObject({ error: { code: 'file_not_found' } });
  });

  it('is not kept in anybody’s cache', async () => {
    const answer = await web.ask(`/media/${FOLDER}/none.mp4?download=x`);
    expect([answer.headers['cache-control'], answer.headers['content-type']]).toEqual([
      'no-store',
      'application/json; charset=utf-8',
    ]);
  });
});
