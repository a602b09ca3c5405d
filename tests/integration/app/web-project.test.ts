/** Taking a video along and bringing it in, as browsers and programs ask for it. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findVideo } from '#jobs/db/videos.server.ts';
import { beatWorker } from '#jobs/db/workers/workers.server.ts';
import { planVideo } from '#jobs/story/film/plan.ts';
import { provenanceSchema } from '#jobs/story/provenance/provenance-file.ts';
import { exportProject } from '#jobs/work/handoff/export-project.server.ts';
import { OLDER_PAINTER, openMachine } from '#tests/support/handoff/machine.ts';
import { readZip, writeZip } from '#tests/support/handoff/zips.ts';
import { signOfLife } from '#tests/support/signs-of-life.ts';
import { type Answer, startTestWeb, type TestWeb, unknownId } from './web-server';

const FILM = '44047eca-89d2-46b3-a7f5-b9f02185cf77';
const BOUNDARY = 'a-boundary';

let web: TestWeb;
let zip: Buffer;
/** The video that was brought in. */
let id: string;
beforeAll(async () => {
  const from = await openMachine({ withFilms: true });
  zip = await buffer((await exportProject(from, FILM)).stream);
  await from.close();
  web = await startTestWeb();
  await beatWorker(web.backend.db, unknownId(), signOfLife(OLDER_PAINTER));
  const brought = await post('/api/project', zip, 'application/zip');
  expect(brought.status).toBe(201);
  id = JSON.parse(brought.text).videoId;
});
afterAll(() => web.stop());

const post = (path: string, body: Buffer, type: string, headers: Record<string, string> = {}) =>
  web.ask(path, { method: 'POST', headers: { 'content-type': type, ...headers }, body });

