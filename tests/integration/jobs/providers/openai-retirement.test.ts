/** Several films in the making when all models of their server are retired. */
import { createHash } from 'node:crypto';
import { afterEach, expect, it } from 'vitest';
import { findVideo } from '#jobs/db/videos.server.ts';
import { readSpending } from '#jobs/ledger/spending.server.ts';
import { sumUsd } from '#jobs/story/budget/usd.ts';
import { attentionOf, type Scene, type Video } from '#jobs/story/film/video.ts';
import { requestProcessing, submitVideo } from '#jobs/work/commands.server.ts';
import type { Route } from '#tests/support/openai-server/fault-plan.ts';
import { shortVoice } from '#tests/support/openai-server/short-voice.ts';
import { testSettings } from '#tests/support/openai-server/test-settings.ts';
import { openRemoteHouse, type RemoteHouse } from '#tests/support/remote-workers.ts';
import { draftOf } from '#tests/support/stories.ts';
import { waitFor } from '#tests/support/wait-for.ts';

const FILMS = 6;
const SCENES = 2;
/**
 * Of the calls of all films at most 18 are for scripts and checks, so that scenes were paid by then; and a film takes
 * nine, so that three films at least were not finished. What checks stories makes nothing, and stays.
 */
const RETIRED_AT = 30;
const WORKER = { WORKER_CONCURRENCY: String(FILMS), LOG_LEVEL: 'silent' };

let house: RemoteHouse;
afterEach(() => house.close());

const videosOf = async (ids: readonly string[]): Promise<Video[]> =>
  Promise.all(
    ids.map(async (id) => {
      const video = await findVideo(house.db, id);
      if (!video) throw new Error('The video is gone.');
      return video;
    }),
  );

/** What a file holds, told in short; null where there is none. */
async function printOf(key: string | null): Promise<string | null> {
  if (key === null) return null;
  return createHash('sha256')
    .update(await house.storage.read(key))
    .digest('hex');
}

const paid = (...routes: Route[]) =>
  house.server.calls.filter((call) => call.paid && call.status === 200 && routes.includes(call.route)).length;
const scenesOf = (videos: readonly Video[]) => videos.flatMap(({ scenes }) => scenes);
const had = {
  picture: ({ error }: Scene) => error === null,
  voice: ({ voiceError }: Scene) => voiceError === null,
};

it('all are finished, keep what was made, say what was not, cost what was had, and are mended when the models are back', async () => {
  house = await openRemoteHouse({ voice: shortVoice() });
  const { backend, db, server, startWorker } = house;
  const { script, image, speech, transcribe } = testSettings(server.baseUrl);
  server.retireAt(RETIRED_AT, script.model, image.model, speech.model, transcribe.model);
  const ids: string[] = [];
  for (let index = 0; index < FILMS; index++) {
    const name = `Fox${'abcdef'[index]}`;
    const story = `${name} woke up in the deep snow. Nobody believed what ${name} had seen.`;
    const draft = draftOf(story, { format: '1:1', music: 'none', scenes: SCENES });
    ids.push((await submitVideo(backend, draft, null)).videoId);
  }
  await startWorker(WORKER, { policy: { baseMs: 5, capMs: 20 } });
  const settled = async (isDone: (video: Video) => boolean) =>
    waitFor('all films', async () => {
      const videos = await videosOf(ids);
      expect(videos.filter(({ status }) => status === 'failed').map(({ error }) => error)).toEqual([]);
      return videos.every(isDone) && videos;
    });
  const degraded = await settled(({ status }) => status === 'completed');
  expect(server.calls.length).toBeGreaterThan(RETIRED_AT);

  // What was paid is what the films have, and nothing else says that it was given up.
  const scenes = scenesOf(degraded);
  expect(scenes).toHaveLength(FILMS * SCENES);
  expect(scenes.filter(had.picture)).toHaveLength(paid('generations', 'edits'));
  expect(scenes.filter(had.voice)).toHaveLength(paid('speech'));
  expect(paid('generations', 'edits') + paid('speech')).toBeGreaterThan(0);
  const flawed = degraded.filter((video) => attentionOf(video) > 0);
  expect(flawed.length).toBeGreaterThanOrEqual(3);
  for (const { error, voiceError, pictureKey, pictureLayers, voiceKey } of scenes) {
    expect([pictureKey, voiceKey]).not.toContain(null);
    if (error) {
      expect(error).toMatchObject({ code: 'model_unknown', retryable: false });
      expect(pictureLayers).not.toBeNull();
    }
    if (voiceError) {
      expect(voiceError.code).toBe('voice_spoken_here');
      expect(voiceError.message).toContain(`does not know the model “${speech.model}”`);
    }
  }
  const scripts = paid('chat');
  expect(degraded.filter(({ note }) => note?.code === 'script_cut_here')).toHaveLength(FILMS - scripts);

  // To the cent what the server answered.
  for (const { id } of degraded) {
    const calls = await db.providerCall.findMany({ where: { videoId: id } });
    const answered = calls.filter(({ state }) => state === 'settled');
    expect((await readSpending(db, id)).videoUsd).toBeCloseTo(
      sumUsd(answered.map(({ costUsd }) => Number(costUsd))),
      9,
    );
    expect(calls.filter(({ state, costUsd }) => state !== 'settled' && Number(costUsd) > 0)).toEqual([]);
  }
  for (const [capability, ...routes] of [
    ['image', 'generations', 'edits'],
    ['speech', 'speech'],
    ['script', 'chat'],
  ] as const)
    expect(await db.providerCall.count({ where: { capability, state: 'settled' } })).toBe(paid(...routes));

  // The models are back, and a person presses Fix: only what was given up is asked for.
  const before = await Promise.all(
    scenes.map(async ({ pictureKey, voiceKey }) => [await printOf(pictureKey), await printOf(voiceKey)]),
  );
  server.forget();
  for (const { id } of flawed) await requestProcessing(backend, id);
  const mended = await settled((video) => video.status === 'completed' && attentionOf(video) === 0);
  expect(paid('generations', 'edits')).toBe(scenes.filter((scene) => !had.picture(scene)).length);
  expect(paid('speech')).toBe(scenes.filter((scene) => !had.voice(scene)).length);
  expect(paid('chat')).toBe(0);
  for (const [at, scene] of scenesOf(mended).entries()) {
    const was = scenes[at];
    if (!was) throw new Error('There are more scenes.');
    const [picture, voice] = before[at] ?? [];
    const [newPicture, newVoice] = [await printOf(scene.pictureKey), await printOf(scene.voiceKey)];
    expect(newPicture === picture, `picture ${at}`).toBe(had.picture(was));
    expect(newVoice === voice, `voice ${at}`).toBe(had.voice(was));
    expect(scene.narration).toBe(was.narration);
  }
}, 600_000);
