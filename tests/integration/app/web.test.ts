import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endVideo, findVideo, listHistory } from '#jobs/db/videos.server.ts';
import { VIDEO_STATUSES } from '#jobs/story/film/status.ts';
import { SHORT_STORY } from '#tests/support/stories.ts';
import { type Answer, startTestWeb, type TestWeb, unknownId } from './web-server';

let web: TestWeb;
beforeAll(async () => {
  web = await startTestWeb();
});
afterAll(async () => {
  // Nothing in this file may be the server's own fault.
  expect(web.faults).toEqual([]);
  await web.stop();
});

const bodyOf = (answer: Answer) => JSON.parse(answer.text) as Record<string, unknown>;
const errorOf = (answer: Answer) => bodyOf(answer).error as Record<string, string>;
const countVideos = () => web.backend.db.video.count();

async function createVideo(headers: Record<string, string> = {}): Promise<string> {
  const answer = await web.post('/api/generate-script', { story: SHORT_STORY }, headers);
  expect([200, 201]).toContain(answer.status);
  return String(bodyOf(answer).videoId);
}

describe('POST /api/generate-script', () => {
  it('answers at once with the video that will be made', async () => {
    const answer = await web.post('/api/generate-script', {
      story: SHORT_STORY,
      title: 'The Lantern',
      style: 'neon',
    });
    expect(answer.status).toBe(201);
    const videoId = String(bodyOf(answer).videoId);
    expect(bodyOf(answer)).toEqual({
      videoId,
      statusUrl: `/api/video-status?id=${videoId}`,
      pageUrl: `/video/${videoId}`,
    });
    expect(await findVideo(web.backend.db, videoId)).toMatchObject({
      title: 'The Lantern',
      story: SHORT_STORY,
      status: 'pending',
      options: { style: 'neon', voice: 'rms' },
    });
    expect(await web.backend.boss.findJobs('process-video', { key: videoId })).toHaveLength(1);
  });

  it('takes a form as well', async () => {
    const body = new URLSearchParams({ story: SHORT_STORY, format: '1:1' }).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await web.ask('/api/generate-script', { method: 'POST', headers, body });
    expect(answer.status).toBe(201);
  });

  it('makes one video of one key, however often it is sent', async () => {
    const headers = { 'idempotency-key': unknownId() };
    const first = await createVideo(headers);
    expect(await createVideo(headers)).toBe(first);
    const other = await web.post('/api/generate-script', { story: `${SHORT_STORY} The end.` }, headers);
    expect([other.status, errorOf(other).code]).toEqual([409, 'idempotency_conflict']);
  });

  it.each([
    ['no story', {}, 422, 'story_empty'],
    ['one word', { story: 'Moon' }, 422, 'story_too_short'],
    ['20,000 characters', { story: 'abcd '.repeat(4000) }, 422, 'story_too_long'],
    ['only emoji', { story: '🦊🌕💧 🦊 🌕' }, 422, 'story_without_words'],
    ['a NUL byte', { story: 'The fox\0 saw the moon' }, 422, 'story_control_characters'],
    [
      'another language under an English voice',
      { story: 'השועל ראה את הירח בבריכה' },
      422,
      'language_unsupported',
    ],
    ['an unknown style', { story: SHORT_STORY, style: 'oil' }, 422, 'unknown_style'],
    ['a negative number of scenes', { story: SHORT_STORY, scenes: -2 }, 422, 'scenes_out_of_range'],
    ['a list', [SHORT_STORY], 400, 'not_an_object'],
  ])('refuses %s and makes nothing', async (_what, body, status, code) => {
    const before = await countVideos();
    const answer = await web.post('/api/generate-script', body);
    expect([answer.status, errorOf(answer).code]).toEqual([status, code]);
    expect(Object.keys(errorOf(answer))).toEqual(expect.arrayContaining(['code', 'message', 'hint']));
    expect(await countVideos()).toBe(before);
  });

  it('keeps tags as the plain text they are', async () => {
    const story = '<script>alert("moon")</script> said the <b>fox</b> to the old frog.';
    const answer = await web.post('/api/generate-script', { story });
    expect(answer.status).toBe(201);
    const page = await web.ask(String(bodyOf(answer).pageUrl));
    expect(page.text).not.toContain('<script>alert(');
    expect(page.text).toContain('&lt;script&gt;alert(');
  });

  it('refuses what is not JSON', async () => {
    const ask = (type: string, body: string) =>
      web.ask('/api/generate-script', { method: 'POST', headers: { 'content-type': type }, body });
    expect(errorOf(await ask('application/json', '{"story":')).code).toBe('malformed_json');
    const text = await ask('text/plain', SHORT_STORY);
    expect([text.status, errorOf(text).code]).toEqual([415, 'unsupported_content_type']);
  });

  it('refuses bad idempotency keys', async () => {
    const answer = await web.post(
      '/api/generate-script',
      { story: SHORT_STORY },
      { 'idempotency-key': 'a'.repeat(300) },
    );
    expect([answer.status, errorOf(answer).code]).toEqual([400, 'invalid_idempotency_key']);
  });
});

