import { randomUUID } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { statusView } from '#app/video/status-view.ts';
import { beginAttempt } from '#jobs/db/attempts/attempt-writes.server.ts';
import { hideVideos, removeHidden } from '#jobs/db/deleted-videos.server.ts';
import { createVideo, findVideo } from '#jobs/db/videos.server.ts';
import { readSpending } from '#jobs/ledger/spending.server.ts';
import { makeFilm } from '#jobs/pipeline.ts';
import type { Storage } from '#jobs/ports/storage.ts';
import { openAiProvider } from '#jobs/providers/openai/openai-provider.ts';
import { AttemptEnded, StoryError } from '#jobs/story/film/fault.ts';
import { attentionOf, type Video } from '#jobs/story/film/video.ts';
import { randomFaults } from '#tests/support/openai-server/fault-plan.ts';
import { startOpenAiServer, type TestServer } from '#tests/support/openai-server/server.ts';
import { CANARY_KEY, testSettings } from '#tests/support/openai-server/test-settings.ts';
import { openRemoteWorkshop, type RemoteWorkshop } from '#tests/support/remote-workshop.ts';
import { draftOf } from '#tests/support/stories.ts';
import { createDatabase } from '#tests/support/test-database.ts';

/** A story whose every sentence is its own, so that no two videos ask for the same. */
function storyOf(girl: string): string {
  return [
    `A girl called ${girl} found a lantern in the deep snow behind the old mill, and it was still warm.`,
    `Nobody had told ${girl} to carry it home through the dark, and at every gate a dog woke up in silence.`,
    `In the morning all the village saw that ${girl} had brought the summer back, months too early.`,
  ].join(' ');
}
const STORY = storyOf('Marta');
/** The least to mix and to draw. */
const SMALL = { scenes: 3, format: '1:1', style: 'silhouette', music: 'none' };

let server: TestServer;
let remote: RemoteWorkshop;
const opened: RemoteWorkshop[] = [];
/** What studios that were closed since had logged. */
const logs: string[] = [];

async function open(parts: Partial<Parameters<typeof openRemoteWorkshop>[0]> = {}): Promise<RemoteWorkshop> {
  const databaseUrl = opened[0]?.databaseUrl ?? (await createDatabase());
  const workshop = await openRemoteWorkshop({
    providers: [openAiProvider(testSettings(server.baseUrl))],
    databaseUrl,
    ...parts,
  });
  opened.push(workshop);
  return workshop;
}

beforeAll(async () => {
  server = await startOpenAiServer({ apiKey: CANARY_KEY });
  remote = await open();
});
beforeEach(() => server.forget());
afterEach(async () => {
  for (const workshop of opened.splice(1)) {
    logs.push(workshop.logged());
    await workshop.close();
  }
});
afterAll(async () => {
  for (const workshop of opened) await workshop.close();
  await server.close();
});

async function newVideo(options: Record<string, unknown> = {}, story = STORY): Promise<string> {
  const id = randomUUID();
  const draft = draftOf(story, { ...SMALL, ...options });
  await remote.workshop.db.$transaction((tx) =>
    createVideo(tx, { id, draft, idempotencyKey: null, requestHash: id }),
  );
  return id;
}

interface Circumstances {
  by?: RemoteWorkshop;
  storage?: Storage;
  signal?: AbortSignal;
  lastChance?: boolean;
}

async function attempt(videoId: string, circumstances: Circumstances = {}): Promise<void> {
  const { by = remote, storage, signal = new AbortController().signal, lastChance = false } = circumstances;
  const begun = await beginAttempt(by.workshop.db, videoId);
  if (!begun) throw new Error('There is nothing to work on.');
  try {
    await makeFilm({ ...by.workshop, ...(storage && { storage }) }, begun, { signal, lastChance });
  } catch (error) {
    // As the worker does.
    by.workshop.log.error({ err: error }, 'The attempt failed.');
    throw error;
  }
}

async function videoOf(videoId: string): Promise<Video> {
  const video = await findVideo(remote.workshop.db, videoId);
  if (!video) throw new Error('The video is gone.');
  return video;
}

const entriesOf = (videoId: string) => remote.workshop.db.providerCall.findMany({ where: { videoId } });
const callsOf = (...routes: string[]) => server.calls.filter(({ route }) => routes.includes(route));
const paidTwice = () => [...server.paidByInput()].filter(([, times]) => times > 1);

