/** One key, given to everything; it must be sent to the server and be found nowhere else. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findVideo } from '#jobs/db/videos.server.ts';
import { readPaidInAll } from '#jobs/ledger/spending.server.ts';
import { mediaUrl } from '#jobs/storage/media-url.ts';
import { segmentPropsOf, storyPropsOf } from '#jobs/story/film/film-props.ts';
import { isFinished } from '#jobs/story/film/status.ts';
import type { Video } from '#jobs/story/film/video.ts';
import { TYPESCRIPT_LOADER } from '#jobs/threads/typescript-loader.ts';
import { startTestWeb, type TestWeb } from '#tests/integration/app/web-server.ts';
import { huntInDatabase, huntInFiles, huntInText } from '#tests/support/key-hunt.ts';
import { startOpenAiServer, type TestServer } from '#tests/support/openai-server/server.ts';
import { shortVoice } from '#tests/support/openai-server/short-voice.ts';
import { CANARY_KEY, serverEnvironment, testSettings } from '#tests/support/openai-server/test-settings.ts';
import { waitFor } from '#tests/support/wait-for.ts';

const WORKER = fileURLToPath(new URL('../../../../jobs/worker.ts', import.meta.url));
const CAPABILITIES = ['script', 'image', 'speech', 'transcribe', 'moderation'] as const;

/** A film of few frames. */
const SMALL = { story: 'A red fox woke up. It ran home.', format: '1:1' };

let server: TestServer;
let web: TestWeb;
let worker: ChildProcess;
/** All that the worker process wrote. */
let output = '';
let made: Video;
/** Films that a server's error ended: one while it was written, one while it was painted. */
let unwritten: Video;
let unpainted: Video;

/** A real worker, which logs all that it can. */
function startWorker(): ChildProcess {
  const child = spawn(process.execPath, ['--import', TYPESCRIPT_LOADER, WORKER], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      DATABASE_URL: web.databaseUrl,
      DATA_DIR: web.dataDir,
      LOG_LEVEL: 'trace',
      ...serverEnvironment(server.baseUrl),
    },
  });
  const keep = (chunk: Buffer) => {
    output += chunk.toString();
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  return child;
}

async function finished(options: Record<string, unknown> = {}): Promise<Video> {
  const { text } = await web.post('/api/generate-script', { ...SMALL, ...options });
  const { videoId } = JSON.parse(text) as { videoId: string };
  return waitFor('the film to be finished', async () => {
    const video = await findVideo(web.backend.db, videoId);
    return video && isFinished(video.status) && video;
  });
}

function press(capability: string) {
  return web.ask('/settings', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: `http://127.0.0.1:${web.port}` },
    body: new URLSearchParams({ capability }).toString(),
  });
}

beforeAll(async () => {
  server = await startOpenAiServer({ apiKey: CANARY_KEY, echoesKey: true, voice: shortVoice() });
  web = await startTestWeb({ providers: testSettings(server.baseUrl) });
  worker = startWorker();
  // Errors that are got over leave their traces as well.
  server.failNext('speech', { kind: 'status', status: 500 }, { kind: 'status', status: 429 });
  server.failNext('generations', { kind: 'status', status: 503 });
  made = await finished({ scenes: 2 });
  server.failNext('chat', { kind: 'status', status: 400 });
  unwritten = await finished({ writing: 'write-for-me', seconds: 15 });
  server.failNext('generations', { kind: 'status', status: 400 });
  unpainted = await finished({ scenes: 1 });
});

afterAll(async () => {
  const ended = once(worker, 'exit');
  worker.kill('SIGTERM');
  await ended;
  await web.stop();
  await server.close();
});

