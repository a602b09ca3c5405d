/** The example of `docs/providers.md` gets all that OpenAI's engines get: ledger, caps, limits, retries, refusals. */
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { beginAttempt } from '#jobs/db/attempts/attempt-writes.server.ts';
import { createVideo, findVideo } from '#jobs/db/videos.server.ts';
import { Ledger, NO_CAPS } from '#jobs/ledger/ledger.server.ts';
import { readSpending } from '#jobs/ledger/spending.server.ts';
import { makeFilm } from '#jobs/pipeline.ts';
import type { Provider } from '#jobs/ports/provider.ts';
import { openAiProvider } from '#jobs/providers/openai/openai-provider.ts';
import { readProviders } from '#jobs/providers/registry.ts';
import { openEngineOverview } from '#jobs/work/engine-overview.server.ts';
import { startOpenAiServer, type TestServer } from '#tests/support/openai-server/server.ts';
import { CANARY_KEY, testSettings } from '#tests/support/openai-server/test-settings.ts';
import { type PaintboxServer, startPaintbox } from '#tests/support/paintbox-server.ts';
import { loadExample } from '#tests/support/provider-page.ts';
import { openRemoteWorkshop, type RemoteWorkshop } from '#tests/support/remote-workshop.ts';
import { draftOf } from '#tests/support/stories.ts';
import { createDatabase } from '#tests/support/test-database.ts';

const STORY =
  'Marta found a lantern in the snow behind the old mill. She carried it home through the dark forest. ' +
  'Her grandmother lit it with the last match in the house. In the morning the whole village stood at the door.';
/** The least to mix and to draw. */
const SMALL = { voice: 'none', music: 'none', format: '1:1', style: 'silhouette', treatment: 'tale' };
/** As the page says. */
const PICTURE_USD = 0.02;
const AT_ONCE = 2;

let paintbox: PaintboxServer;
let writer: TestServer;
let databaseUrl: string;
const opened: RemoteWorkshop[] = [];

beforeAll(async () => {
  paintbox = await startPaintbox();
  writer = await startOpenAiServer({ apiKey: CANARY_KEY });
  databaseUrl = await createDatabase();
});
beforeEach(() => {
  paintbox.forget();
  writer.forget();
});
afterEach(async () => {
  for (const workshop of opened.splice(0)) await workshop.close();
});
afterAll(async () => {
  await paintbox.close();
  await writer.close();
});

/** The example as the environment sets it. */
function paintboxes(): readonly Provider[] {
  const read = readProviders({ PAINTBOX_URL: paintbox.address }, [loadExample().readPaintbox]);
  if (!read.ok) throw new Error(read.issues.map(({ message }) => message).join());
  return read.providers;
}

/** A model that writes scripts, and nothing else. */
function writers(): Provider {
  const { script } = testSettings(writer.baseUrl);
  return openAiProvider({ script, image: null, speech: null, transcribe: null, moderation: null });
}

async function open(parts: Partial<Parameters<typeof openRemoteWorkshop>[0]> = {}): Promise<RemoteWorkshop> {
  const workshop = await openRemoteWorkshop({ providers: paintboxes(), databaseUrl, ...parts });
  opened.push(workshop);
  return workshop;
}

async function newVideo({ workshop }: RemoteWorkshop, scenes = 4): Promise<string> {
  const id = randomUUID();
  const draft = draftOf(STORY, { ...SMALL, scenes });
  await workshop.db.$transaction((tx) =>
    createVideo(tx, { id, draft, idempotencyKey: null, requestHash: id }),
  );
  return id;
}

async function attempt({ workshop }: RemoteWorkshop, videoId: string): Promise<void> {
  const begun = await beginAttempt(workshop.db, videoId);
  if (!begun) throw new Error('There is nothing to work on.');
  await makeFilm(workshop, begun, { signal: new AbortController().signal, lastChance: true });
}

async function videoOf({ workshop }: RemoteWorkshop, videoId: string) {
  const video = await findVideo(workshop.db, videoId);
  if (!video) throw new Error('The video is gone.');
  return video;
}

const picturesOf = ({ workshop }: RemoteWorkshop, videoId: string) =>
  workshop.db.providerCall.findMany({ where: { videoId, kind: 'picture' } });

