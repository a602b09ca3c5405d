/**
 * Amazon on loopback, as far as Remotion's client of AWS Lambda asks for it: a function that draws, the bucket in which
 * it tells how far it is and leaves what it drew, and whose the keys are. Strict: what is not signed, or is not asked
 * for as a function of this version takes it, is refused. It fails on demand.
 */
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { vi } from 'vitest';
import { z } from 'zod';
import { type SegmentProps, segmentPropsSchema } from '#remotion/contract/story-props.ts';
import { sceneFrames } from '#remotion/contract/timing.ts';
import { type S3Server, startS3Server } from '#tests/support/s3-server/s3-server.ts';
import { signatureFault } from '#tests/support/s3-server/signature.ts';
import { drawSegment } from './drawn-segment';

/** Of Remotion's client, and of the function that it asks. */
const FUNCTION_VERSION = '4.0.527';
export const FUNCTION_NAME = 'remotion-render-4-0-527-mem2048mb-disk2048mb-120sec';
export const REGION = 'eu-central-1';
export const SITE = 'https://site.test/sites/storyshort/index.html';
const BUCKET = 'remotionlambda-eucentral1-test';
const TIMEOUT_MS = 120_000;

/** How a call of the function fails. */
export type InvokeFault =
  | { kind: 'status'; status: number; type: string; headers?: Record<string, string> }
  /** The function itself breaks off, as where it has no memory left. */
  | { kind: 'broken'; message: string }
  /** It answers that it could not. */
  | { kind: 'error'; message: string }
  | { kind: 'drop' };

/** What becomes of renders that are ordered. */
export type Outcome =
  | { kind: 'drawn' }
  | { kind: 'failed'; message: string }
  /** Nothing more is heard of it, though its time is over. */
  | { kind: 'silent' }
  /** It says that it is done, and nothing is there. */
  | { kind: 'gone' }
  | { kind: 'short' }
  | { kind: 'no film' };

const startSchema = z.strictObject({
  type: z.literal('start'),
  version: z.literal(FUNCTION_VERSION),
  serveUrl: z.literal(SITE),
  composition: z.literal('Segment'),
  inputProps: z.strictObject({ type: z.literal('payload'), payload: z.string() }),
  codec: z.literal('h264'),
  imageFormat: z.literal('jpeg'),
  pixelFormat: z.literal('yuv420p'),
  colorSpace: z.literal('bt709'),
  crf: z.number(),
  x264Preset: z.string(),
  gopSize: z.number(),
  jpegQuality: z.number(),
  muted: z.literal(true),
  privacy: z.literal('no-acl'),
  deleteAfter: z.literal('1-day'),
  enableCancellation: z.literal(true),
  framesPerLambda: z.number().int().positive(),
  chromiumOptions: z.strictObject({ disableWebSecurity: z.literal(true) }),
  timeoutInMilliseconds: z.number(),
  maxRetries: z.number(),
  ...Object.fromEntries(
    [
      ...['rendererFunctionName', 'concurrency', 'envVariables', 'proResProfile', 'logLevel', 'frameRange'],
      ...['outName', 'scale', 'everyNthFrame', 'numberOfGifLoops', 'concurrencyPerLambda', 'bucketName'],
      ...['downloadBehavior', 'overwrite', 'audioBitrate', 'videoBitrate', 'encodingBufferSize', 'webhook'],
      ...['encodingMaxRate', 'forceHeight', 'forceWidth', 'forceFps', 'forceDurationInFrames', 'audioCodec'],
      ...['offthreadVideoCacheSizeInBytes', 'preferLossless', 'forcePathStyle', 'metadata', 'licenseKey'],
      ...['offthreadVideoThreads', 'mediaCacheSizeInBytes', 'storageClass', 'isProduction', 'sampleRate'],
    ].map((name) => [name, z.unknown()]),
  ),
});

interface Render {
  id: string;
  props: SegmentProps;
  frames: number;
  asked: z.infer<typeof startSchema>;
}

export interface LambdaServer {
  /** The function's own bucket. */
  bucket: S3Server;
  /** Segments that were ordered, in order. */
  orders: readonly SegmentProps[];
  /** Whether what is ordered stays under way, half drawn, until it is let go on. */
  isHolding: boolean;
  /** Draws what was held. */
  letGo(): Promise<void>;
  outcome: Outcome;
  /** The next calls of the function meet these. */
  failCalls(...faults: InvokeFault[]): void;
  /** How often the bucket was asked how far a render is. */
  looks(): number;
  /** Renders that somebody wished to end. */
  ended(): string[];
  /** Forgets all renders, as the bucket does after a day. */
  lose(): void;
  forget(): void;
  close(): Promise<void>;
}

