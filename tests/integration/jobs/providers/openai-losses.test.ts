/** What is paid for nothing: how much at most, and what takes the place of what cannot be had. */
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { beginAttempt } from '#jobs/db/attempts/attempt-writes.server.ts';
import { createVideo, findVideo, reopenVideo } from '#jobs/db/videos.server.ts';
import { readSpending } from '#jobs/ledger/spending.server.ts';
import { makeFilm } from '#jobs/pipeline.ts';
import { restOf } from '#jobs/ports/calls/server-faults.ts';
import { openAiProvider } from '#jobs/providers/openai/openai-provider.ts';
import { remainingCostUsd } from '#jobs/story/budget/remaining-cost.ts';
import { StoryError } from '#jobs/story/film/fault.ts';
import { attentionOf, type Video } from '#jobs/story/film/video.ts';
import type { Route } from '#tests/support/openai-server/fault-plan.ts';
import { narratorVoice } from '#tests/support/openai-server/narrator-voice.ts';
import { startOpenAiServer, type TestServer } from '#tests/support/openai-server/server.ts';
import type { TestVoice } from '#tests/support/openai-server/speech.ts';
import { speakSyllables } from '#tests/support/openai-server/syllable-voice.ts';
import { CANARY_KEY, testSettings } from '#tests/support/openai-server/test-settings.ts';
import { openRemoteWorkshop, type RemoteWorkshop } from '#tests/support/remote-workshop.ts';
import { draftOf } from '#tests/support/stories.ts';
import { createDatabase } from '#tests/support/test-database.ts';

/** The queue's attempts. */
const CHANCES = 5;
const SMALL = { scenes: 2, format: '1:1', style: 'silhouette', music: 'none' };
const STORY =
  'A girl called Marta found a lantern in the deep snow behind the old mill. She carried it home to Marta’s aunt.';

let server: TestServer;
let stories = 0;
let databaseUrl: string;
const opened: RemoteWorkshop[] = [];

async function open(caps?: { perVideoUsd: number | null; perDayUsd: number | null }) {
  const providers = [openAiProvider(testSettings(server.baseUrl))];
  const house = await openRemoteWorkshop({ providers, databaseUrl, ...(caps && { caps }) });
  opened.push(house);
  return house;
}

let house: RemoteWorkshop;
/** Whether real speech comes, which another voice's reading can be compared with. */
let isSpokenWell = false;
const narrator = narratorVoice(
  () => house.workshop.providers.ownSpeech ?? house.workshop.providers.speech,
  'rms',
);
/** Slower than any hurried voice, so that its length alone does not tell that it breaks off; without a rest at its end. */
const slowly: TestVoice = (text, speed) => {
  const { samples, sampleRate, words } = speakSyllables(text, 0.6 * speed);
  const endMs = (words.at(-1)?.endMs ?? 0) + 40;
  return { samples: samples.slice(0, Math.round((endMs / 1000) * sampleRate)), sampleRate, words };
};
beforeAll(async () => {
  const voice: TestVoice = (text, speed) => (isSpokenWell ? narrator : slowly)(text, speed);
  server = await startOpenAiServer({ apiKey: CANARY_KEY, voice });
  databaseUrl = await createDatabase();
  house = await open();
});
beforeEach(() => {
  server.forget();
  server.failBy(() => null);
  isSpokenWell = false;
});
afterEach(async () => {
  for (const other of opened.splice(1)) await other.close();
});
afterAll(async () => {
  for (const each of opened) await each.close();
  await server.close();
});

