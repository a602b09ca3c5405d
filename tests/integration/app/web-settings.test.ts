import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { healthAnswer } from '#app/server/health.ts';
import { failVideo } from '#jobs/db/attempts/attempt-ends.server.ts';
import { beginAttempt, patchScene, saveScript } from '#jobs/db/attempts/attempt-writes.server.ts';
import { findVideo } from '#jobs/db/videos.server.ts';
import type { ModelNotice } from '#jobs/ports/engine-overview.ts';
import { startOpenAiServer, type TestServer } from '#tests/support/openai-server/server.ts';
import { CANARY_KEY, testSettings } from '#tests/support/openai-server/test-settings.ts';
import { SHORT_STORY } from '#tests/support/stories.ts';
import { waitFor } from '#tests/support/wait-for.ts';
import { TWO_SCENES } from '#tests/support/workshop.ts';
import { startTestWeb, type TestWeb } from './web-server';

let server: TestServer;
let web: TestWeb;
let plain: TestWeb;

beforeAll(async () => {
  server = await startOpenAiServer({ apiKey: CANARY_KEY });
  const voiceWarning = 'SPEECH_VOICE names “nova”, which is gone.';
  web = await startTestWeb({ providers: testSettings(server.baseUrl), voiceWarning });
  const nothing = { script: null, image: null, speech: null, transcribe: null, moderation: null };
  plain = await startTestWeb({ providers: nothing });
});
afterAll(async () => {
  await Promise.all([web.stop(), plain.stop()]);
  await server.close();
});
beforeEach(() => server.forget());

/** What a page says, tags and Remix's comments taken out. */
const wordsOf = (html: string) =>
  html
    .replace(/<script[\s\S]*?<\/script>/g, ' ')
    .replace(/<!-- -->/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

function press(at: TestWeb, capability: string) {
  return at.ask('/settings', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: `http://127.0.0.1:${at.port}` },
    body: new URLSearchParams({ capability }).toString(),
  });
}

describe('the settings page', () => {
  it('says what is set, and never the key', async () => {
    const { status, text } = await web.ask('/settings');
    expect(status).toBe(200);
    const words = wordsOf(text);
    for (const said of [
      'gpt-6.1-terra',
      'gpt-image-2.5-flare',
      'whisper-1',
      'alloy, ash',
      'Key set',
      '“nova”, which is gone.',
    ]) {
      expect(words).toContain(said);
    }
    expect(text).not.toContain(CANARY_KEY.slice(0, 9));
  });

  it('says how to connect a server where there is none', async () => {
    const { text } = await plain.ask('/settings');
    expect(wordsOf(text)).toContain('set OPENAI_API_KEY , or IMAGE_BASE_URL and IMAGE_MODEL');
    expect(wordsOf((await press(plain, 'script')).text)).toContain('No server is set for this');
  });

  it.each([
    ['script', 'answers in the form that was asked for', 1],
    ['image', 'in the quality and size of a film, and follows earlier ones (1080 × 1920 px', 2],
    ['speech', 'speaks with the voice “marin”', 1],
    ['transcribe', 'tells the times of words', 1],
    ['moderation', 'checks stories', 1],
  ])('tries %s as a film would ask for it', async (capability, said, calls) => {
    const { status, text } = await press(web, capability);
    expect(status).toBe(200);
    expect(wordsOf(text)).toContain(said);
    expect(server.calls.filter(({ route }) => route !== 'models')).toHaveLength(calls);
  });

  it('says the exact reason and what to do when that fails', async () => {
    server.failNext('speech', { kind: 'status', status: 401, message: `No: ${CANARY_KEY}` });
    const { text } = await press(web, 'speech');
    expect(wordsOf(text)).toContain('does not accept the key. Check SPEECH_API_KEY or OPENAI_API_KEY');
    expect(text).not.toContain(CANARY_KEY.slice(0, 9));
  });

  it('counts what trying costs', async () => {
    const spent = async () => /today \(UTC\) \$(\S+)/.exec(wordsOf((await web.ask('/settings')).text))?.[1];
    const before = Number(await spent());
    await press(web, 'image');
    expect(Number(await spent())).toBeGreaterThan(before);
  });

  it('refuses what is no capability', async () => {
    expect((await press(web, 'everything')).status).toBe(400);
  });
});