describe('a film made by servers', () => {
  it('is complete, in the author’s words, with every call in the ledger', async () => {
    const videoId = await newVideo({ music: 'auto' });
    await attempt(videoId);
    const video = await videoOf(videoId);
    expect(video).toMatchObject({ status: 'completed', error: null, mood: 'calm' });
    expect(video.scenes.map(({ narration }) => narration).join(' ')).toBe(STORY);
    expect(video.scenes.map(({ wordTiming }) => wordTiming)).toEqual(Array(3).fill('transcription'));
    expect(video.scenes.flatMap(({ words }) => words ?? []).map(({ text }) => text)).toEqual(
      STORY.split(' '),
    );

    const entries = await entriesOf(videoId);
    const remoteEntries = entries.filter(({ host }) => host !== null);
    expect(entries.every(({ state, answeredAt, host }) => state === 'settled' && (answeredAt || !host))).toBe(
      true,
    );
    expect(remoteEntries).toHaveLength(server.calls.length);
    expect(callsOf('chat', 'speech', 'transcriptions', 'moderations')).toHaveLength(1 + 3 + 3 + 2);
    const { videoUsd } = await readSpending(remote.workshop.db, videoId);
    expect(videoUsd).toBeGreaterThan(0.05);
    expect(videoUsd).toBeCloseTo(
      remoteEntries.reduce((sum, { costUsd }) => sum + Number(costUsd), 0),
      6,
    );
  });

  it('draws the cast’s later pictures after its first one', async () => {
    const videoId = await newVideo();
    await attempt(videoId);
    const { scenes } = await videoOf(videoId);
    const first = Buffer.from(await remote.storage.read(scenes[0]?.pictureKey ?? ''));
    const edits = callsOf('edits');
    expect(callsOf('generations')).toHaveLength(1);
    expect(edits.map(({ files }) => files.map(({ bytes }) => Buffer.from(bytes)))).toEqual([
      [first],
      [first],
    ]);
    expect(edits.map(({ fields }) => /Scene \d/.exec(String(fields.prompt))?.[0]).sort()).toEqual([
      'Scene 2',
      'Scene 3',
    ]);
  });

  it('is told in the model’s own words where that is wanted', async () => {
    const videoId = await newVideo(
      { writing: 'write-for-me', seconds: '15', tone: 'funny', scenes: undefined },
      'A fox who wants to be a barber.',
    );
    await attempt(videoId);
    const { scenes, status } = await videoOf(videoId);
    expect([status, scenes.length]).toEqual(['completed', 3]);
    expect(scenes[0]?.narration).toContain('silver comb');
  });

  it('survives a fault in every fifth call and pays for nothing twice', async () => {
    server.failBy(randomFaults(0.2, 7));
    const videoIds = await Promise.all(
      Array.from({ length: 6 }, (_, i) => newVideo({}, storyOf(`Marta${'abcdef'[i]}`))),
    );
    await Promise.all(
      videoIds.map(async (videoId) => {
        for (let chance = 1; chance <= 5; chance++) {
          try {
            return await attempt(videoId, { lastChance: chance === 5 });
          } catch (error) {
            if (!(error instanceof StoryError && error.retryable)) throw error;
          }
        }
      }),
    );
    const videos = await Promise.all(videoIds.map(videoOf));
    expect(videos.map(({ status }) => status)).toEqual(Array(6).fill('completed'));
    expect(callsOf('chat', 'speech').filter(({ fault }) => fault !== null).length).toBeGreaterThan(2);
    const inputs = new Set(callsOf('transcriptions', 'moderations').map(({ inputHash }) => inputHash));
    expect(paidTwice().filter(([input]) => !inputs.has(input))).toEqual([]);
    const open = await remote.workshop.db.providerCall.count({ where: { state: 'started' } });
    expect(open).toBe(0);
  });
});

it('a film whose files were lost or damaged gets those alone again', async () => {
  const videoId = await newVideo({}, storyOf('Lotta'));
  await attempt(videoId);
  const { scenes } = await videoOf(videoId);
  const [voiceKey, pictureKey] = [scenes[1]?.voiceKey ?? '', scenes[2]?.pictureKey ?? ''];
  await rm(remote.storage.pathOf(voiceKey));
  await remote.storage.put(pictureKey, new TextEncoder().encode('no picture'));
  const { db } = remote.workshop;
  await db.video.update({ where: { id: videoId }, data: { status: 'assets_missing' } });
  server.forget();
  await expect(attempt(videoId)).rejects.toMatchObject({ code: 'asset_damaged', retryable: true });
  await attempt(videoId);
  expect((await videoOf(videoId)).status).toBe('completed');
  expect(
    callsOf('speech', 'generations', 'edits', 'chat')
      .map(({ route }) => route)
      .sort(),
  ).toEqual(['edits', 'speech']);
});

