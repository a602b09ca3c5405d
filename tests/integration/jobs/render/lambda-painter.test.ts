/** The painter that draws on AWS Lambda, against a stand-in of Amazon: what is ordered is ordered once, and faults have words. */
import { access, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { CallHooks, CallOutcome, PlannedCall } from '#jobs/ports/calls/call-hooks.ts';
import { ProviderFault } from '#jobs/ports/calls/provider-fault.ts';
import { restOf } from '#jobs/ports/calls/server-faults.ts';
import type { SegmentOrders } from '#jobs/ports/segment-orders.ts';
import { encodeSound } from '#jobs/render/ffmpeg/encode-sound.server.ts';
import { joinFilm } from '#jobs/render/ffmpeg/mux.server.ts';
import { probe } from '#jobs/render/ffmpeg/probe.server.ts';
import { lambdaPainter } from '#jobs/render/lambda/lambda-painter.server.ts';
import { readLambdaFunction } from '#jobs/render/lambda/lambda-place.ts';
import { askLambda, seeLambda } from '#jobs/render/lambda/lambda-sight.server.ts';
import type { Painter } from '#jobs/render/painters/painter.ts';
import { renderSegment } from '#jobs/render/painters/segments.server.ts';
import type { SegmentProps } from '#remotion/contract/story-props.ts';
import {
  FUNCTION_NAME,
  type InvokeFault,
  type LambdaServer,
  type Outcome,
  REGION,
  SITE,
  startLambdaServer,
} from '#tests/support/lambda-server/lambda-server.ts';
import { type BucketHouse, openBucketHouse } from '#tests/support/s3-server/bucket-house.ts';
import { waitFor } from '#tests/support/wait-for.ts';
import { silentWave } from './render-wave';

let films: BucketHouse;
let amazon: LambdaServer;
let folder: string;
let painter: Painter;
let pictureUrl: string;
const place = { function: readLambdaFunction(FUNCTION_NAME), region: REGION, siteUrl: SITE };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lambda-painter-'));
  films = await openBucketHouse();
  amazon = await startLambdaServer();
  const { storage } = await films.addMachine();
  const picture = { width: 108, height: 192, channels: 3, background: '#c04030' } as const;
  await storage.put('video/picture.jpg', await sharp({ create: picture }).jpeg().toBuffer());
  pictureUrl = (await storage.lend?.('video/picture.jpg', 600)) ?? '';
  // Time passes as soon as somebody waits for it.
  const clock = {
    now: () => Date.now(),
    wait: async (_ms: number, signal: AbortSignal) => {
      await new Promise((next) => setImmediate(next));
      signal.throwIfAborted();
    },
  };
  painter = lambdaPainter({ place, calls: { clock, policy: { baseMs: 1, capMs: 2, maxAttempts: 3 } } });
});
afterEach(() => amazon.forget());
afterAll(async () => {
  await amazon.close();
  await films.close();
  await rm(folder, { recursive: true, force: true });
});

const segment = (durationMs = 2500): SegmentProps => ({
  ...{ format: '1:1', captionStyle: 'pop', title: null, isLast: false, previousShot: null },
  scene: {
    shot: { pictureUrl, seed: 1 },
    words: [{ text: 'Hello', startMs: 0, endMs: 400 }],
    durationMs,
  },
});

/** What a worker keeps of one segment, and what was booked. */
function keptHouse() {
  const booked: { call: PlannedCall; outcome: CallOutcome | null }[] = [];
  const hooks: CallHooks = {
    begin: async (call) => {
      const entry: (typeof booked)[number] = { call, outcome: null };
      booked.push(entry);
      return async (outcome) => {
        entry.outcome = outcome;
      };
    },
  };
  const house = { order: null as string | null, isGivenUp: false, booked };
  const orders: SegmentOrders = {
    read: async () => house.order,
    place: async (_identity, order) => {
      house.order = await order(hooks);
      return house.order;
    },
    forget: async () => {
      house.order = null;
    },
    isGivenUp: async () => house.isGivenUp,
  };
  return Object.assign(house, { orders });
}