describe('the form', () => {
  it('offers writing and tells the cost only where there is a server', async () => {
    const remote = wordsOf((await web.ask('/create')).text);
    expect(remote).toContain('Write it for me');
    expect(remote).toContain('cost');
    const builtIn = wordsOf((await plain.ask('/create')).text);
    expect(builtIn).not.toContain('Write it for me');
    expect(builtIn).not.toContain('cost');
  });

  it('takes an idea where there is a writing model, and says why not elsewhere', async () => {
    const idea = { story: 'A fox who wants to be a barber.', writing: 'write-for-me', seconds: 15 };
    expect((await web.post('/api/generate-script', idea)).status).toBe(201);
    const refused = await plain.post('/api/generate-script', idea);
    expect([refused.status, JSON.parse(refused.text).error.code]).toEqual([422, 'writing_unavailable']);
  });

  it.each([
    ['seconds', 17, 'unknown_seconds'],
    ['tone', 'shrill', 'unknown_tone'],
    ['writing', 'as-you-like', 'unknown_writing'],
  ])('refuses %s: %s', async (field, value, code) => {
    const { status, text } = await web.post('/api/generate-script', { story: SHORT_STORY, [field]: value });
    expect([status, JSON.parse(text).error.code]).toEqual([422, code]);
  });

  it('takes a story in another language where a speech server speaks it', async () => {
    const story = { story: 'Ein Fuchs fand eine Laterne im Schnee und trug sie nach Hause in den Wald.' };
    expect((await web.post('/api/generate-script', story)).status).toBe(201);
    expect((await plain.post('/api/generate-script', story)).status).toBe(422);
  });
});

describe('models that end', () => {
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const models = ['gpt-6.1-terra', 'gpt-image-2.5-flare', 'gpt-4o-mini-tts', 'gpt-realtime-9', 'whisper-1'];
  const soon = inDays(10);
  let listing: TestServer;
  let at: TestWeb;
  beforeAll(async () => {
    listing = await startOpenAiServer({
      ...{ apiKey: CANARY_KEY, models },
      lastDays: { 'gpt-4o-mini-tts': soon, 'gpt-6.1-terra': inDays(60) },
    });
    at = await startTestWeb({ providers: testSettings(listing.baseUrl) });
  });
  afterAll(async () => {
    await at.stop();
    await listing.close();
  });
  const told = async () => (JSON.parse((await at.ask('/healthz')).text) as { models: unknown }).models;
  const speech = { capability: 'speech', model: 'gpt-4o-mini-tts', isGone: false, endsOn: soon };
  const safety = { capability: 'moderation', model: 'omni-moderation-latest', isGone: true, endsOn: null };

  it('are not known to /healthz before a list was read, for which nobody waits', async () => {
    const notices = Promise.withResolvers<ModelNotice[]>();
    const app = express();
    const engines = { notices: () => notices.promise };
    app.get('/healthz', healthAnswer(at.backend, { engines }));
    const alone = await new Promise<Server>((resolve) => {
      const listening = app.listen(0, '127.0.0.1', () => resolve(listening));
    });
    try {
      const address = `http://127.0.0.1:${(alone.address() as AddressInfo).port}/healthz`;
      const models = async () => ((await (await fetch(address)).json()) as { models: unknown }).models;
      expect(await models()).toBeNull();
      notices.resolve([]);
      expect(await waitFor('the list', models)).toEqual([]);
    } finally {
      alone.closeAllConnections();
      await new Promise((resolve) => alone.close(resolve));
    }
  });

  it('are told by /healthz, by the list of the server', async () => {
    const known = await waitFor('the list', told);
    expect(known).toEqual([
      { ...speech, others: ['gpt-realtime-9'] },
      { ...safety, others: [] },
    ]);
    const lists = listing.calls.filter(({ route }) => route === 'models');
    expect(lists).toHaveLength(1);
    expect(lists[0]?.headers.authorization).toBe(`Bearer ${CANARY_KEY}`);
  });

  it('are told on the card, with what may take their place', async () => {
    const words = wordsOf((await at.ask('/settings')).text);
    expect(words).toContain(
      `“gpt-4o-mini-tts” is to be shut down on ${soon}. It has gpt-realtime-9: set SPEECH_MODEL to one of them.`,
    );
    expect(words).toContain('The server does not list “omni-moderation-latest” any more.');
    expect(words.match(/is to be shut down on/g)).toHaveLength(1);
  });

  it('are none where no server is set, or the server tells nothing', async () => {
    const none = async (web: TestWeb) =>
      (JSON.parse((await web.ask('/healthz')).text) as { models: unknown }).models;
    expect(await waitFor('what is built in', () => none(plain))).toEqual([]);
    const failing = await startOpenAiServer({ apiKey: CANARY_KEY, models });
    failing.failBy(() => ({ kind: 'status', status: 500 }));
    const untold = await startTestWeb({ providers: testSettings(failing.baseUrl) });
    try {
      expect(await waitFor('the failure', () => none(untold))).toEqual([]);
      expect(wordsOf((await untold.ask('/settings')).text)).not.toContain('any more');
    } finally {
      await untold.stop();
      await failing.close();
    }
  });
});