describe('a crash between a paid answer and its row', () => {
  it.each([
    ['the script', 'script-', '.json', ['chat']],
    ['a voice', 'voice-', '.wav', ['speech']],
    ['a picture', 'picture-', 'g', ['generations', 'edits']],
  ])('pays for %s once', async (_what, begins, ends, routes) => {
    const videoId = await newVideo({ scenes: 1 }, `A fox found a lantern ${begins}${ends} in the snow.`);
    const storage: Storage = Object.create(remote.storage, {
      put: {
        value: async (key: string, bytes: Uint8Array) => {
          await remote.storage.put(key, bytes);
          if (key.includes(begins) && key.endsWith(ends)) {
            throw new AttemptEnded('shutdown');
          }
        },
      },
    });
    await expect(attempt(videoId, { storage })).rejects.toThrow(AttemptEnded);
    expect(callsOf(...routes).filter(({ paid }) => paid).length).toBeGreaterThan(0);
    await attempt(videoId);
    expect((await videoOf(videoId)).status).toBe('completed');
    const isAsked = new Set(callsOf(...routes).map(({ inputHash }) => inputHash));
    expect(paidTwice().filter(([input]) => isAsked.has(input))).toEqual([]);
  });

  it('counts an interrupted call as what it was expected to cost', async () => {
    const videoId = await newVideo({}, `${STORY} Interrupted.`);
    const { ledger, db } = remote.workshop;
    const begun = await beginAttempt(db, videoId);
    if (!begun) throw new Error('There is nothing to work on.');
    const identity = { name: 'openai', model: 'x' };
    const estimate = { expectedUsd: 0.25, maximumUsd: 1, basis: 'listed' as const };
    const limits = { concurrency: 9, perMinute: 9 };
    const call = {
      capability: 'image' as const,
      purpose: 'picture',
      input: 'a fox',
      model: 'x',
      host: 'h',
      limits,
      estimate,
      attempt: 1,
    };
    await ledger
      .record(
        begun.attempt,
        { scene: 0, kind: 'picture', identity, inputHash: 'h', isCounted: true },
        async (hooks) => {
          await hooks.begin(call, new AbortController().signal);
          throw new Error('The process died.');
        },
      )
      .catch(() => {});
    expect((await readSpending(db, videoId)).videoUsd).toBe(1);
    await ledger.closeInterrupted(videoId);
    expect((await readSpending(db, videoId)).videoUsd).toBe(0.25);
  });
});

describe('a picture that is refused', () => {
  it('is asked for once more in milder words, with a note', async () => {
    const videoId = await newVideo({}, `${STORY} Refused once.`);
    server.failNext('generations', { kind: 'refuse' });
    await attempt(videoId);
    const video = await videoOf(videoId);
    expect(video.scenes[0]?.note?.code).toBe('picture_softened');
    expect(attentionOf(video)).toBe(0);
    expect(callsOf('chat')).toHaveLength(2);
  });

  it('is drawn by the built-in studio when that is refused too', async () => {
    const videoId = await newVideo({}, `${STORY} Refused for good.`);
    server.failBy((route) => (route === 'generations' || route === 'edits' ? { kind: 'refuse' } : null));
    await attempt(videoId);
    const video = await videoOf(videoId);
    expect(video.status).toBe('completed');
    expect(video.scenes.map(({ note }) => note?.code)).toEqual(Array(3).fill('picture_drawn_here'));
    expect(video.scenes.every(({ pictureKey, error }) => pictureKey && !error)).toBe(true);
    expect(callsOf('generations', 'edits')).toHaveLength(6);
  });
});