describe('GET /api/video-status', () => {
  it('tells how far a video is', async () => {
    const videoId = await createVideo();
    const answer = await web.ask(`/api/video-status?id=${videoId}`);
    expect(answer.status).toBe(200);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(bodyOf(answer)).toMatchObject({
      id: videoId,
      status: 'pending',
      progress: 5,
      stage: 'Writing the script…',
      videoUrl: null,
      storyboard: { scenes: [] },
    });
  });

  it('tells every transition after the one last seen, and the cursor for the next question', async () => {
    const videoId = await createVideo();
    const first = bodyOf(await web.ask(`/api/video-status?id=${videoId}&since=0`));
    expect(first.transitions).toMatchObject([{ from: null, to: 'pending', message: 'Story received.' }]);
    await web.ask(`/video/${videoId}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'intent=cancel',
    });
    await web.ask(`/api/process-video?id=${videoId}`, { method: 'POST' });
    const next = bodyOf(await web.ask(`/api/video-status?id=${videoId}&since=${first.cursor}`));
    expect(next.transitions).toMatchObject([
      { from: 'pending', to: 'cancelled', message: 'Cancelled.' },
      { from: 'cancelled', to: 'pending', message: 'Taken up again.' },
    ]);
    const last = bodyOf(await web.ask(`/api/video-status?id=${videoId}&since=${next.cursor}`));
    expect([last.transitions, last.cursor]).toEqual([[], next.cursor]);
    expect(bodyOf(await web.ask(`/api/video-status?id=${videoId}`)).transitions).toEqual([]);
  });

  it('estimates the time that is left by earlier films', async () => {
    const { db } = web.backend;
    const end = new Date();
    const begun = new Date(end.getTime() - 60_000);
    const film = await createVideo();
    await db.video.update({
      where: { id: film },
      data: { status: 'completed', framesTotal: 600, completedAt: end },
    });
    await db.event.create({
      data: { videoId: film, at: begun, from: 'pending', to: 'script_generated', message: '' },
    });
    const videoId = await createVideo();
    const ask = async () => bodyOf(await web.ask(`/api/video-status?id=${videoId}`)).secondsLeft;
    expect(await ask()).toBeNull();
    await db.video.update({ where: { id: videoId }, data: { status: 'rendering', framesTotal: 300 } });
    await db.scene.create({
      data: { id: unknownId(), videoId, position: 0, narration: 'A fox.', imagePrompt: 'A fox.', seed: 1 },
    });
    expect(await ask()).toBe(30);
    await db.video.update({ where: { id: videoId }, data: { framesDone: 200 } });
    expect(await ask()).toBe(10);
    // Not by one that was taken up again: most of its frames were there already.
    await db.event.create({
      data: { videoId: film, from: 'failed', to: 'assets_missing', message: '' },
    });
    expect(await ask()).toBeNull();
  });

  it('answers HEAD', async () => {
    const answer = await web.ask(`/api/video-status?id=${await createVideo()}`, { method: 'HEAD' });
    expect([answer.status, answer.text]).toEqual([200, '']);
  });

  it('knows what is no id and what is no video', async () => {
    const codes = async (path: string) => {
      const answer = await web.ask(path);
      return [answer.status, errorOf(answer).code];
    };
    expect(await codes('/api/video-status')).toEqual([400, 'missing_video_id']);
    expect(await codes('/api/video-status?id=..%2F..%2Fetc')).toEqual([400, 'invalid_video_id']);
    expect(await codes(`/api/video-status?id=${unknownId()}&since=-1`)).toEqual([400, 'invalid_since']);
    expect(await codes(`/api/video-status?id=${unknownId()}&since=1e9`)).toEqual([400, 'invalid_since']);
    expect(await codes(`/api/video-status?id=${unknownId()}`)).toEqual([404, 'video_not_found']);
  });
});

describe('POST /api/process-video', () => {
  it('is harmless to repeat, by query and by body', async () => {
    const videoId = await createVideo();
    const byQuery = await web.ask(`/api/process-video?id=${videoId}`, { method: 'POST' });
    const byBody = await web.post('/api/process-video', { videoId });
    expect([byQuery.status, bodyOf(byQuery)]).toEqual([202, { videoId, queued: false }]);
    expect([byBody.status, bodyOf(byBody)]).toEqual([202, { videoId, queued: false }]);
    expect(await web.backend.boss.findJobs('process-video', { key: videoId })).toHaveLength(1);
  });

  it('takes a failed video up for a page that was opened once, and always for a person', async () => {
    const videoId = await createVideo();
    const error = { code: 'network_away', message: 'It broke.', hint: 'Wait.', retryable: true };
    const fail = () => endVideo(web.backend.db, videoId, 'failed', { message: 'It failed.', error });
    const ask = async (by: string) => {
      const answer = await web.ask(`/api/process-video?id=${videoId}${by}`, { method: 'POST' });
      expect(answer.status).toBe(202);
      return (await findVideo(web.backend.db, videoId))?.status;
    };
    await fail();
    expect((await web.ask(`/video/${videoId}`)).text).toContain('"needsSafetyNet":true');
    expect(await ask('&by=page')).toBe('pending');
    await fail();
    expect(await ask('&by=page')).toBe('failed');
    expect((await web.ask(`/video/${videoId}`)).text).toContain('"needsSafetyNet":false');
    expect(await ask('')).toBe('pending');
  });

  it('knows what is no video', async () => {
    expect((await web.post('/api/process-video', {})).status).toBe(400);
    expect((await web.post('/api/process-video', { videoId: 7 })).status).toBe(400);
    expect((await web.post('/api/process-video', { videoId: unknownId() })).status).toBe(404);
  });
});

describe('methods and addresses', () => {
  it.each([
    ['GET', '/api/generate-script', 'POST'],
    ['PUT', '/api/generate-script', 'POST'],
    ['GET', '/api/process-video', 'POST'],
    ['POST', '/api/video-status', 'GET, HEAD'],
    ['DELETE', '/media/a/b.jpg', 'GET, HEAD'],
    ['POST', '/healthz', 'GET, HEAD'],
    ['DELETE', '/', 'GET, HEAD, POST'],
    ['OPTIONS', '/api/video-status', 'GET, HEAD'],
  ])('%s %s is 405', async (method, path, allow) => {
    const answer = await web.ask(path, { method });
    expect([answer.status, answer.headers.allow, errorOf(answer).code]).toEqual([
      405,
      allow,
      'method_not_allowed',
    ]);
  });

  it('answers unknown API addresses in JSON and unknown pages with a page', async () => {
    const api = await web.ask('/api/nothing');
    expect([api.status, errorOf(api).code]).toEqual([404, 'not_found']);
    const page = await web.ask('/nothing');
    expect(page.status).toBe(404);
    expect(page.text).toContain('This reel is missing');
    expect((await web.ask(`/video/${unknownId()}`)).status).toBe(404);
    expect((await web.ask('/video/not-an-id')).status).toBe(404);
  });

  it.each(['/%E0%A4%A', '/video/%ff', '/media/%00/x.jpg', '//evil.test/', '/api/video-status?id=%E0%A4%A'])(
    'never fails over %s',
    async (path) => {
      const answer = await web.ask(path);
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
      expect(answer.text).not.toMatch(/node_modules|at .*\.(ts|js):\d+/);
    },
  );
});

describe('who may ask', () => {
  it('is refused under names that are not ours', async () => {
    const page = await web.ask('/', { headers: { host: 'evil.test', accept: 'text/html' } });
    expect(page.status).toBe(403);
    expect(page.headers['content-type']).toContain('text/html');
    const api = await web.ask('/api/video-status?id=1', { headers: { host: 'evil.test' } });
    expect([api.status, errorOf(api).code]).toEqual([403, 'unknown_host']);
    expect((await web.ask('/', { headers: { host: 'film.test' } })).status).toBe(200);
  });

  it.each([
    '/create',
    '/create?_data=routes%2Fcreate',
    '/api/generate-script',
    '/api/process-video?id=1',
    '/video/1',
  ])('POST %s is refused from other sites', async (path) => {
    const before = await countVideos();
    for (const headers of [
      { origin: 'http://evil.test' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site', origin: 'http://127.0.0.1:1' },
    ]) {
      const answer = await web.post(path, { story: SHORT_STORY }, headers as Record<string, string>);
      expect([answer.status, errorOf(answer).code]).toEqual([403, 'cross_origin']);
    }
    expect(await countVideos()).toBe(before);
  });

  it('is taken from our own pages', async () => {
    const origin = `http://127.0.0.1:${web.port}`;
    await createVideo({ origin, 'sec-fetch-site': 'same-origin' });
  });
});

describe('how much may be sent', () => {
  it('is refused from its announced length, before the body has come', async () => {
    // Nothing but the head is sent: an answer shows that nobody waits for the body.
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(web.port, '127.0.0.1', () => {
        socket.write(
          `POST /api/generate-script HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 10485760\r\n\r\n`,
        );
      });
      socket.on('data', (chunk) => {
        resolve(chunk.toString());
        socket.destroy();
      });
      socket.on('error', reject);
    });
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toContain('"code":"body_too_large"');
  });

  it('gets its answer to a sender of 10 MB', async () => {
    const answer = await web.post('/api/generate-script', { story: 'a'.repeat(10 * 1024 * 1024) });
    expect([answer.status, errorOf(answer).code]).toEqual([413, 'body_too_large']);
  });

  it('must be announced', async () => {
    const headers = { 'transfer-encoding': 'chunked', 'content-type': 'application/json' };
    const answer = await web.ask('/api/generate-script', { method: 'POST', headers });
    expect([answer.status, errorOf(answer).code]).toEqual([411, 'length_required']);
  });
});

