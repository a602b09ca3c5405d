/** Servers that will not: this machine takes their place where it can, and what stands in the way of all stops the film. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { beginAttempt } from '#jobs/db/attempts/attempt-writes.server.ts';
import { createVideo, findVideo, reopenVideo } from '#jobs/db/videos.server.ts';
import { makeFilm } from '#jobs/pipeline.ts';
import { openAiProvider } from '#jobs/providers/openai/openai-provider.ts';
import { StoryError } from '#jobs/story/film/fault.ts';
import { attentionOf, type Video } from '#jobs/story/film/video.ts';
import type { Route, ServerFault } from '#tests/support/openai-server/fault-plan.ts';
import { startOpenAiServer, type TestServer } from '#tests/support/openai-server/server.ts';
import { shortVoice } from '#tests/support/openai-server/short-voice.ts';
import { CANARY_KEY, testSettings } from '#tests/support/openai-server/test-settings.ts';
import { openRemoteWorkshop, type RemoteWorkshop } from '#tests/support/remote-workshop.ts';
import { draftOf } from '#tests/support/stories.ts';
import { createDatabase } from '#tests/support/test-database.ts';

/** The queue's attempts. */
const CHANCES = 5;
const SMALL = { scenes: 2, format: '1:1', style: 'silhouette', music: 'none' };
const STORY = 'A girl called Marta found a lantern in the snow. She carried it home to Marta’s aunt.';
const PICTURES: readonly Route[] = ['generations', 'edits'];

let server: TestServer;
let house: RemoteWorkshop;
let stories = 0;
beforeAll(async () => {
  server = await startOpenAiServer({ apiKey: CANARY_KEY, voice: shortVoice() });
  const providers = [openAiProvider(testSettings(server.baseUrl))];
  house = await openRemoteWorkshop({ providers, databaseUrl: await createDatabase() });
});
beforeEach(() => server.forget());
afterAll(async () => {
  await house.close();
  await server.close();
});

async function newVideo(options: Record<string, unknown> = {}): Promise<string> {
  const id = randomUUID();
  // No two ask for the same.
  stories += 1;
  const draft = draftOf(`${STORY} It was night ${stories}.`, { ...SMALL, ...options });
  await house.workshop.db.$transaction((tx) =>
    createVideo(tx, { id, draft, idempotencyKey: null, requestHash: id }),
  );
  return id;
}

async function videoOf(videoId: string): Promise<Video> {
  const video = await findVideo(house.workshop.db, videoId);
  if (!video) throw new Error('The video is gone.');
  return video;
}

/** As often as the queue would. @returns the last error, null for a film, and how many attempts there were */
async function attempts(videoId: string): Promise<{ error: unknown; chances: number }> {
  for (let chance = 1; ; chance += 1) {
    const begun = await beginAttempt(house.workshop.db, videoId);
    if (!begun) throw new Error('There is nothing to work on.');
    const { signal } = new AbortController();
    try {
      await makeFilm(house.workshop, begun, { signal, lastChance: chance === CHANCES });
      return { error: null, chances: chance };
    } catch (error) {
      const isOver = !(error instanceof StoryError && error.retryable) || chance === CHANCES;
      if (isOver) return { error, chances: chance };
    }
  }
}

const failing = (routes: readonly Route[], fault: ServerFault) =>
  server.failBy((route) => (routes.includes(route) ? fault : null));
const asked = (routes: readonly Route[]) => server.calls.filter(({ route }) => routes.includes(route));
const rejected = (more: object = {}): ServerFault => ({
  ...{ kind: 'status', status: 400, type: 'invalid_request_error', message: 'Not like this.' },
  ...more,
});

describe('a script model that will not', () => {
  it.each<[string, ServerFault, string]>([
    ['refuses', { kind: 'refuse' }, 'refuses this story'],
    ['is stopped by a filter', { kind: 'filter' }, 'refuses this story'],
    ['rejects the prompt', rejected({ code: 'content_filter' }), 'refuses this text'],
    ['rejects the request', rejected(), 'rejects the request (status 400): Not like this.'],
    ['answers with a web page', { kind: 'html' }, 'not in OpenAI’s protocol'],
    ['is gone by its code', rejected({ code: 'model_not_found' }), 'does not know the model'],
    ['is gone for good', { kind: 'status', status: 410 }, 'does not know the model'],
  ])('and %s: the storyteller cuts the author’s words, and says why', async (_what, fault, why) => {
    const videoId = await newVideo();
    failing(['chat'], fault);
    expect(await attempts(videoId)).toEqual({ error: null, chances: 1 });
    const video = await videoOf(videoId);
    expect(video).toMatchObject({ status: 'completed', note: { code: 'script_cut_here' } });
    expect(video.note?.message).toContain(why);
    const told = video.scenes.map(({ narration }) => narration).join(' ');
    expect(told.replace(/\s+/g, ' ')).toBe(video.story.replace(/\s+/g, ' '));
    expect(asked(['chat'])).toHaveLength(1);
  });

  it('fails a film that it was to write, for nobody here can', async () => {
    const videoId = await newVideo({ writing: 'write-for-me', seconds: '15', scenes: undefined });
    failing(['chat'], rejected());
    expect((await attempts(videoId)).error).toMatchObject({ code: 'request_rejected', retryable: false });
  });
});