describe('what stops a film', () => {
  it('is a flagged story, before anything is paid', async () => {
    const videoId = await newVideo({}, `${STORY} Flagged.`);
    server.failNext('moderations', { kind: 'flag', categories: ['violence'] });
    await expect(attempt(videoId)).rejects.toMatchObject({ code: 'story_flagged', retryable: false });
    expect(callsOf('chat', 'speech', 'generations')).toEqual([]);
  });

  it('is a rejected key, which is nowhere to be read', async () => {
    const settings = testSettings(server.baseUrl, `${CANARY_KEY}-wrong`);
    const by = await open({ providers: [openAiProvider({ ...settings, moderation: null })] });
    const videoId = await newVideo({}, `${STORY} Rejected.`);
    await expect(attempt(videoId, { by })).rejects.toMatchObject({ code: 'key_rejected' });
    const withPictures = await open({
      providers: [openAiProvider({ ...settings, script: null, speech: null, moderation: null })],
    });
    await expect(attempt(videoId, { by: withPictures })).rejects.toMatchObject({ code: 'key_rejected' });
  });

  it.each([
    ['perVideoUsd', 'cost_cap_video'],
    ['perDayUsd', 'cost_cap_day'],
  ] as const)('is the cap %s, before the call that could pass it', async (cap, code) => {
    const { dayUsd } = await readSpending(remote.workshop.db, null);
    const allowed = (cap === 'perDayUsd' ? dayUsd : 0) + 0.16;
    const capped = await open({
      caps: { perVideoUsd: null, perDayUsd: null, [cap]: allowed },
    });
    // As if the film had been expected to cost less.
    const by = { ...capped, workshop: { ...capped.workshop, tariff: null } };
    const videoId = await newVideo({}, `${STORY} Capped ${cap}.`);
    await expect(attempt(videoId, { by, lastChance: true })).rejects.toMatchObject({
      code,
      retryable: false,
    });
    const spent = await readSpending(remote.workshop.db, videoId);
    expect(cap === 'perDayUsd' ? spent.dayUsd : spent.videoUsd).toBeLessThanOrEqual(allowed);
    expect(spent.videoUsd).toBeGreaterThan(0);
  });

  it('is an end of the attempt, felt within a second in the middle of a long call', async () => {
    const videoId = await newVideo({}, `${STORY} Ended.`);
    server.failBy((route) => (route === 'generations' ? { kind: 'hang' } : null));
    const ended = new AbortController();
    const film = attempt(videoId, { signal: ended.signal });
    await server.arrival(({ route }) => route === 'generations');
    const endedAt = Date.now();
    ended.abort(new AttemptEnded('cancelled'));
    await expect(film).rejects.toThrow(AttemptEnded);
    expect(Date.now() - endedAt).toBeLessThan(1000);
  });
});

it('a deleted video’s spending still counts towards the day’s cap', async () => {
  const { db } = remote.workshop;
  const videoId = await newVideo({}, `${STORY} Deleted.`);
  await attempt(videoId);
  const before = await readSpending(db, null);
  await hideVideos(db, [videoId]);
  expect(await removeHidden(db, videoId, new Date(Date.now() + 60_000))).toBe(true);
  expect((await readSpending(db, null)).dayUsd).toBeCloseTo(before.dayUsd, 6);
});

it('the key is in no row, file, log or answer', async () => {
  const { db } = remote.workshop;
  const tables = ['video', 'scene', 'event', 'provider_call', 'worker'];
  const rows = await Promise.all(
    tables.map((table) =>
      db.$queryRawUnsafe<{ text: string }[]>(`SELECT row_to_json(t)::text AS text FROM ${table} t`),
    ),
  );
  const videos = await db.video.findMany({ select: { id: true } });
  const answers = await Promise.all(videos.map(async ({ id }) => statusView(await videoOf(id))));
  const said = [
    JSON.stringify(rows),
    JSON.stringify(answers),
    ...logs,
    ...opened.map((workshop) => workshop.logged()),
  ].join('\n');
  expect(rows.flat().length).toBeGreaterThan(50);
  expect(said).toContain('does not accept the key');
  const files = await readdir(remote.storage.root, { recursive: true, withFileTypes: true });
  const kept = await Promise.all(
    files.filter((file) => file.isFile()).map((file) => readFile(join(file.parentPath, file.name), 'latin1')),
  );
  expect(kept.length).toBeGreaterThan(50);
  for (const part of [CANARY_KEY, CANARY_KEY.slice(0, 9), CANARY_KEY.slice(-8)]) {
    expect(said).not.toContain(part);
    expect(kept.some((bytes) => bytes.includes(part))).toBe(false);
  }
});
