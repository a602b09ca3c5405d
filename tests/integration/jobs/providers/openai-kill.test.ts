import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findVideo } from '#jobs/db/videos.server.ts';
import { CAPABILITIES } from '#jobs/ports/capability.ts';
import { attentionOf, type Video } from '#jobs/story/film/video.ts';
import { requestProcessing, submitVideo } from '#jobs/work/commands.server.ts';
import { PROCESS_VIDEO } from '#jobs/work/process-video.ts';
import { mulberry32, type Route } from '#tests/support/openai-server/fault-plan.ts';
import type { SeenCall } from '#tests/support/openai-server/server.ts';
import { shortVoice } from '#tests/support/openai-server/short-voice.ts';
import { openRemoteHouse, type RemoteHouse } from '#tests/support/remote-workers.ts';
import { draftOf } from '#tests/support/stories.ts';
import { waitFor } from '#tests/support/wait-for.ts';

const KILLS = 30;
/** From its start to its end a worker lives this long at most, ms: some films are finished, most are not. */
const LONGEST_LIFE_MS = 2000;
const WORKER = {
  WORKER_CONCURRENCY: '4',
  LOG_LEVEL: 'silent',
  ...Object.fromEntries(
    CAPABILITIES.map((capability) => [`${capability.toUpperCase()}_PER_MINUTE`, '1000'] as const),
  ),
};
const SMALL = { format: '1:1', music: 'none' } as const;

let house: RemoteHouse;
beforeEach(async () => {
  const random = mulberry32(5);
  house = await openRemoteHouse({ voice: shortVoice(), thinkingMs: () => 250 * random() });
  // A dead worker's job waits for its heartbeat to be missed, which is long enough.
  await house.boss.updateQueue(PROCESS_VIDEO, { retryDelay: 1, retryBackoff: false });
});
afterEach(() => house.close());

async function submit(story: string, scenes: number): Promise<string> {
  return (await submitVideo(house.backend, draftOf(story, { ...SMALL, scenes }), null)).videoId;
}

async function videoOf(videoId: string): Promise<Video> {
  const video = await findVideo(house.db, videoId);
  if (!video) throw new Error('The video is gone.');
  return video;
}

/** Calls under way at the server. */
const open = ({ endedAt }: SeenCall) => endedAt === null;

it('a worker killed at 30 random moments repeats no finished call, and an interrupted one at most once', async () => {
  const { db, backend, server, startWorker } = house;
  const videoIds: string[] = [];
  for (let index = 0; index < 30; index++) {
    const name = `Fox${'abcdefgh'[index >> 3]}${'abcdefgh'[index & 7]}`;
    const story = `A fox called ${name} found a lantern in the snow. Nobody believed what ${name} saw.`;
    videoIds.push(await submit(story, 2));
  }

  const random = mulberry32(2026);
  let kills = 0;
  let inMidCall = 0;
  const live = async () => {
    while (kills < KILLS) {
      kills += 1;
      const worker = await startWorker(WORKER);
      await delay(random() * LONGEST_LIFE_MS);
      if (server.calls.some(open)) inMidCall += 1;
      await worker.kill();
    }
  };
  await Promise.all([live(), live()]);
  expect(kills).toBe(KILLS);
  expect(inMidCall).toBeGreaterThan(KILLS / 3);

  // Two workers that live, and a person who presses Retry or Fix wherever that is asked for.
  await Promise.all([startWorker(WORKER), startWorker(WORKER)]);
  const pressed = new Map<string, number>();
  const needsPress = (video: Video) =>
    video.status === 'failed' || (video.status === 'completed' && attentionOf(video) > 0);
  await waitFor(
    'all films',
    async () => {
      const videos = await Promise.all(videoIds.map(videoOf));
      for (const video of videos.filter(needsPress)) {
        pressed.set(video.id, (pressed.get(video.id) ?? 0) + 1);
        await requestProcessing(backend, video.id);
      }
      return videos.every((video) => video.status === 'completed' && attentionOf(video) === 0);
    },
    200_000,
  );

  const entries = await db.providerCall.findMany({
    where: { callHash: { not: null }, capability: { not: 'moderation' } },
    orderBy: { startedAt: 'asc' },
  });
  const calls = Map.groupBy(entries, ({ videoId, callHash }) => `${videoId} ${callHash}`);
  expect(entries.filter(({ state }) => state === 'started')).toEqual([]);
  for (const tries of calls.values()) {
    const finished = tries.findIndex(({ state }) => state === 'settled');
    // What was finished is the last of its kind.
    if (finished >= 0) expect(finished).toBe(tries.length - 1);
    const decisions = pressed.get(tries[0]?.videoId ?? '') ?? 0;
    expect(tries.length).toBeLessThanOrEqual(2 * (1 + decisions));
  }
  const interrupted = entries.filter(({ state }) => state === 'interrupted').length;
  expect(interrupted).toBeGreaterThan(KILLS / 2);
  // As the server has it: what came again is no more than what was interrupted.
  const paid = server.calls.filter(({ route }) => route !== 'moderations');
  const again = paid.length - new Set(paid.map(({ inputHash }) => inputHash)).size;
  expect(again).toBeLessThanOrEqual(interrupted);
}, 400_000);

