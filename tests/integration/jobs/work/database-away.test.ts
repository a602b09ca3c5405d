import { afterEach, beforeEach, expect, it } from 'vitest';
import { findVideo } from '#jobs/db/videos.server.ts';
import { SERVED } from '#jobs/providers/openai/settings/settings.ts';
import { attentionOf } from '#jobs/story/film/video.ts';
import { submitVideo } from '#jobs/work/commands.server.ts';
import { shortVoice } from '#tests/support/openai-server/short-voice.ts';
import { CANARY_KEY } from '#tests/support/openai-server/test-settings.ts';
import { type OwnPostgres, openOwnPostgres } from '#tests/support/postgres/own-postgres.ts';
import { openRemoteHouse, type RemoteHouse, type RemoteProcess } from '#tests/support/remote-workers.ts';
import { draftOf } from '#tests/support/stories.ts';
import { waitFor } from '#tests/support/wait-for.ts';

const WORKER = {
  LOG_LEVEL: 'silent',
  ...Object.fromEntries(
    SERVED.map((capability) => [`${capability.toUpperCase()}_PER_MINUTE`, '1000'] as const),
  ),
};
const SCENES = 2;

let postgres: OwnPostgres;
let house: RemoteHouse;
let worker: RemoteProcess;
beforeEach(async () => {
  postgres = await openOwnPostgres();
  house = await openRemoteHouse({ voice: shortVoice() }, postgres.url);
  worker = await house.startWorker(WORKER);
});
afterEach(async () => {
  await house?.close();
  await postgres?.close();
});

const drawing = () => house.server.calls.filter(({ route }) => route === 'generations');

/** A film in the middle of its making: spoken, and its pictures asked for, which the server holds back. */
async function heldFilm(): Promise<string> {
  house.server.gather('generations', SCENES + 1);
  const draft = draftOf('A fox found a lantern in the snow. Nobody believed what it saw.', {
    ...{ format: '1:1', music: 'none', scenes: SCENES },
  });
  const { videoId } = await submitVideo(house.backend, draft, null);
  await waitFor('the voices, and the pictures to be asked for', async () => {
    const video = await findVideo(house.db, videoId);
    return drawing().length === SCENES && video?.scenes.every(({ words }) => words !== null);
  });
  return videoId;
}

/** Lets the server answer with the pictures, and waits until they are paid for. */
async function letDraw(): Promise<void> {
  const asked = drawing();
  await fetch(`${house.server.baseUrl}/images/generations`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${CANARY_KEY}` },
    body: JSON.stringify({ model: 'one-more', prompt: 'nothing', size: '64x64' }),
  }).then((answer) => answer.arrayBuffer());
  await waitFor('the pictures to be sent', async () => asked.every(({ endedAt }) => endedAt !== null));
  expect(asked.every(({ paid }) => paid)).toBe(true);
}

/** The film is there, made by the one attempt that began it: nothing was made or paid for again. */
async function expectFilm(videoId: string): Promise<void> {
  const video = await waitFor('the film', async () => {
    const found = await findVideo(house.db, videoId).catch(() => null);
    if (found?.status === 'failed') throw new Error(JSON.stringify(found.error));
    return found?.status === 'completed' ? found : null;
  });
  expect(attentionOf(video)).toBe(0);
  expect(video.fence).toBe(1);
  const events = await house.db.event.findMany({ where: { videoId }, orderBy: { id: 'asc' } });
  expect(events.map(({ to }) => to)).toEqual([
    ...['pending', 'script_generated', 'assets_generated', 'rendering', 'completed'],
  ]);
  const calls = await house.db.providerCall.findMany({ where: { videoId } });
  expect(calls.filter(({ state }) => state !== 'settled')).toEqual([]);
  const inputs = house.server.calls
    .filter(({ fields }) => fields.model !== 'one-more')
    .map(({ route, inputHash }) => `${route} ${inputHash}`);
  expect(inputs.length).toBe(new Set(inputs).size);
  // The same process all the time.
  expect(await worker.stop()).toBe(0);
}

it('a film whose database is killed while pictures are paid for keeps them and is finished', async () => {
  const videoId = await heldFilm();
  await postgres.whileAway(letDraw);
  await expectFilm(videoId);
});

it('a film goes on whose worker could not be heard of while the database was away', async () => {
  const videoId = await heldFilm();
  await postgres.whileAway(async () => {});
  // As after a minute: whoever looks at it alone takes the worker for dead.
  const missed = await waitFor('the job', () =>
    house.db
      .$executeRaw`UPDATE pgboss.job SET heartbeat_on = now() - interval '1 minute' WHERE state = 'active'`.catch(
      () => null,
    ),
  );
  expect(missed).toBe(1);
  await waitFor('a sign of life', async () => {
    const [job] = await house.db.$queryRaw<{ isHeard: boolean }[]>`
      SELECT heartbeat_on > now() - interval '30 seconds' AS "isHeard" FROM pgboss.job WHERE data->>'videoId' = ${videoId}`;
    return job?.isHeard;
  });
  await letDraw();
  await expectFilm(videoId);
});

it('a film goes on whose connections are ended, and while there are none to be had', async () => {
  const videoId = await heldFilm();
  await postgres.endConnections();
  await postgres.whileFull(letDraw);
  await expectFilm(videoId);
});