/** Starts it, with the variables by which Amazon's SDK finds it. */
export async function startLambdaServer(): Promise<LambdaServer> {
  const bucket = await startS3Server(BUCKET, REGION);
  const orders: SegmentProps[] = [];
  const held = new Map<string, Render>();
  const faults: InvokeFault[] = [];
  const told: { isHolding: boolean; outcome: Outcome } = { isHolding: false, outcome: { kind: 'drawn' } };
  const lay = (key: string, content: object | Buffer) =>
    bucket.objects.lay(key, Buffer.isBuffer(content) ? content : Buffer.from(JSON.stringify(content)));

  const draw = async (render: Render): Promise<void> => {
    const folder = `renders/${render.id}`;
    const tell = (progress: object) => lay(`${folder}/progress.json`, progress);
    const fail = (message: string) => tell(failed(render, message));
    const { outcome } = told;
    if (outcome.kind === 'failed') return fail(outcome.message);
    if (outcome.kind === 'silent')
      return tell({ ...begun(render), timeoutTimestamp: Date.now() - 10 * TIMEOUT_MS });
    const { crf, x264Preset: preset, gopSize } = render.asked;
    const frames = outcome.kind === 'short' ? render.frames - 1 : render.frames;
    try {
      const film = await drawSegment(render.props, { crf, preset, gopSize, frames });
      if (outcome.kind !== 'gone')
        lay(`${folder}/out.mp4`, outcome.kind === 'no film' ? Buffer.from('no film') : film);
      tell(finished(render));
    } catch (error) {
      fail((error as Error).message);
    }
  };

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.destroy(error as Error));
  });
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(request);
    const json = (status: number, content: object, headers: Record<string, string> = {}) =>
      void response
        .writeHead(status, { 'Content-Type': 'application/json', ...headers })
        .end(JSON.stringify(content));
    const refuse = (status: number, type: string, headers: Record<string, string> = {}) =>
      json(status, { Type: 'User', message: `${type}: said so.` }, { 'x-amzn-errortype': type, ...headers });
    const isIdentity = request.url === '/';
    const wrong = signatureFault(request, body, bucket.keys, REGION, isIdentity ? 'sts' : 'lambda');
    if (wrong) return refuse(403, 'AccessDeniedException');
    if (isIdentity) {
      response.writeHead(200, { 'Content-Type': 'text/xml' });
      return void response.end(
        '<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult><Account>123456789012</Account></GetCallerIdentityResult></GetCallerIdentityResponse>',
      );
    }
    const [, name] = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/.exec(request.url ?? '') ?? [];
    if (request.method !== 'POST' || name !== FUNCTION_NAME) return refuse(404, 'ResourceNotFoundException');
    const fault = faults.shift();
    if (fault?.kind === 'drop') return void request.socket.destroy();
    if (fault?.kind === 'status') return refuse(fault.status, fault.type, fault.headers);
    if (fault?.kind === 'broken')
      return json(200, { errorMessage: fault.message }, { 'X-Amz-Function-Error': 'Unhandled' });
    if (fault?.kind === 'error') return json(200, { type: 'error', message: fault.message, stack: '' });
    const asked: unknown = JSON.parse(body.toString());
    if ((asked as { type?: unknown }).type === 'info')
      return json(200, { type: 'success', version: FUNCTION_VERSION });
    const read = startSchema.safeParse(asked);
    if (!read.success) return json(200, { type: 'error', message: z.prettifyError(read.error), stack: '' });
    const props = segmentPropsSchema.safeParse(JSON.parse(read.data.inputProps.payload));
    if (!props.success) return json(200, { type: 'error', message: z.prettifyError(props.error), stack: '' });
    const render: Render = {
      ...{ id: `1-day-${randomUUID().slice(0, 10)}`, props: props.data, asked: read.data },
      frames: sceneFrames(props.data.scene.durationMs),
    };
    orders.push(props.data);
    lay(`renders/${render.id}/progress.json`, told.isHolding ? underway(render, 0.5) : begun(render));
    if (told.isHolding) held.set(render.id, render);
    else void draw(render);
    json(200, { type: 'success', renderId: render.id, bucketName: BUCKET });
  }
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  vi.stubEnv('AWS_ENDPOINT_URL_LAMBDA', endpoint);
  vi.stubEnv('AWS_ENDPOINT_URL_STS', endpoint);
  vi.stubEnv('AWS_ENDPOINT_URL_S3', bucket.endpoint);
  vi.stubEnv('AWS_ACCESS_KEY_ID', bucket.keys.id);
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', bucket.keys.secret);
  return {
    bucket,
    orders,
    get isHolding() {
      return told.isHolding;
    },
    set isHolding(holds) {
      told.isHolding = holds;
    },
    letGo: async () => {
      told.isHolding = false;
      const all = [...held.values()];
      held.clear();
      await Promise.all(all.map(draw));
    },
    get outcome() {
      return told.outcome;
    },
    set outcome(outcome) {
      told.outcome = outcome;
    },
    failCalls: (...more) => void faults.push(...more),
    looks: () => bucket.asked.filter(({ key }) => key.endsWith('/progress.json')).length,
    ended: () => bucket.objects.names.filter((key) => key.endsWith('/cancel.json')),
    lose: () => {
      for (const name of bucket.objects.names) bucket.objects.remove(name);
    },
    forget: () => {
      orders.length = 0;
      faults.length = 0;
      held.clear();
      bucket.asked.length = 0;
      bucket.failing = () => null;
      Object.assign(told, { isHolding: false, outcome: { kind: 'drawn' } });
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      await bucket.close();
      vi.unstubAllEnvs();
    },
  };
}