describe('a picture model that will not', () => {
  it('and refuses, where nobody finds milder words any more: the studio draws, and says that it was refused', async () => {
    const videoId = await newVideo({ scenes: 1 });
    server.failBy((route) => (PICTURES.includes(route) ? { kind: 'refuse' } : null));
    // The script itself, and then no more.
    server.failNext('chat', null, rejected({ code: 'model_not_found' }));
    expect(await attempts(videoId)).toEqual({ error: null, chances: 1 });
    const [scene] = (await videoOf(videoId)).scenes;
    expect(scene).toMatchObject({ error: null, note: { code: 'picture_drawn_here' } });
    expect(asked(['chat'])).toHaveLength(2);
  });

  it.each<[string, ServerFault, string]>([
    ['rejects the request', rejected(), 'request_rejected'],
    ['cannot process it', { kind: 'status', status: 422 }, 'request_rejected'],
    ['answers with a web page', { kind: 'html' }, 'not_openai_protocol'],
    ['is gone by its code', { kind: 'status', status: 403, code: 'model_not_found' }, 'model_unknown'],
  ])('and %s: the studio draws, and Fix has it painted', async (_what, fault, code) => {
    const videoId = await newVideo();
    failing(PICTURES, fault);
    expect(await attempts(videoId)).toEqual({ error: null, chances: 1 });
    const flawed = await videoOf(videoId);
    expect(flawed.status).toBe('completed');
    expect(flawed.scenes.map(({ error }) => error?.code)).toEqual([code, code]);
    expect(flawed.scenes.every(({ pictureKey, pictureLayers }) => pictureKey && pictureLayers)).toBe(true);
    expect(attentionOf(flawed)).toBe(2);

    await house.workshop.db.$transaction((tx) => reopenVideo(tx, flawed, 'Fixing.', 'person'));
    server.forget();
    expect((await attempts(videoId)).error).toBeNull();
    expect(attentionOf(await videoOf(videoId))).toBe(0);
    expect(asked(PICTURES)).toHaveLength(2);
    expect(asked(['speech', 'chat'])).toEqual([]);
  });

  it.each<[string, ServerFault, string]>([
    ['a broken server', { kind: 'status', status: 500 }, 'provider_unavailable'],
    ['an overloaded one', { kind: 'status', status: 503 }, 'provider_unavailable'],
    ['a limit on calls', { kind: 'status', status: 429 }, 'rate_limited'],
    ['one that hangs up', { kind: 'drop' }, 'connection_lost'],
  ])('because of %s, also by the last attempt: the studio draws then', async (_what, fault, code) => {
    const videoId = await newVideo({ scenes: 1 });
    failing(PICTURES, fault);
    expect(await attempts(videoId)).toEqual({ error: null, chances: CHANCES });
    const video = await videoOf(videoId);
    expect(video).toMatchObject({ status: 'completed', scenes: [{ error: { code } }] });
    expect(video.scenes[0]?.pictureLayers).not.toBeNull();
  });

  it.each<[string, ServerFault, string]>([
    ['a rejected key', { kind: 'status', status: 401 }, 'key_rejected'],
    ['a key that may not', { kind: 'status', status: 403 }, 'key_forbidden'],
    ['a spent balance', { kind: 'status', status: 429, code: 'insufficient_quota' }, 'quota_exhausted'],
    ['a limit on billing', rejected({ code: 'billing_hard_limit_reached' }), 'quota_exhausted'],
  ])('because of %s fails the film with the reason', async (_what, fault, code) => {
    const videoId = await newVideo();
    failing(PICTURES, fault);
    expect(await attempts(videoId)).toMatchObject({ error: { code, retryable: false }, chances: 1 });
  });
});

it('a speech server that rejects the request leaves it to a voice of this machine', async () => {
  const videoId = await newVideo();
  failing(['speech'], rejected());
  expect(await attempts(videoId)).toEqual({ error: null, chances: 1 });
  const { scenes } = await videoOf(videoId);
  expect(scenes.map(({ voiceError }) => voiceError?.code)).toEqual(Array(2).fill('voice_spoken_here'));
});