/** Sends the form as a browser without script does. */
function send(at: TestWeb, fields: Record<string, string>) {
  return at.ask('/create', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: `http://127.0.0.1:${at.port}` },
    body: new URLSearchParams({ story: SHORT_STORY, ...fields }).toString(),
  });
}

/** Options of the video that an answer leads to. */
async function optionsOf(at: TestWeb, location: string | undefined) {
  const video = await findVideo(at.backend.db, (location ?? '').split('/').at(-1) ?? '');
  if (!video) throw new Error(`There is no video at ${location}.`);
  return video.options;
}

/** Values that a group of radio buttons offers, the chosen one marked. */
function offered(html: string, field: string): string[] {
  return [...html.matchAll(new RegExp(`<input type="radio" name="${field}"([^>]*)>`, 'g'))].map(
    ([, rest]) => {
      const value = /value="([^"]*)"/.exec(rest ?? '')?.[1] ?? '';
      return rest?.includes('checked') ? `[${value}]` : value;
    },
  );
}

describe('what connected servers offer for a film', () => {
  it('is the voices of the model, its qualities, and words on how to sound', async () => {
    const { text } = await web.ask('/create');
    expect(offered(text, 'voice').slice(0, 3)).toEqual(['[marin]', 'alloy', 'ash']);
    expect(offered(text, 'voice').slice(-1)).toEqual(['none']);
    expect(offered(text, 'voice')).not.toContain('slt');
    expect(offered(text, 'quality')).toEqual(['low', '[medium]', 'high']);
    expect(text).toContain('name="voiceTone"');
    const { text: builtIn } = await plain.ask('/create');
    expect(offered(builtIn, 'voice').slice(0, 3)).toEqual(['[rms]', 'slt', 'awb']);
    expect(offered(builtIn, 'quality')).toEqual([]);
    expect(builtIn).not.toContain('name="voiceTone"');
  });

  it('is the operator’s own list where the model is not known, and no more than it takes', async () => {
    const settings = testSettings(server.baseUrl);
    const own = await startTestWeb({
      providers: {
        ...settings,
        image: { ...settings.image, model: 'sdxl' },
        speech: { ...settings.speech, model: 'kokoro', voice: 'af_sky', voices: ['af_heart', 'af_sky'] },
      },
    });
    try {
      const { text } = await own.ask('/create');
      expect(offered(text, 'voice')).toEqual(['[af_sky]', 'af_heart', 'none']);
      expect(offered(text, 'quality')).toEqual([]);
      expect(text).not.toContain('name="voiceTone"');
      // Sent from a page that was loaded before the operator changed the model.
      const late = await send(own, { voice: 'nova', quality: 'high', voiceTone: 'Softly.' });
      expect(late.status).toBe(422);
      expect(wordsOf(late.text)).toContain('the speech service speaks with “kokoro” now');
      expect(wordsOf(late.text)).toContain('“sdxl” knows no qualities');
      expect(offered(late.text, 'voice')[0]).toBe('[af_sky]');
    } finally {
      await own.stop();
    }
  });

  it('is kept with the film', async () => {
    const sent = await send(web, { voice: 'nova', voiceTone: 'Softly.', quality: 'high' });
    expect(sent.status).toBe(303);
    expect(await optionsOf(web, sent.headers.location)).toMatchObject({
      voice: 'rms',
      serviceVoice: 'nova',
      voiceTone: 'Softly.',
      quality: 'high',
    });
  });

  it('is checked for the API alike', async () => {
    const post = async (fields: Record<string, unknown>) => {
      const { status, text } = await web.post('/api/generate-script', { story: SHORT_STORY, ...fields });
      const { error } = JSON.parse(text) as { error?: { code: string; field: string } };
      return [status, error?.field, error?.code];
    };
    expect(await post({ voice: 'coral', quality: 'high' })).toEqual([201, undefined, undefined]);
    expect(await post({ voice: 'nobody' })).toEqual([422, 'voice', 'unknown_voice']);
    expect(await post({ quality: 'max' })).toEqual([422, 'quality', 'quality_not_offered']);
    expect(await post({ quality: 'auto' })).toEqual([422, 'quality', 'quality_not_offered']);
    expect(await post({ voiceTone: 'a'.repeat(301) })).toEqual([422, 'voiceTone', 'voice_tone_too_long']);
  });
});