/** What the first call of a function writes, before the one that draws has begun. */
function begun(render: Render) {
  const nothing = { functionLaunched: null, serveUrlOpened: null, compositionValidated: null };
  return { ...underway(render, 0), ...nothing, lambdasInvoked: 0, renderMetadata: null };
}

/** How far a render is, as its function writes it down. @param share of its frames that are drawn */
function underway({ id, frames, asked }: Render, share: number) {
  const chunks = Math.ceil(frames / asked.framesPerLambda);
  return {
    ...{ chunks: [], framesRendered: Math.floor(frames * share), framesEncoded: 0, combinedFrames: 0 },
    ...{ timeToCombine: null, timeToEncode: null, timeToRenderFrames: null, lambdasInvoked: chunks },
    ...{ retries: [], postRenderData: null as object | null, timings: [], errors: [] as object[] },
    ...{
      timeoutTimestamp: Date.now() + TIMEOUT_MS,
      functionLaunched: Date.now(),
      serveUrlOpened: Date.now(),
    },
    ...{ compositionValidated: Date.now(), receivedArtifact: [], cancellationEnabled: true },
    renderMetadata: {
      ...{ type: 'video', renderId: id, startedDate: Date.now(), totalChunks: chunks, codec: asked.codec },
      ...{ estimatedTotalLambdaInvokations: chunks + 1, estimatedRenderLambdaInvokations: chunks },
      ...{ compositionId: 'Segment', siteId: SITE, inputProps: asked.inputProps, outName: undefined },
      ...{ framesPerLambda: asked.framesPerLambda, frameRange: [0, frames - 1], everyNthFrame: 1 },
      ...{ muted: true, audioCodec: null, imageFormat: 'jpeg', region: REGION, numberOfGifLoops: null },
      ...{ rendererFunctionName: FUNCTION_NAME, memorySizeInMb: 2048, functionName: FUNCTION_NAME },
    },
  };
}

function failed(render: Render, message: string) {
  const error = { type: 'renderer', message, name: 'Error', stack: `Error: ${message}`, frame: 0, chunk: 0 };
  const state = {
    isFatal: true,
    willRetry: false,
    attempt: 2,
    totalAttempts: 2,
    tmpDir: null,
    s3Location: '',
  };
  return { ...underway(render, 0.2), errors: [{ ...error, ...state }], fatalErrorTimestamp: Date.now() };
}

function finished(render: Render) {
  const cost = { estimatedCost: 0.002, estimatedDisplayCost: '$0.002', currency: 'USD', disclaimer: '' };
  return {
    ...underway(render, 1),
    postRenderData: {
      ...{ cost, outputFile: 'elsewhere', renderSize: 1, outputSize: 1, filesCleanedUp: 0, errors: [] },
      ...{
        timeToFinish: 1,
        timeToCleanUp: 0,
        timeToCombine: 1,
        timeToRenderChunks: 1,
        timeToRenderFrames: 1,
      },
      ...{ timeToEncode: 1, retriesInfo: [], mostExpensiveFrameRanges: [] },
      estimatedBillingDurationInMilliseconds: 1000,
    },
  };
}