/** A form as browsers send it: a field that is not ours, then the file. */
function form(bytes: Buffer, field = 'project'): [Buffer, string] {
  const part = (head: string, body: Buffer) =>
    Buffer.concat([
      Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data; ${head}\r\n\r\n`),
      body,
      Buffer.from('\r\n'),
    ]);
  const body = Buffer.concat([
    part(
      'name="other"; filename="x.bin"\r\nContent-Type: application/octet-stream',
      Buffer.alloc(100_000, 7),
    ),
    part(`name="${field}"; filename="film.storyshort.zip"\r\nContent-Type: application/zip`, bytes),
    Buffer.from(`--${BOUNDARY}--\r\n`),
  ]);
  return [body, `multipart/form-data; boundary=${BOUNDARY}`];
}

const faultOf = (answer: Answer) => [answer.status, JSON.parse(answer.text).error.code];

describe('a project', () => {
  it('is brought in by a program, as a body or as a form, and needs nothing to be made', async () => {
    const answer = await post('/api/project', ...form(zip));
    const { videoId, pageUrl, lost } = JSON.parse(answer.text);
    expect([answer.status, pageUrl, lost]).toEqual([201, `/video/${videoId}`, []]);
    expect(answer.headers.location).toBe(pageUrl);
    const video = await findVideo(web.backend.db, videoId);
    expect(video && planVideo(video, await web.backend.plan()).film).toBe(false);
    const film = await web.ask(`/media/${video?.filmKey}`);
    expect(
      film.bytes.equals(
        (await readZip(zip)).get(`assets/film-87e5fec558fa08147d2bc98f.mp4`) ?? Buffer.from(''),
      ),
    ).toBe(true);
  });

  it('is brought in by a browser, which is led to its video', async () => {
    const answer = await post('/import', ...form(zip));
    expect([answer.status, answer.headers.location]).toEqual([
      303,
      expect.stringMatching(/^\/video\/[0-9a-f-]{36}$/),
    ]);
    const page = await web.ask('/import', { headers: { accept: 'text/html' } });
    expect(page.text).toMatch(/<form[^>]*(?=[^>]*action="\/import")[^>]*encType="multipart\/form-data"/i);
    expect(page.text).toContain('type="file"');
  });

  it('that cannot be taken in is told of on the page, and in the API', async () => {
    const text = Buffer.from('no zip');
    const page = await post('/import', ...form(text), { accept: 'text/html' });
    expect(page.status).toBe(422);
    expect(page.text).toContain('This file is no project');
    expect(page.text).toContain('role="alert"');
    expect(faultOf(await post('/api/project', ...form(text)))).toEqual([422, 'project_not_zip']);
    const empty = await writeZip([]);
    expect(faultOf(await post('/api/project', empty, 'application/zip'))).toEqual([422, 'project_foreign']);
    expect(faultOf(await post('/api/project', ...form(zip, 'another')))).toEqual([422, 'project_missing']);
    expect(faultOf(await post('/api/project', text, 'text/plain'))).toEqual([
      415,
      'unsupported_content_type',
    ]);
    const [body, type] = form(zip);
    expect(faultOf(await post('/api/project', body.subarray(0, -40), type))).toEqual([400, 'malformed_form']);
    expect(await readdir(join(web.backend.storage.root, '.scratch'))).toEqual([]);
  });

  it('comes only from this site’s own pages, and no larger than is taken', async () => {
    const foreign = await post('/api/project', zip, 'application/zip', { origin: 'http://evil.test' });
    expect(faultOf(foreign)).toEqual([403, 'cross_origin']);
    const huge = await web.ask('/api/project', {
      method: 'POST',
      headers: { 'content-type': 'application/zip', 'content-length': String(3 * 1024 ** 3) },
    });
    expect(faultOf(huge)).toEqual([413, 'body_too_large']);
  });
});

describe('what is taken along', () => {
  it.each([
    ['/api/project', 'application/zip', '.storyshort.zip'],
    ['/api/assets', 'application/zip', '-assets.zip'],
    ['/api/timeline', 'application/vnd.otio+json; charset=utf-8', '.otio'],
    ['/api/timeline?format=fcpxml', 'application/xml; charset=utf-8', '.fcpxml'],
  ])('%s is sent to be saved', async (path, type, ending) => {
    const address = `${path}${path.includes('?') ? '&' : '?'}id=${id}`;
    const answer = await web.ask(address);
    expect([answer.status, answer.headers['content-type'], answer.headers['cache-control']]).toEqual([
      ...[200, type, 'no-store'],
    ]);
    expect(answer.headers['content-disposition']).toMatch(
      /^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''/,
    );
    expect(answer.headers['content-disposition']).toContain(ending);
    if (type === 'application/zip') expect((await readZip(answer.bytes)).size).toBeGreaterThan(5);
    const head = await web.ask(address, { method: 'HEAD' });
    expect([head.status, head.bytes.length, head.headers['content-type']]).toEqual([200, 0, type]);
  });

  it('is not there for a video that is not', async () => {
    for (const path of ['/api/project', '/api/assets', '/api/timeline']) {
      expect(faultOf(await web.ask(`${path}?id=${unknownId()}`))).toEqual([404, 'video_not_found']);
      expect(faultOf(await web.ask(`${path}?id=1`))).toEqual([400, 'invalid_video_id']);
    }
    expect(faultOf(await web.ask(`/api/timeline?id=${id}&format=aaf`))).toEqual([400, 'unknown_format']);
    expect(faultOf(await web.ask('/api/assets', { method: 'POST' }))).toEqual([405, 'method_not_allowed']);
  });

  it('is offered on the video’s page, without a script', async () => {
    const page = await web.ask(`/video/${id}`, { headers: { accept: 'text/html' } });
    for (const address of [
      `/api/project?id=${id}`,
      `/api/assets?id=${id}`,
      `/api/timeline?id=${id}&amp;format=otio`,
    ]) {
      expect(page.text).toMatch(new RegExp(`<a[^>]*href="${address.replace(/[?]/g, '\\?')}"[^>]*download=`));
    }
  });
});

describe('where a film comes from', () => {
  it('is told on its page, and in a file for whoever may see the video', async () => {
    const page = await web.ask(`/video/${id}`, { headers: { accept: 'text/html' } });
    expect(page.text).toMatch(
      /How it was made<\/summary>.*Made by rules, without any model that was trained\..*is not signed/s,
    );
    expect(page.text).toContain(`href="/api/provenance?videoId=${id}"`);
    const answer = await web.ask(`/api/provenance?videoId=${id}`);
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/json; charset=utf-8']);
    expect(answer.headers['content-disposition']).toMatch(/-provenance\.json"/);
    const { film, parts } = provenanceSchema.parse(JSON.parse(answer.text));
    // It has no voice, and its pictures are the built-in studio's.
    expect([film.isMadeWithAi, film.signedBy]).toEqual([false, null]);
    const video = await findVideo(web.backend.db, id);
    const pictures = parts.filter(({ what }) => what === 'picture');
    expect(pictures.map(({ seed }) => seed)).toEqual(video?.scenes.map(({ seed }) => seed));
    const foreign = `/api/provenance?videoId=${unknownId()}`;
    expect(faultOf(await web.ask(foreign))).toEqual([404, 'video_not_found']);
    expect(faultOf(await web.ask('/api/provenance'))).toEqual([400, 'missing_video_id']);
  });
});

it('the server never failed', () => {
  expect(web.faults).toEqual([]);
});