async function newVideo(options: Record<string, unknown> = {}, story = STORY): Promise<string> {
  const id = randomUUID();
  // No two ask for the same.
  stories += 1;
  const day = `${'AEIOU'[stories % 5]}${'lmnrs'[Math.floor(stories / 5)]}a`;
  const draft = draftOf(`${story} Her name was ${day}.`, { ...SMALL, ...options });
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

async function attempt(videoId: string, lastChance = false, by = house): Promise<void> {
  const begun = await beginAttempt(by.workshop.db, videoId);
  if (!begun) throw new Error('There is nothing to work on.');
  await makeFilm(by.workshop, begun, { signal: new AbortController().signal, lastChance });
}

/** As often as the queue would. @returns the last error, null for a film */
async function attempts(videoId: string): Promise<unknown> {
  for (let chance = 1; ; chance += 1) {
    try {
      await attempt(videoId, chance === CHANCES);
      return null;
    } catch (error) {
      if (!(error instanceof StoryError && error.retryable) || chance === CHANCES) return error;
    }
  }
}

const paidFor = (...routes: Route[]) =>
  server.calls.filter(({ route, paid }) => paid && routes.includes(route)).length;
const usdOf = async (videoId: string) => (await readSpending(house.workshop.db, videoId)).videoUsd;
const onRoutes = (routes: Route[], kind: 'damage' | 'schema' | 'empty' | 'address') =>
  server.failBy((route) => (routes.includes(route) ? { kind } : null));

describe('answers that are charged and of no use', () => {
  it.each([
    ['damaged pictures', 'damage'],
    ['addresses of pictures elsewhere', 'address'],
  ] as const)(
    '%s are bought three times for each picture, which the studio draws then',
    async (_what, kind) => {
      const videoId = await newVideo();
      onRoutes(['generations', 'edits'], kind);
      expect(await attempts(videoId)).toBeNull();
      const video = await videoOf(videoId);
      expect(video.status).toBe('completed');
      expect(video.scenes.map(({ error }) => error?.code)).toEqual(['answers_unusable', 'answers_unusable']);
      expect(video.scenes.every(({ pictureKey, pictureLayers }) => pictureKey && pictureLayers)).toBe(true);
      expect(server.calls.filter(({ route }) => route === 'generations' || route === 'edits')).toHaveLength(
        6,
      );
      expect(await usdOf(videoId)).toBeLessThan(0.45);
    },
  );

  it('do not lead later pictures by what was drawn in their place', async () => {
    const videoId = await newVideo();
    server.failNext('generations', ...Array.from({ length: 3 }, () => ({ kind: 'damage' }) as const));
    expect(await attempts(videoId)).toBeNull();
    const { scenes } = await videoOf(videoId);
    expect(scenes.map(({ error }) => error?.code ?? null)).toEqual(['answers_unusable', null]);
    expect(server.calls.filter(({ route }) => route === 'edits')).toEqual([]);
    expect(paidFor('generations')).toBe(4);
  });

  it('leave a plain card where the studio cannot draw it either', async () => {
    const videoId = await newVideo({ scenes: 1 });
    onRoutes(['generations'], 'damage');
    const { drawings } = house.workshop.providers;
    if (!drawings) throw new Error('The studio draws nothing.');
    const broken = { ...drawings, drawPicture: () => Promise.reject(new Error('The thread died.')) };
    const providers = { ...house.workshop.providers, drawings: broken };
    await attempt(videoId, false, { ...house, workshop: { ...house.workshop, providers } });
    const video = await videoOf(videoId);
    expect(video.status).toBe('completed');
    expect(video.scenes[0]).toMatchObject({ pictureKey: null, error: { code: 'answers_unusable' } });
  });

  it('a script that does not parse is bought three times, and the studio cuts the story then', async () => {
    const videoId = await newVideo();
    onRoutes(['chat'], 'schema');
    expect(await attempts(videoId)).toBeNull();
    const video = await videoOf(videoId);
    expect(video).toMatchObject({ status: 'completed', note: { code: 'script_cut_here' } });
    expect(video.note?.message).toContain('does not keep to the schema');
    expect(paidFor('chat')).toBe(3);
    const told = video.scenes.map(({ narration }) => narration).join(' ');
    expect(told.replace(/\s+/g, ' ')).toBe(video.story.replace(/\s+/g, ' '));
  });

  it('a script that is to be written fails the film instead, which a person may begin again', async () => {
    const videoId = await newVideo({ writing: 'write-for-me', seconds: '15', scenes: undefined });
    onRoutes(['chat'], 'schema');
    expect(await attempts(videoId)).toMatchObject({ code: 'answers_unusable', retryable: false });
    expect(paidFor('chat')).toBe(3);
  });

  it('a voice that is empty is bought three times, and one of this machine speaks then', async () => {
    const videoId = await newVideo();
    onRoutes(['speech'], 'empty');
    expect(await attempts(videoId)).toBeNull();
    const video = await videoOf(videoId);
    expect(video.status).toBe('completed');
    expect(video.scenes.map(({ voiceError }) => voiceError?.code)).toEqual(
      Array(2).fill('voice_spoken_here'),
    );
    expect(paidFor('speech')).toBe(6);
    expect(attentionOf(video)).toBe(2);
  });

  it('are bought again when a person says so, and only what was missing is made', async () => {
    const videoId = await newVideo();
    onRoutes(['generations', 'edits'], 'damage');
    await attempts(videoId);
    const { db } = house.workshop;
    const flawed = await videoOf(videoId);
    expect(await db.$transaction((tx) => reopenVideo(tx, flawed, 'Fixing.', 'person'))).toBe(true);
    server.forget();
    server.failBy(() => null);
    expect(await attempts(videoId)).toBeNull();
    const video = await videoOf(videoId);
    expect(video.scenes.map(({ error }) => error)).toEqual([null, null]);
    expect(video.scenes.map(({ pictureHash }) => pictureHash)).not.toEqual(
      flawed.scenes.map(({ pictureHash }) => pictureHash),
    );
    expect(paidFor('generations', 'edits')).toBe(2);
    expect(paidFor('speech', 'chat')).toBe(0);
  });
});

describe('a voice that breaks off', () => {
  const cut = (share: number) =>
    server.failBy((route) => (route === 'speech' ? { kind: 'cut', share } : null));

  it.each([0.6, 0.7, 0.8, 0.9])('at %d of its length is asked for once more, and told of', async (share) => {
    const videoId = await newVideo();
    cut(share);
    expect(await attempts(videoId)).toBeNull();
    const video = await videoOf(videoId);
    expect(video.status).toBe('completed');
    expect(video.scenes.map(({ voiceError }) => voiceError?.code)).toEqual(Array(2).fill('voice_breaks_off'));
    expect(paidFor('speech')).toBe(4);
  });

  // By its reading alone not every deeper cut is told: see `broken-off.ts` for how many are.
  it.each([
    [0.6, 1],
    [0.7, 1],
    [0.8, 2],
    [0.9, 2],
  ])('at %d is told of without a server that listens, in %i of two scenes at least', async (share, told) => {
    const videoId = await newVideo();
    cut(share);
    isSpokenWell = true;
    const silent = openAiProvider({ ...testSettings(server.baseUrl), transcribe: null });
    const by = await openRemoteWorkshop({ providers: [silent], databaseUrl });
    opened.push(by);
    await attempt(videoId, false, by);
    const video = await videoOf(videoId);
    expect(video.status).toBe('completed');
    const codes = video.scenes.flatMap(({ voiceError }) => voiceError?.code ?? []);
    expect(codes.length).toBeGreaterThanOrEqual(told);
    // A sound that is far too short is told by its length already.
    for (const code of codes) expect(['voice_breaks_off', 'voice_spoken_here']).toContain(code);
    if (told === 2) expect(codes).toEqual(['voice_breaks_off', 'voice_breaks_off']);
    expect(paidFor('speech')).toBeLessThanOrEqual(5);
    expect(paidFor('transcriptions')).toBe(0);
  });

  it('and then does not is kept', async () => {
    const videoId = await newVideo({ scenes: 1 });
    server.failNext('speech', { kind: 'cut', share: 0.7 });
    expect(await attempts(videoId)).toBeNull();
    expect((await videoOf(videoId)).scenes[0]?.voiceError).toBeNull();
    expect(paidFor('speech')).toBe(2);
  });

  it('is had whole when a person asks for it', async () => {
    const videoId = await newVideo();
    cut(0.7);
    await attempts(videoId);
    const flawed = await videoOf(videoId);
    server.forget();
    server.failBy(() => null);
    await house.workshop.db.$transaction((tx) => reopenVideo(tx, flawed, 'Fixing.', 'person'));
    expect(await attempts(videoId)).toBeNull();
    const video = await videoOf(videoId);
    expect(attentionOf(video)).toBe(0);
    expect(paidFor('speech')).toBe(2);
    expect(video.durationMs).toBeGreaterThan((flawed.durationMs ?? 0) * 1.2);
  });
});

describe('a model that is retired in the middle', () => {
  it('of pictures leaves them to the studio, and what was drawn stays', async () => {
    const videoId = await newVideo();
    server.retire('gpt-image-2.5-flare');
    expect(await attempts(videoId)).toBeNull();
    const video = await videoOf(videoId);
    expect(video.scenes.map(({ error }) => error?.code)).toEqual(['model_unknown', 'model_unknown']);
    expect(video.scenes.every(({ pictureLayers }) => pictureLayers !== null)).toBe(true);
  });

  it('of speech leaves it to this machine, without a voice being chosen for anybody', async () => {
    const videoId = await newVideo({ serviceVoice: 'cedar' });
    server.retire('gpt-4o-mini-tts');
    expect(await attempts(videoId)).toBeNull();
    const video = await videoOf(videoId);
    expect(video.options.serviceVoice).toBe('cedar');
    expect(video.scenes.every(({ voice, voiceError }) => voice === null && voiceError !== null)).toBe(true);
    expect(video.scenes[0]?.voiceError?.message).toContain('does not know the model');
  });

  it('of scripts leaves them to the studio', async () => {
    const videoId = await newVideo();
    server.retire('gpt-6.1-terra');
    expect(await attempts(videoId)).toBeNull();
    expect((await videoOf(videoId)).note?.code).toBe('script_cut_here');
  });

  it('of everything still ends with a film', async () => {
    const videoId = await newVideo();
    const { script, image, speech, transcribe } = testSettings(server.baseUrl);
    server.retire(script.model, image.model, speech.model, transcribe.model);
    expect(await attempts(videoId)).toBeNull();
    expect(await videoOf(videoId)).toMatchObject({ status: 'completed' });
    expect(await usdOf(videoId)).toBe(0);
  });
});

describe('a fault that no repetition mends', () => {
  it('lets paid calls under way finish, keeps them, and begins no other', async () => {
    const videoId = await newVideo({ scenes: 2 });
    // Both pictures are under way when a voice fails for good.
    server.failBy((route) =>
      route === 'speech' ? { kind: 'status', status: 403, code: 'forbidden', message: 'No.' } : null,
    );
    const error = await attempts(videoId);
    expect(error).toMatchObject({ code: 'key_forbidden', retryable: false });
    const drawn = server.calls.filter(({ route }) => route === 'generations' || route === 'edits');
    expect(drawn.every(({ abandoned }) => !abandoned)).toBe(true);
    const { db, storage } = house.workshop;
    const kept = (await storage.list(videoId)).filter(({ key }) =>
      /picture-[0-9a-f]+\.(jpg|png|webp)$/.test(key),
    );
    expect(kept).toHaveLength(drawn.length);
    expect(await db.providerCall.count({ where: { videoId, capability: 'image', state: 'settled' } })).toBe(
      drawn.length,
    );
  });
});

describe('a cap on spending', () => {
  it('that the whole film is expected to pass stops it before a cent', async () => {
    const videoId = await newVideo();
    const { tariff } = house.workshop;
    const expected = tariff ? remainingCostUsd(tariff, await videoOf(videoId)) : 0;
    expect(expected).toBeGreaterThan(0.05);
    const by = await open({ perVideoUsd: expected * 0.9, perDayUsd: null });
    await expect(attempt(videoId, false, by)).rejects.toMatchObject({
      code: 'cost_cap_video',
      hint: expect.stringContaining('MAX_COST_PER_VIDEO'),
    });
    expect(server.calls).toEqual([]);
  });
});

describe('a server that asks to be left alone for a quarter of an hour', () => {
  it('is left alone: by this call, by all others of its host, and by the next attempt', async () => {
    const videoId = await newVideo();
    server.failBy((route) =>
      route === 'generations' || route === 'edits'
        ? { kind: 'status', status: 429, headers: { 'retry-after': '900' } }
        : null,
    );
    const error = await attempt(videoId, true).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(restOf(error)).toBeGreaterThan(890_000);
    const asked = server.calls.filter(({ route }) => route === 'generations' || route === 'edits').length;
    expect(asked).toBe(1);
    const before = server.calls.length;
    const other = await newVideo();
    const resting = await attempt(other).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(resting).toMatchObject({ code: 'provider_resting', retryable: true });
    expect((resting as StoryError).message).toContain('15 minutes');
    expect(server.calls).toHaveLength(before);
    const { db } = house.workshop;
    await db.providerCall.updateMany({ data: { restsUntil: null } });
    server.failBy(() => null);
    await attempt(videoId);
    expect((await videoOf(videoId)).status).toBe('completed');
  });
});