let files = 0;
function render(
  house: ReturnType<typeof keptHouse>,
  props = segment(),
  signal = new AbortController().signal,
) {
  const outFile = join(folder, `segment-${files++}.ts`);
  const seen: number[] = [];
  const rendering = renderSegment({
    ...{ painter, props, outFile, signal, orders: house.orders },
    onFrames: (done) => seen.push(done),
  });
  return { outFile, seen, rendering };
}
const isThere = (file: string) =>
  access(file).then(
    () => true,
    () => false,
  );

describe('a segment that AWS Lambda draws', () => {
  it('is ordered as the screenshots’ is, drawn with its picture, and comes whole', async () => {
    const house = keptHouse();
    const { outFile, seen, rendering } = render(house);
    expect(await rendering).toEqual({ frames: 75 });
    const { video, audio } = await probe(outFile);
    expect(video).toMatchObject({ codec: 'h264', profile: 'High', pixelFormat: 'yuv420p', frames: 75 });
    expect(video).toMatchObject({ width: 1080, height: 1080, framesPerSecond: 30 });
    expect(audio).toBeNull();
    expect(seen.at(-1)).toBe(75);
    expect(amazon.orders).toHaveLength(1);
    expect(amazon.orders[0]?.scene.shot.pictureUrl).toBe(pictureUrl);
    expect(
      films.server.asked.filter(({ call, key }) => call === 'GetObject' && key.endsWith('picture.jpg')),
    ).toHaveLength(1);
    expect(house.order).toMatch(/^eu-central-1\/remotionlambda-eucentral1-test\/1-day-/);
    expect(house.booked).toHaveLength(1);
    const { call, outcome } = house.booked[0] ?? {};
    expect(call).toMatchObject({ capability: 'render', purpose: 'segment', model: FUNCTION_NAME });
    expect(call?.estimate.maximumUsd).toBeGreaterThan(call?.estimate.expectedUsd ?? 1);
    expect(outcome).toEqual({ ok: true, costUsd: call?.estimate.expectedUsd });
  });

  it('joins with others into a film, each frame once', async () => {
    const parts = await Promise.all(
      [700, 1300].map(async (ms) => {
        const { outFile, rendering } = render(keptHouse(), segment(ms));
        return { file: outFile, ...(await rendering) };
      }),
    );
    const sound = join(folder, 'sound.m4a');
    const wav = join(folder, 'sound.wav');
    await writeFile(wav, silentWave({ samples: 60 * 1600, channels: 2 }));
    await encodeSound({ wav, frames: 60, outFile: sound });
    const outFile = join(folder, 'film.mp4');
    expect(await joinFilm({ segments: parts, sound, outFile })).toEqual({ frames: 60 });
    expect((await probe(outFile)).video).toMatchObject({ frames: 60, width: 1080 });
  });

  it('is collected by whoever goes on after a worker was killed, and not ordered again', async () => {
    amazon.isHolding = true;
    const house = keptHouse();
    const killed = new AbortController();
    const { outFile, seen, rendering } = render(house, segment(), killed.signal);
    await waitFor('looks', () => amazon.looks() > 1);
    killed.abort(new Error('The worker is killed.'));
    await expect(rendering).rejects.toThrow('killed');
    expect(seen.at(-1)).toBe(37);
    expect(await isThere(outFile)).toBe(false);
    expect(house.order).not.toBeNull();
    expect(amazon.ended()).toEqual([]);
    await amazon.letGo();
    expect(await render(house).rendering).toEqual({ frames: 75 });
    expect(amazon.orders).toHaveLength(1);
    expect(house.booked).toHaveLength(1);
  });

  it('keeps what was ordered though its worker is to stop while the call is under way', async () => {
    const house = keptHouse();
    const stopped = new AbortController();
    const place = house.orders.place;
    house.orders.place = (identity, order) => {
      const placed = place(identity, order);
      void waitFor('the call', () => house.booked.length > 0).then(() => stopped.abort(new Error('Stop.')));
      return placed;
    };
    await expect(render(house, segment(), stopped.signal).rendering).rejects.toThrow('Stop.');
    expect(house.order).not.toBeNull();
    expect(house.booked[0]?.outcome).toMatchObject({ ok: true });
    house.orders.place = place;
    await render(house).rendering;
    expect(amazon.orders).toHaveLength(1);
  });

  it('is ended where its film was cancelled', async () => {
    amazon.isHolding = true;
    const house = keptHouse();
    const cancelled = new AbortController();
    const { rendering } = render(house, segment(), cancelled.signal);
    await waitFor('looks', () => amazon.looks() > 0);
    const id = house.order?.split('/').at(-1);
    house.isGivenUp = true;
    cancelled.abort(new Error('Cancelled.'));
    await expect(rendering).rejects.toThrow('Cancelled.');
    expect(amazon.ended()).toContain(`renders/${id}/cancel.json`);
    expect(house.order).toBeNull();
  });

  it('is ordered again after Amazon asked to be called less often, or had trouble', async () => {
    amazon.failCalls(
      { kind: 'status', status: 429, type: 'TooManyRequestsException' },
      { kind: 'status', status: 503, type: 'ServiceException' },
    );
    const house = keptHouse();
    expect(await render(house).rendering).toEqual({ frames: 75 });
    expect(house.booked.map(({ outcome }) => outcome?.ok)).toEqual([false, false, true]);
    expect(house.booked[0]?.outcome).toMatchObject({ maybeCharged: false, status: 429 });
    expect(amazon.orders).toHaveLength(1);
  });

  it('waits in the queue where Amazon asks for longer', async () => {
    const headers = { 'Retry-After': '300' };
    amazon.failCalls({ kind: 'status', status: 429, type: 'TooManyRequestsException', headers });
    const error = await render(keptHouse()).rendering.catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'lambda_crowded', retryable: true });
    expect(restOf(error)).toBe(300_000);
  });

  it.each<[string, InvokeFault, string, boolean, RegExp]>([
    [
      'a function that is not there',
      { kind: 'status', status: 404, type: 'ResourceNotFoundException' },
      ...(['lambda_missing', false, /no function remotion-render-/] as const),
    ],
    [
      'keys that do not open it',
      { kind: 'status', status: 403, type: 'AccessDeniedException' },
      ...(['lambda_refused', false, /does not let StoryShort/] as const),
    ],
    [
      'a function that breaks off',
      { kind: 'broken', message: 'Runtime.ExitError' },
      ...(['lambda_function_failed', true, /broke off/] as const),
    ],
    [
      'a function of another version',
      { kind: 'error', message: 'Version mismatch: the function is of version 4.0.1.' },
      ...(['lambda_version', false, /of another version of Remotion/] as const),
    ],
    ['a connection that breaks', { kind: 'drop' }, 'connection_lost', true, /may have been charged/],
  ])('is not ordered twice for %s', async (_what, fault, code, maybeCharged, words) => {
    amazon.failCalls(fault);
    const house = keptHouse();
    const error = await render(house).rendering.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ProviderFault);
    expect(error).toMatchObject({ code, retryable: false, message: expect.stringMatching(words) });
    expect((error as ProviderFault).hint).not.toBe('');
    expect(house.booked).toHaveLength(1);
    expect(house.booked[0]?.outcome).toMatchObject({ ok: false, maybeCharged });
    expect(house.order).toBeNull();
  });

  it.each<[string, Outcome, string, RegExp]>([
    [
      'memory',
      { kind: 'failed', message: 'RequestId: 1 Error: signal: killed' },
      'lambda_memory',
      /ran out of memory/,
    ],
    ['time', { kind: 'silent' }, 'lambda_timeout', /in time/],
    [
      'a fault of its own',
      {
        kind: 'failed',
        message:
          'TypeError at https://films.test/a.jpg?X-Amz-Credential=AKIDTESTTESTTEST&X-Amz-Signature=abc123 in Segment',
      },
      ...(['lambda_render_failed', /TypeError at https:\/\/films.test\/a.jpg\?… in Segment/] as const),
    ],
    ['nothing where it should be', { kind: 'gone' }, 'lambda_output', /not where the function says/],
    ['a frame too few', { kind: 'short' }, 'lambda_output', /has 74 frames and not 75/],
    ['what is no film', { kind: 'no film' }, 'lambda_output', /cannot be used/],
  ])('fails once for %s, and is ordered anew when a person says so', async (_what, outcome, code, words) => {
    amazon.outcome = outcome;
    const house = keptHouse();
    const { outFile, rendering } = render(house);
    const error = await rendering.catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code, retryable: false, message: expect.stringMatching(words) });
    expect(JSON.stringify(error) + String(error)).not.toMatch(/X-Amz|AKID/);
    expect(amazon.orders).toHaveLength(1);
    expect(house.order).toBeNull();
    expect(await isThere(outFile)).toBe(false);
    amazon.outcome = { kind: 'drawn' };
    expect(await render(house).rendering).toEqual({ frames: 75 });
  });

  it('rests where its functions were too many at once', async () => {
    amazon.outcome = {
      kind: 'failed',
      message: 'AWS Concurrency limit reached (Original Error: TooManyRequestsException)',
    };
    const house = keptHouse();
    const error = await render(house).rendering.catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'lambda_crowded', retryable: true });
    expect(restOf(error)).toBe(90_000);
    expect(house.order).toBeNull();
  });

  it('says which picture its function could not load', async () => {
    const props = segment();
    props.scene.shot.pictureUrl = pictureUrl.replace(/Signature=[0-9a-f]{8}/, 'Signature=00000000');
    const error = await render(keptHouse(), props).rendering.catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'lambda_picture', retryable: false });
    expect((error as Error).message).toContain('/video/picture.jpg?…');
  });

  it('is looked at again where the bucket is away for a moment, and kept where it stays away', async () => {
    const house = keptHouse();
    let failing = 3;
    amazon.bucket.failing = () => (failing-- > 0 ? 'reset' : null);
    expect(await render(house).rendering).toEqual({ frames: 75 });
    const other = keptHouse();
    amazon.bucket.failing = () => ({ status: 503, code: 'SlowDown' });
    const error = await render(other).rendering.catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'provider_unavailable', retryable: true });
    amazon.bucket.failing = () => null;
    expect(await render(other).rendering).toEqual({ frames: 75 });
    expect(amazon.orders).toHaveLength(2);
  });

  it('is ordered anew where the bucket has forgotten it', async () => {
    amazon.isHolding = true;
    const house = keptHouse();
    const { rendering } = render(house);
    await waitFor('looks', () => amazon.looks() > 0);
    amazon.lose();
    await expect(rendering).rejects.toMatchObject({ code: 'lambda_lost' });
    expect(house.order).toBeNull();
  });
});

describe('the place where it is drawn', () => {
  it('is seen without asking anybody', () => {
    expect(seeLambda(place)).toEqual({ installed: '4.0.527', hasKeys: true });
  });

  it('answers whether function and site are there', async () => {
    const site = createServer((_request, response) => response.end());
    await new Promise<void>((listening) => site.listen(0, '127.0.0.1', listening));
    const siteUrl = `http://127.0.0.1:${(site.address() as AddressInfo).port}/index.html`;
    expect(await askLambda({ ...place, siteUrl })).toEqual({ function: null, site: null });
    await new Promise((closed) => site.close(closed));
    const other = readLambdaFunction(FUNCTION_NAME.replace('2048', '4096'));
    expect(await askLambda({ ...place, function: other, siteUrl })).toMatchObject({
      function: { code: 'lambda_missing' },
      site: 'it cannot be reached',
    });
  });
});
