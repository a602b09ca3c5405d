/** Films that are spoken in a conversation, and what becomes of them when it says something else. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { beginAttempt } from '#jobs/db/attempts/attempt-writes.server.ts';
import { createVideo, findVideo, reopenVideo } from '#jobs/db/videos.server.ts';
import { readSpending } from '#jobs/ledger/spending.server.ts';
import { makeFilm } from '#jobs/pipeline.ts';
import { openAiProvider } from '#jobs/providers/openai/openai-provider.ts';
import { attentionOf, type Video } from '#jobs/story/film/video.ts';
import { narratorVoice } from '#tests/support/openai-server/narrator-voice.ts';
import { startOpenAiServer, type TestServer } from '#tests/support/openai-server/server.ts';
import { CANARY_KEY, testSettings } from '#tests/support/openai-server/test-settings.ts';
import { openRemoteWorkshop, type RemoteWorkshop } from '#tests/support/remote-workshop.ts';
import { withSamePictures } from '#tests/support/same-pictures.ts';
import { draftOf } from '#tests/support/stories.ts';
import { createDatabase } from '#tests/support/test-database.ts';

const STORY =
  'The old keeper lit the lamp and looked at the sea. Nobody had told him that a ship would come this late.';
const OTHERWISE = {
  kind: 'say',
  content: 'I am sorry, but who are you, and which ship do you mean?',
} as const;
/** Of a word’s beginning, beside the first one’s: a syllable at most, and much less of most, ms. */
const MOST_MS = 220;
const MEAN_MS = 70;

let server: TestServer;
let house: RemoteWorkshop;
/** Not the one that words are timed by. */
const narrator = narratorVoice(
  () => house.workshop.providers.ownSpeech ?? house.workshop.providers.speech,
  'rms',
);
beforeAll(async () => {
  server = await startOpenAiServer({ apiKey: CANARY_KEY, voice: narrator });
  const { speech } = testSettings(server.baseUrl);
  const settings = {
    ...{ script: null, image: null, transcribe: null, moderation: null },
    speech: { ...speech, model: 'gpt-realtime-2.1-mini', voices: ['marin', 'cedar'] },
  };
  house = await openRemoteWorkshop({
    providers: [openAiProvider(settings)],
    databaseUrl: await createDatabase(),
  });
});
beforeEach(() => server.forget());
afterAll(async () => {
  await house.close();
  await server.close();
});

async function newVideo(): Promise<string> {
  const id = randomUUID();
  const draft = draftOf(STORY, { scenes: 2, format: '1:1', music: 'none', serviceVoice: 'cedar' });
  await house.workshop.db.$transaction((tx) =>
    createVideo(tx, { id, draft, idempotencyKey: null, requestHash: id }),
  );
  return id;
}

async function make(id: string): Promise<Video> {
  const { db } = house.workshop;
  const begun = await beginAttempt(db, id);
  if (!begun) throw new Error('There is nothing to work on.');
  const same = withSamePictures(house.workshop);
  const { countedBy } = house.workshop.providers;
  const providers = {
    ...same.providers,
    ...(countedBy && {
      countedBy: (hooks: Parameters<typeof countedBy>[0]) => ({
        ...countedBy(hooks),
        pictures: same.providers.pictures,
      }),
    }),
  };
  const signal = new AbortController().signal;
  await makeFilm({ ...house.workshop, providers }, begun, { signal, lastChance: false });
  const video = await findVideo(db, id);
  if (!video) throw new Error('The video is gone.');
  return video;
}

const callsOf = (videoId: string) =>
  house.workshop.db.providerCall.findMany({ where: { videoId, capability: 'speech' } });
const codes = (video: Video) => video.scenes.map(({ voiceError }) => voiceError?.code ?? null);

describe('a film that is spoken in a conversation', () => {
  it('has its words in their order and time, and its calls in the ledger', async () => {
    const video = await make(await newVideo());
    expect(video).toMatchObject({ status: 'completed', error: null });
    expect(server.calls.map(({ route, paid }) => [route, paid])).toEqual(Array(2).fill(['realtime', true]));
    for (const { narration, words, wordTiming } of video.scenes) {
      expect(wordTiming).toBe('reference');
      expect((words ?? []).map(({ text }) => text).join(' ')).toBe(narration);
      const { words: said } = await narrator(narration, 1);
      const begun = (list: readonly { startMs: number }[]) =>
        list.map(({ startMs }) => startMs - (list[0]?.startMs ?? 0));
      const errors = begun(words ?? []).map((ms, at) => Math.abs(ms - (begun(said)[at] ?? 0)));
      expect(Math.max(...errors)).toBeLessThan(MOST_MS);
      expect(errors.reduce((sum, ms) => sum + ms, 0) / errors.length).toBeLessThan(MEAN_MS);
    }
    const calls = await callsOf(video.id);
    expect(calls.map(({ state, unusable }) => [state, unusable])).toEqual(Array(2).fill(['settled', false]));
    const usd = calls.reduce((sum, { costUsd }) => sum + Number(costUsd), 0);
    expect(usd).toBeGreaterThan(0);
    expect((await readSpending(house.workshop.db, video.id)).videoUsd).toBeCloseTo(usd, 9);
  });

  it('is asked once more where it says something else, and no third time: this machine speaks, until a Fix', async () => {
    const id = await newVideo();
    server.failBy((route) => (route === 'realtime' ? OTHERWISE : null));
    const spoken = await make(id);
    expect(spoken.status).toBe('completed');
    expect(codes(spoken)).toEqual(['voice_spoken_here', 'voice_spoken_here']);
    expect(spoken.scenes[0]?.voiceError?.message).toMatch(/^A voice of this machine speaks .* 2 answers/);
    expect(spoken.options.serviceVoice).toBe('cedar');
    expect(server.calls).toHaveLength(4);
    expect((await callsOf(id)).map(({ unusable }) => unusable)).toEqual(Array(4).fill(true));

    server.forget();
    await house.workshop.db.$transaction((tx) => reopenVideo(tx, spoken, 'Fix was pressed.', 'person'));
    const mended = await make(id);
    expect(attentionOf(mended)).toBe(0);
    expect(server.calls).toHaveLength(2);
  });

  it('keeps the second answer where that is right', async () => {
    const id = await newVideo();
    server.failNext('realtime', OTHERWISE);
    const video = await make(id);
    expect(codes(video)).toEqual([null, null]);
    expect(server.calls).toHaveLength(3);
    expect((await callsOf(id)).filter(({ unusable }) => unusable)).toHaveLength(1);
  });
});