describe('the headers of a page', () => {
  it('let scripts run by this answer’s nonce alone', async () => {
    const [first, second] = [await web.ask('/create'), await web.ask('/create')];
    const policy = String(first.headers['content-security-policy']);
    const nonce = /script-src 'self' 'nonce-([^']+)'/.exec(policy)?.[1];
    expect(nonce).toHaveLength(24);
    expect(String(second.headers['content-security-policy'])).not.toContain(nonce);
    for (const part of [
      "object-src 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "form-action 'self'",
    ]) {
      expect(policy).toContain(part);
    }
    expect(policy).not.toContain('unsafe-eval');
    const scripts = first.text.match(/<script\b[^>]*>/g) ?? [];
    expect(scripts.length).toBeGreaterThan(1);
    for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`);
  });

  it('hide nothing behind the wrong type and say nothing of the server', async () => {
    const { headers } = await web.ask('/');
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' });
    expect(headers['x-powered-by']).toBeUndefined();
  });
});

describe('the form without script', () => {
  const send = (fields: Record<string, string>) =>
    web.ask('/create', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields).toString(),
    });

  it('leads to the video’s page', async () => {
    const key = unknownId();
    const [once, twice] = [
      await send({ story: SHORT_STORY, idempotencyKey: key }),
      await send({ story: SHORT_STORY, idempotencyKey: key }),
    ];
    expect(once.status).toBe(303);
    expect(once.headers.location).toMatch(/^\/video\/[0-9a-f-]{36}$/);
    expect(twice.headers.location).toBe(once.headers.location);
    expect((await web.ask(String(once.headers.location))).text).toContain('Writing the script…');
  });

  it('keeps what was typed and says what is wrong beside the field', async () => {
    const answer = await send({ story: 'Only "two', title: 'My <title>', style: 'gouache' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Only &quot;two</textarea>');
    expect(answer.text).toContain('value="My &lt;title&gt;"');
    expect(answer.text).toMatch(/id="story-message"/);
    expect(answer.text).toMatch(/aria-invalid="true" aria-describedby="story-message story-hint"/);
    expect(answer.text).toMatch(
      /name="style"[^>]*checked=""[^>]*value="gouache"|value="gouache"[^>]*checked=""/,
    );
  });

  it('survives NUL bytes', async () => {
    expect((await send({ story: 'The fox\0 saw the moon' })).status).toBe(422);
  });
});

describe('a video’s page', () => {
  const act = (videoId: string, intent: string) =>
    web.ask(`/video/${videoId}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: `intent=${intent}`,
    });

  it('cancels, goes on, and deletes', async () => {
    const videoId = await createVideo();
    const statusNow = async () => (await findVideo(web.backend.db, videoId))?.status ?? 'gone';
    expect((await act(videoId, 'cancel')).status).toBe(303);
    expect(await statusNow()).toBe('cancelled');
    expect((await act(videoId, 'process')).headers.location).toBe(`/video/${videoId}`);
    expect(await statusNow()).toBe('pending');
    expect((await act(videoId, 'delete')).headers.location).toBe(`/?deleted=${videoId}`);
    expect(await statusNow()).toBe('gone');
    expect(await listHistory(web.backend.db, videoId)).toEqual([]);
    expect((await act(videoId, 'delete')).status).toBe(303);
  });

  it('says the language of story and titles, and of the film’s captions', async () => {
    const story = 'Il était une fois un renard qui voulait vendre la lune. Les oiseaux riaient de lui.';
    const sent = await web.post('/api/generate-script', { story, title: 'Le renard', voice: 'none' });
    const videoId = String(bodyOf(sent).videoId);
    const page = async () => (await web.ask(`/video/${videoId}`)).text;
    expect(await page()).toMatch(/<h1 lang="fr" dir="ltr">Le renard<\/h1>/);
    expect(await page()).toMatch(/<p lang="fr" dir="ltr">Il était une fois/);
    expect((await web.ask('/')).text).toMatch(/<h3 lang="fr" dir="ltr"><a[^>]*>Le renard/);
    await web.backend.db.video.update({
      where: { id: videoId },
      data: { status: 'completed', filmKey: 'v/film.mp4', vttKey: 'v/captions.vtt' },
    });
    expect(await page()).toMatch(/<track[^>]*srcLang="fr"[^>]*label="French"/i);
  });

  it('says beside the film what was got round in it', async () => {
    const videoId = await createVideo();
    const note = {
      code: 'own_music_unusable',
      message: 'Your music file has no sound in it.',
      hint: 'Take another file.',
      retryable: false,
    };
    const data = { status: 'completed' as const, filmKey: 'v/film.mp4', note };
    await web.backend.db.video.update({ where: { id: videoId }, data });
    const page = (await web.ask(`/video/${videoId}`)).text;
    expect(page).toMatch(
      /<aside[^>]*>.*Your music file has no sound in it\..*Take another file\..*<\/aside>/,
    );
    expect(bodyOf(await web.ask(`/api/video-status?id=${videoId}`)).note).toEqual({
      code: note.code,
      message: note.message,
      hint: note.hint,
    });
  });

  it('speaks of no assets, in whatever state', async () => {
    const videoId = await createVideo();
    for (const status of VIDEO_STATUSES) {
      await web.backend.db.video.update({ where: { id: videoId }, data: { status } });
      const page = (await web.ask(`/video/${videoId}`)).text;
      const shown = page.replace(/<(script|style)\b.*?<\/\1>/gs, '').replace(/<[^>]*>/g, ' ');
      expect(shown).toContain('History');
      expect(shown).not.toMatch(/\bassets?\b|validat/i);
    }
  });

  it('asks before it deletes, also without script', async () => {
    const videoId = await createVideo();
    expect((await web.ask(`/video/${videoId}`)).text).not.toContain('<dialog open');
    expect((await web.ask(`/video/${videoId}?confirm=delete`)).text).toMatch(/<dialog[^>]* open=""/);
  });

  it('knows nothing else', async () => {
    const videoId = await createVideo();
    expect((await act(videoId, 'publish')).status).toBe(400);
    expect((await act(unknownId(), 'cancel')).status).toBe(404);
    expect((await act('not-an-id', 'cancel')).status).toBe(400);
  });
});

describe('/healthz', () => {
  it('says what is missing', async () => {
    const answer = await web.ask('/healthz');
    expect(answer.status).toBe(503);
    expect(bodyOf(answer)).toMatchObject({ ok: false, database: { ok: true }, worker: { ok: false } });
  });

  it('is well when a worker was seen', async () => {
    await web.backend.db.worker.create({ data: { id: unknownId() } });
    const answer = await web.ask('/healthz');
    expect([answer.status, bodyOf(answer).ok]).toEqual([200, true]);
  });
});