describe('a film with pictures of the example', () => {
  it('has each of its calls in the ledger, with its cost, and never more at once than it may', async () => {
    paintbox.answerTogether(AT_ONCE);
    const house = await open();
    const videoId = await newVideo(house);
    await attempt(house, videoId);
    const { status, scenes } = await videoOf(house, videoId);
    expect([status, scenes.length]).toEqual(['completed', 4]);
    const rows = await picturesOf(house, videoId);
    expect(
      rows.map(({ provider, capability, host, state, costUsd }) => ({
        provider,
        capability,
        host,
        state,
        costUsd: Number(costUsd),
      })),
    ).toEqual(
      Array(4).fill({
        provider: 'paintbox',
        capability: 'image',
        host: new URL(paintbox.address).host,
        state: 'settled',
        costUsd: PICTURE_USD,
      }),
    );
    expect(paintbox.asked).toHaveLength(4);
    expect(paintbox.mostAtOnce()).toBe(AT_ONCE);
  });

  it('is stopped by the cap, before the call that could pass it', async () => {
    const house = await open({ caps: { ...NO_CAPS, perVideoUsd: 2.5 * PICTURE_USD } });
    const videoId = await newVideo(house);
    await expect(attempt(house, videoId)).rejects.toMatchObject({ code: 'cost_cap_video' });
    const { videoUsd } = await readSpending(house.workshop.db, videoId);
    expect(videoUsd).toBeLessThanOrEqual(2 * PICTURE_USD);
    expect(paintbox.asked.length).toBeLessThanOrEqual(2);
  });

  it('tries again with backoff when the server has trouble of its own', async () => {
    paintbox.answerWith((_, count) => (count <= 2 ? 503 : 200));
    const house = await open();
    const videoId = await newVideo(house);
    await attempt(house, videoId);
    expect((await videoOf(house, videoId)).status).toBe('completed');
    const states = (await picturesOf(house, videoId)).map(({ state }) => state).sort();
    expect(states).toEqual(['failed', 'failed', 'settled', 'settled', 'settled', 'settled']);
    expect((await readSpending(house.workshop.db, videoId)).videoUsd).toBeCloseTo(4 * PICTURE_USD, 6);
  });
});

describe('a picture that the example refuses', () => {
  it('is described in milder words by whoever writes, and asked for again', async () => {
    paintbox.answerWith((_, count) => (count === 1 ? 422 : 200));
    const house = await open({ providers: [...paintboxes(), writers()] });
    const videoId = await newVideo(house, 2);
    await attempt(house, videoId);
    const { status, scenes } = await videoOf(house, videoId);
    expect(status).toBe('completed');
    expect(scenes.map(({ note }) => note?.code).filter(Boolean)).toEqual(['picture_softened']);
    expect(paintbox.asked).toHaveLength(scenes.length + 1);
  });

  it('is drawn by the built-in studio when milder words do not help', async () => {
    paintbox.answerWith(() => 422);
    const house = await open({ providers: [...paintboxes(), writers()] });
    const videoId = await newVideo(house, 1);
    await attempt(house, videoId);
    const { status, scenes } = await videoOf(house, videoId);
    expect(status).toBe('completed');
    expect(scenes.map(({ note }) => note?.code)).toEqual(['picture_drawn_here']);
    expect(scenes.every(({ pictureKey, error }) => pictureKey && !error)).toBe(true);
    expect(paintbox.asked).toHaveLength(2 * scenes.length);
  });

  it('is drawn by the built-in studio at once where nobody can tell it otherwise', async () => {
    paintbox.answerWith(() => 422);
    const house = await open();
    const videoId = await newVideo(house, 1);
    await attempt(house, videoId);
    const { scenes } = await videoOf(house, videoId);
    expect(scenes.map(({ note }) => note?.code)).toEqual(['picture_drawn_here']);
    expect(paintbox.asked).toHaveLength(1);
  });
});

it('the settings page shows and tries the example', async () => {
  const { workshop } = await open();
  const overview = openEngineOverview({ providers: paintboxes(), caps: NO_CAPS }, new Ledger(workshop.db));
  const shown = overview.engines.filter(({ configured }) => configured);
  expect(shown).toMatchObject([{ capability: 'image', model: 'oil', hasKey: false, testUsd: PICTURE_USD }]);
  const never = new AbortController().signal;
  expect(await overview.test('image', never)).toMatchObject({
    ok: true,
    detail: expect.stringContaining('draws pictures (1080 × 1080 px)'),
  });
  paintbox.answerWith(() => 503);
  expect(await overview.test('image', never)).toMatchObject({
    ok: false,
    fault: { code: 'provider_unavailable' },
  });
  const states = await workshop.db.providerCall.findMany({
    where: { kind: 'test' },
    orderBy: { startedAt: 'asc' },
  });
  expect(states.map(({ state }) => state)).toEqual(['settled', 'failed']);
  expect(await overview.test('speech', never)).toMatchObject({
    ok: false,
    fault: { code: 'not_configured' },
  });
});
