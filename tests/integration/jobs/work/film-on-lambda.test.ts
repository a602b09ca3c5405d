/** A film that AWS Lambda draws, by a stand-in: from a bucket, under the ledger and its caps, and paid for once. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { beginAttempt } from '#jobs/db/attempts/attempt-writes.server.ts';
import { type Db, openDb } from '#jobs/db/client.server.ts';
import { createVideo, findVideo, reopenVideo } from '#jobs/db/videos.server.ts';
import { readEnv } from '#jobs/env.server.ts';
import { Ledger } from '#jobs/ledger/ledger.server.ts';
import { readSpending } from '#jobs/ledger/spending.server.ts';
import type { Workshop } from '#jobs/making/workshop.ts';
import { makeFilm } from '#jobs/pipeline.ts';
import type { Storage } from '#jobs/ports/storage.ts';
import { probe } from '#jobs/render/ffmpeg/probe.server.ts';
import { segmentEstimate } from '#jobs/render/lambda/lambda-cost.ts';
import type { LambdaPlace } from '#jobs/render/lambda/lambda-place.ts';
import { remainingCostUsd } from '#jobs/story/budget/remaining-cost.ts';
import { sumUsd } from '#jobs/story/budget/usd.ts';
import { AttemptEnded } from '#jobs/story/film/fault.ts';
import type { Video } from '#jobs/story/film/video.ts';
import { cancelVideo } from '#jobs/work/commands.server.ts';
import { openWorkshop } from '#jobs/work/open-workshop.server.ts';
import { sceneFrames } from '#remotion/contract/timing.ts';
import {
  FUNCTION_NAME,
  type LambdaServer,
  REGION,
  SITE,
  startLambdaServer,
} from '#tests/support/lambda-server/lambda-server.ts';
import { type BucketHouse, openBucketHouse } from '#tests/support/s3-server/bucket-house.ts';
import { withSamePictures } from '#tests/support/same-pictures.ts';
import { draftOf } from '#tests/support/stories.ts';
import { createDatabase } from '#tests/support/test-database.ts';
import { waitFor } from '#tests/support/wait-for.ts';

const STORY = 'A fox found a lantern in the deep snow. It carried the lantern home to the old oak.';

let films: BucketHouse;
let amazon: LambdaServer;
let dataDir: string;
let db: Db;
let storage: Storage;
let workshop: Workshop;
let closeWorkshop: () => Promise<void>;
let place: LambdaPlace;
const lines: string[] = [];

beforeAll(async () => {
  films = await openBucketHouse();
  amazon = await startLambdaServer();
  dataDir = await mkdtemp(join(tmpdir(), 'storyshort-lambda-'));
  db = openDb(await createDatabase());
  ({ storage } = await films.addMachine());
  const env = readEnv({
    DATA_DIR: dataDir,
    STORAGE_URL: films.url,
    RENDER_ENGINE: 'lambda',
    LAMBDA_FUNCTION: FUNCTION_NAME,
    LAMBDA_REGION: REGION,
    LAMBDA_SITE: SITE,
  });
  if (!env.lambda) throw new Error('There is no place.');
  place = env.lambda;
  const log = pino({ level: 'trace' }, { write: (line: string) => lines.push(line) });
  const opened = await openWorkshop({ env, db, storage, log });
  workshop = withSamePictures(opened.workshop);
  closeWorkshop = opened.close;
});
afterEach(() => amazon.forget());
afterAll(async () => {
  const calls = JSON.stringify(await db.providerCall.findMany());
  const rows = JSON.stringify(await db.video.findMany()) + calls;
  for (const told of [lines.join(''), rows]) expect(told).not.toMatch(/X-Amz|kept\/to\+itself|AKIDTEST/);
  await closeWorkshop();
  await db.$disconnect();
  await amazon.close();
  await films.close();
  await rm(dataDir, { recursive: true, force: true });
});

async function newVideo(): Promise<string> {
  const id = randomUUID();
  const draft = draftOf(STORY, { scenes: 2, voice: 'none', music: 'none', format: '9:16' });
  await db.$transaction((tx) => createVideo(tx, { id, draft, idempotencyKey: null, requestHash: id }));
  return id;
}
async function videoOf(id: string): Promise<Video> {
  const video = await findVideo(db, id);
  if (!video) throw new Error('The video is gone.');
  return video;
}
async function attempt(id: string, { signal = new AbortController().signal, house = workshop } = {}) {
  const begun = await beginAttempt(db, id);
  if (!begun) throw new Error('There is nothing to work on.');
  await makeFilm(house, begun, { signal, lastChance: false });
  return videoOf(id);
}
const framesOf = ({ scenes }: Video) => scenes.map(({ durationMs }) => sceneFrames(durationMs ?? 0));

describe('a film that AWS Lambda draws', () => {
  it('is drawn from addresses of the bucket, joined here, and booked as its functions cost', async () => {
    const id = await newVideo();
    const video = await attempt(id);
    expect(video).toMatchObject({ status: 'completed', error: null });
    expect(amazon.orders).toHaveLength(2);
    const [first] = amazon.orders;
    expect(first?.scene.shot.pictureUrl).toMatch(
      new RegExp(`^${films.server.endpoint}/films/house/films/${id}/picture-[0-9a-f]+\\.\\w+\\?X-Amz-`),
    );
    const frames = framesOf(video);
    const film = await probe(await storage.localPath(video.filmKey ?? ''));
    expect(film.video).toMatchObject({
      width: 1080,
      height: 1920,
      frames: frames.reduce((sum, count) => sum + count, 0),
    });
    const calls = await db.providerCall.findMany({ where: { videoId: id, kind: 'segment' } });
    expect(calls.map(({ state, capability, model }) => [state, capability, model])).toEqual([
      ['settled', 'render', FUNCTION_NAME],
      ['settled', 'render', FUNCTION_NAME],
    ]);
    const expected = sumUsd(frames.map((count) => segmentEstimate(place, count).expectedUsd));
    expect((await readSpending(db, id)).videoUsd).toBeCloseTo(expected, 6);
  });

  it('has its price told before, and nothing more once it is there', async () => {
    const id = await newVideo();
    const { tariff } = workshop;
    if (!tariff) throw new Error('It costs nothing.');
    const told = remainingCostUsd(tariff, await videoOf(id));
    const video = await attempt(id);
    const paid = (await readSpending(db, id)).videoUsd;
    expect(told).toBeGreaterThan(paid * 0.6);
    expect(told).toBeLessThan(paid * 1.6);
    expect(remainingCostUsd(tariff, video)).toBe(0);
  });

  it('is collected after a crash, and is not ordered again', async () => {
    amazon.isHolding = true;
    const id = await newVideo();
    const crash = new AbortController();
    const broken = attempt(id, { signal: crash.signal });
    await waitFor('both orders', () => amazon.orders.length === 2 && amazon.looks() > 2);
    crash.abort(new AttemptEnded('shutdown'));
    await expect(broken).rejects.toThrow();
    expect(amazon.ended()).toEqual([]);
    await amazon.letGo();
    expect((await attempt(id)).status).toBe('completed');
    expect(amazon.orders).toHaveLength(2);
    expect(await db.providerCall.count({ where: { videoId: id, kind: 'segment' } })).toBe(2);
  });

  it('is collected by another worker though the first is gone without a word', async () => {
    amazon.isHolding = true;
    const id = await newVideo();
    // Nothing is told to it: it finds out by itself that it is overtaken, long after.
    const gone = attempt(id).catch((error: unknown) => error);
    const isKept = async () =>
      (await storage.list(id)).filter(({ key }) => key.endsWith('.order.json')).length === 2;
    await waitFor('both orders to be kept', isKept);
    const other = attempt(id);
    await amazon.letGo();
    expect(await other).toMatchObject({ status: 'completed', error: null });
    expect(await gone).toBeInstanceOf(AttemptEnded);
    expect(amazon.orders).toHaveLength(2);
    expect(amazon.ended()).toEqual([]);
    const calls = await db.providerCall.findMany({ where: { videoId: id, kind: 'segment' } });
    expect(calls.map(({ state }) => state)).toEqual(['settled', 'settled']);
  });

  it('has its renders ended when it is cancelled', async () => {
    amazon.isHolding = true;
    const id = await newVideo();
    const cancelled = new AbortController();
    const broken = attempt(id, { signal: cancelled.signal });
    await waitFor('both orders', () => amazon.orders.length === 2 && amazon.looks() > 2);
    await cancelVideo({ db }, id);
    cancelled.abort(new AttemptEnded('superseded'));
    await expect(broken).rejects.toThrow();
    expect(amazon.ended()).toHaveLength(2);
  });

  it('is not begun where it would pass a cap', async () => {
    const id = await newVideo();
    const ledger = new Ledger(db, { perVideoUsd: 0.0001, perDayUsd: null });
    await expect(attempt(id, { house: { ...workshop, ledger } })).rejects.toMatchObject({
      code: 'cost_cap_video',
    });
    expect(amazon.orders).toEqual([]);
  });

  it('fails with words where a scene cannot be drawn, and is made after a Retry', async () => {
    const id = await newVideo();
    amazon.outcome = { kind: 'failed', message: 'RequestId: 7 Error: signal: killed' };
    await expect(attempt(id)).rejects.toMatchObject({ code: 'lambda_memory', retryable: false });
    const failed = amazon.orders.length;
    amazon.forget();
    await db.$transaction(async (tx) => reopenVideo(tx, await videoOf(id), 'Retry was pressed.', 'person'));
    expect((await attempt(id)).status).toBe('completed');
    expect(failed + amazon.orders.length).toBeLessThanOrEqual(4);
  });
});