describe('the canary key', () => {
  it('was sent with every call, and came back in every error', () => {
    expect(server.calls.length).toBeGreaterThan(8);
    for (const { headers } of server.calls) expect(headers.authorization).toBe(`Bearer ${CANARY_KEY}`);
    expect(made).toMatchObject({ status: 'completed' });
    expect([unwritten.status, unpainted.status]).toEqual(['failed', 'completed']);
    for (const error of [unwritten.error, unpainted.scenes[0]?.error]) {
      expect(error?.message).toContain('rejects the request (status 400): Status 400 (sent with …');
    }
  });

  it('is in no row, the queue’s among them', async () => {
    const { found, places } = await huntInDatabase(web.databaseUrl, CANARY_KEY);
    expect(found).toEqual([]);
    expect(places).toBeGreaterThan(20);
    const calls = await web.backend.db.providerCall.findMany({ where: { videoId: unwritten.id } });
    expect(calls.some(({ state }) => state === 'failed')).toBe(true);
  });

  it('is in no stored file, the film among them', async () => {
    const { found, places } = await huntInFiles(web.dataDir, CANARY_KEY);
    expect(found).toEqual([]);
    expect(places).toBeGreaterThan(8);
  });

  it('is not in the film’s props', () => {
    const segments = made.scenes.map((_, position) => segmentPropsOf(made, position, mediaUrl));
    const props = { story: storyPropsOf(made, mediaUrl), segments };
    expect(segments).not.toContain(null);
    expect(huntInText({ props: JSON.stringify(props) }, CANARY_KEY)).toEqual({ found: [], places: 1 });
  });

  it('is on no page and in no answer', async () => {
    const paths = [
      '/',
      '/create',
      '/settings',
      '/healthz',
      ...[made, unwritten, unpainted].flatMap(({ id }) => [
        `/video/${id}`,
        `/video/${id}?_data=routes%2Fvideo.%24id`,
        `/api/video-status?id=${id}`,
      ]),
      '/?_data=routes%2F_index',
      '/create?_data=routes%2Fcreate',
      '/settings?_data=routes%2Fsettings',
    ];
    const places: Record<string, string> = {};
    for (const path of paths) {
      const { headers, text } = await web.ask(path);
      places[path] = `${JSON.stringify(headers)}\n${text}`;
    }
    for (const { id } of [unwritten, unpainted]) expect(places[`/video/${id}`]).toContain('(sent with …');
    expect(huntInText(places, CANARY_KEY)).toEqual({ found: [], places: paths.length });
  });

  it.each(CAPABILITIES)('is not in what trying %s says, well or ill', async (capability) => {
    const route = {
      script: 'chat',
      image: 'generations',
      speech: 'speech',
      transcribe: 'transcriptions',
      moderation: 'moderations',
    } as const;
    const well = await press(capability);
    const places: Record<string, string> = { well: well.text };
    for (const status of [400, 401, 403, 404, 429, 500]) {
      server.failNext(route[capability], { kind: 'status', status });
      places[`status ${status}`] = (await press(capability)).text;
    }
    expect(places['status 400']).toContain('(sent with …');
    expect(huntInText(places, CANARY_KEY)).toEqual({ found: [], places: 7 });
  });

  it('is in nothing that the processes wrote', async () => {
    expect((await readPaidInAll(web.backend.db)).totalUsd).toBeGreaterThan(0);
    const { found } = huntInText({ worker: output, web: web.logged() }, CANARY_KEY);
    expect(found).toEqual([]);
    // Structured to the last line, so that whoever reads it can filter it.
    const lines = [output, web.logged()].flatMap((text) => text.trim().split('\n'));
    for (const line of lines) {
      expect(JSON.parse(line)).toMatchObject({ level: expect.any(Number), time: expect.any(Number) });
    }
    expect(lines.length).toBeGreaterThan(20);
    expect(output).toContain('The worker is ready.');
    expect(web.logged()).toContain('/settings');
  });

  it('would be found where it is', () => {
    const found = huntInText({ there: `Bearer ${CANARY_KEY}`, half: CANARY_KEY.slice(-8) }, CANARY_KEY).found;
    expect(found.map((place) => place.split(':')[0])).toEqual(expect.arrayContaining(['there', 'half']));
  });
});
