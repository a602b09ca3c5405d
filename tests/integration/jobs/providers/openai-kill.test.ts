import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findVideo } from '#jobs/db/videos.server.ts';
import { SERVED } from '#jobs/providers/openai/settings/settings.ts';
import { attentionOf, type Video } from '#jobs/story/film/video.ts';
import { requestProcessing, submitVideo } from '#jobs/work/commands.server.ts';
import { PROCESS_VIDEO } from '#jobs/work/process-video.ts';
import { mulberry32, type Route } from '#tests/support/openai-server/fault-plan.ts';
import { shortVoice } from '#tests/support/openai-server/short-voice.ts';
import { openRemoteHouse, type RemoteHouse } from '#tests/support/remote-workers.ts';
import { draftOf } from '#tests/support/stories.ts';
import { waitFor } from '#tests/support/wait-for.ts';

/** Calls in whose middle both workers are killed, in turn. */
const HELD_CALLS: readonly Route[] = ['chat', 'speech', 'generations', 'transcriptions', 'chat', 'speech'];
/** How often both are killed at any moment; in the long form as often as KILL_ROUNDS says. */
const RANDOM_ROUNDS = Number(process.env.KILL_ROUNDS ?? 2);
/** From its start to its end a worker lives this long at most, ms: some films are finished, most are not. */
const LONGEST_LIFE_MS = 2000;
const WORKER = {
  WORKER_CONCURRENCY: '4',
  LOG_LEVEL: 'silent',
  ...Object.fromEntries(
    SERVED.map((capability) => [`${capability.toUpperCase()}_PER_MINUTE`, '1000'] as const),
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

it('workers killed in the middle of calls and whenever repeat no finished call, and an interrupted one at most once', async () => {
  const { db, backend, server, startWorker } = house;
  const videoIds: string[] = [];
  const submitSome = async () => {
    for (let some = 0; some < 3; some++) {
      const index = videoIds.length;
      const name = `Fox${'abcdefgh'[index >> 3]}${'abcdefgh'[index & 7]}`;
      const story = `A fox called ${name} found a lantern in the snow. Nobody believed what ${name} saw.`;
      videoIds.push(await submit(story, 2));
    }
  };
  /** Lets two workers begin, and kills them at the end of what is waited for. */
  const killAfter = async (awaited: () => Promise<unknown>) => {
    await submitSome();
    const workers = await Promise.all([startWorker(WORKER), startWorker(WORKER)]);
    await awaited();
    await Promise.all(workers.map((worker) => worker.kill()));
  };

  for (const route of HELD_CALLS) {
    const held = server.calls.length;
    server.failNext(route, { kind: 'hang' });
    await killAfter(() =>
      server.arrival((call) => call.fault?.kind === 'hang' && server.calls.indexOf(call) >= held),
    );
  }
  // Each was in the server's hands until its worker was gone.
  const hung = server.calls.filter(({ fault }) => fault?.kind === 'hang');
  // A worker is gone a moment before the server sees it.
  await waitFor('the server to see it', async () => hung.every(({ abandoned }) => abandoned));
  expect(hung.map(({ route, abandoned }) => [route, abandoned])).toEqual(
    HELD_CALLS.map((route) => [route, true]),
  );
  const random = mulberry32(2026);
  for (let round = 0; round < RANDOM_ROUNDS; round++)
    await killAfter(() => delay(random() * LONGEST_LIFE_MS));

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
    500_000,
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
  expect(interrupted).toBeGreaterThanOrEqual(HELD_CALLS.length);
  // As the server has it: what came again is no more than what was interrupted.
  const paid = server.calls.filter(({ route }) => route !== 'moderations');
  const again = paid.length - new Set(paid.map(({ inputHash }) => inputHash)).size;
  expect(again).toBeLessThanOrEqual(interrupted);
}, 900_000);

it('a call that is interrupted twice is made again only when a person says so', async () => {
  const { db, backend, server, startWorker } = house;
  const made = (route: Route) => server.calls.filter((call) => call.route === route).length;
  const hangTwice = (route: Route) => server.failNext(route, { kind: 'hang' }, { kind: 'hang' });

  hangTwice('generations');
  const worker = await startWorker(WORKER);
  const withoutPicture = await submit('Fox Ada woke up in the snow.', 1);
  await waitFor('the picture’s call', () => made('generations') === 1);
  // No other call of this film may be interrupted with it.
  await waitFor('its voice', async () => (await videoOf(withoutPicture)).scenes[0]?.words != null);
  hangTwice('chat');
  const withoutScript = await submit('Fox Bela woke up in the snow.', 1);
  await waitFor('the script’s call', () => made('chat') === 2);
  await worker.kill();

  // By themselves both are made once more, each by a worker that has nothing else in hand.
  const workers = await Promise.all([startWorker(WORKER), startWorker(WORKER)]);
  await waitFor('both calls again', () => made('generations') === 2 && made('chat') === 3);
  await Promise.all(workers.map((each) => each.kill()));

  await startWorker(WORKER);
  await waitFor(
    'the film with the studio’s picture',
    async () => (await videoOf(withoutPicture)).status === 'completed',
  );
  await waitFor('the failure', async () => (await videoOf(withoutScript)).status === 'failed');
  const { scenes } = await videoOf(withoutPicture);
  expect(scenes[0]?.pictureLayers).not.toBeNull();
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
}, 600_000);