describe('without script', () => {
  it('length and tone of a written film can be chosen, and count there alone', async () => {
    const { text } = await web.ask('/create');
    expect(offered(text, 'seconds')).toEqual(['15', '30', '[60]', '90', '180']);
    expect(offered(text, 'tone')[0]).toBe('[auto]');
    const chosen = { seconds: '30', tone: 'funny' };
    const written = await send(web, { writing: 'write-for-me', ...chosen });
    expect(await optionsOf(web, written.headers.location)).toMatchObject({ seconds: 30, tone: 'funny' });
    const kept = await optionsOf(
      web,
      (await send(web, { writing: 'keep-my-words', ...chosen })).headers.location,
    );
    expect([kept.seconds, kept.tone]).toEqual([undefined, undefined]);
  });

  it('the form says what a film costs, and how old the prices are', async () => {
    const words = wordsOf((await web.ask('/create')).text);
    expect(words).toMatch(/Cost at prices of \d{4}-\d\d-\d\d, unverified/);
    expect(words).toMatch(/A story of 100 words costs ≈ \$0\.\d\d/);
  });
});

it('a video’s page tells what going on costs, and notes what was got round', async () => {
  const { text } = await web.post('/api/generate-script', { story: SHORT_STORY });
  const { videoId } = JSON.parse(text) as { videoId: string };
  const begun = await beginAttempt(web.backend.db, videoId);
  if (!begun) throw new Error('There is nothing to work on.');
  const scenes = TWO_SCENES.scenes.map((scene) => ({ ...scene, seed: 1 }));
  await saveScript(web.backend.db, begun.attempt, { ...TWO_SCENES, scenes, warning: null });
  const note = {
    code: 'picture_drawn_here',
    message: 'The built-in studio drew it.',
    hint: '',
    retryable: false,
  };
  const video = await findVideo(web.backend.db, videoId);
  const [scene] = video?.scenes ?? [];
  if (!scene) throw new Error('There is no scene.');
  await patchScene(web.backend.db, begun.attempt, scene, { note, pictureKey: `${videoId}/picture-1.jpg` });
  await failVideo(web.backend.db, begun.attempt, { ...note, code: 'rate_limited', retryable: true });
  const words = wordsOf((await web.ask(`/video/${videoId}`)).text);
  expect(words).toMatch(/Only what is missing is made again, for (≈|up to) \$0\.\d+ \(prices of \d{4}-/);
  expect(words).toContain('The built-in studio drew it.');
});