it('a call that is interrupted twice is made again only when a person says so', async () => {
  const { db, backend, server, startWorker } = house;
  const made = (route: Route) => server.calls.filter((call) => call.route === route).length;
  const hangTwice = (route: Route) => server.failNext(route, { kind: 'hang' }, { kind: 'hang' });

  hangTwice('generations');
  let worker = await startWorker(WORKER);
  const withoutPicture = await submit('Fox Ada woke up in the snow.', 1);
  await waitFor('the picture’s call', () => made('generations') === 1);
  // No other call of this film may be interrupted with it.
  await waitFor('its voice', async () => (await videoOf(withoutPicture)).scenes[0]?.words != null);
  hangTwice('chat');
  const withoutScript = await submit('Fox Bela woke up in the snow.', 1);
  await waitFor('the script’s call', () => made('chat') === 2);
  await worker.kill();

  // By themselves both are made once more.
  worker = await startWorker(WORKER);
  await waitFor('both calls again', () => made('generations') === 2 && made('chat') === 3);
  await worker.kill();

  await startWorker(WORKER);
  await waitFor('the film with a card', async () => (await videoOf(withoutPicture)).status === 'completed');
  await waitFor('the failure', async () => (await videoOf(withoutScript)).status === 'failed');
  const { scenes } = await videoOf(withoutPicture);
  expect(scenes[0]?.pictureKey).toBeNull();
  expect(scenes[0]?.error).toMatchObject({ code: 'call_interrupted_twice', retryable: false });
  expect(scenes[0]?.error?.message).toMatch(
    /^The paid call for the picture of scene 1 was interrupted twice .* charged each time \(about \$0\.\d\d\)\.$/,
  );
  const { error } = await videoOf(withoutScript);
  expect(error).toMatchObject({ code: 'call_interrupted_twice', retryable: false });
  expect(error?.hint).toMatch(/^Press Retry.*: about \$0\.\d+, at most \$0\.\d+\./);
  expect([made('generations'), made('chat')]).toEqual([2, 3]);
  const interrupted = await db.providerCall.count({
    where: { state: 'interrupted', capability: { in: ['script', 'image'] } },
  });
  expect(interrupted).toBe(4);

  for (const videoId of [withoutPicture, withoutScript]) await requestProcessing(backend, videoId);
  for (const videoId of [withoutPicture, withoutScript]) {
    await waitFor('the film', async () => (await videoOf(videoId)).status === 'completed');
    expect(attentionOf(await videoOf(videoId))).toBe(0);
  }
  expect([made('generations'), made('chat')]).toEqual([4, 4]);
}, 180_000);
