/** Draws segments on AWS Lambda, by Remotion's client of its functions: ordered once, looked at, fetched and checked. */
import { rm } from 'node:fs/promises';
import { cancelRenderOnLambda, getRenderProgress, renderMediaOnLambda } from '@remotion/lambda-client';
import { type CallDependencies, makeCall } from '#jobs/ports/calls/call.ts';
import { NOTHING } from '#jobs/ports/calls/call-estimate.ts';
import type { CallHooks } from '#jobs/ports/calls/call-hooks.ts';
import { systemClock } from '#jobs/ports/calls/clock.ts';
import { diskFault, STORAGE_AWAY, STORAGE_REFUSED } from '#jobs/ports/disk-fault.ts';
import type { SegmentOrders } from '#jobs/ports/segment-orders.ts';
import { runFfmpeg } from '#jobs/render/ffmpeg/ffmpeg.server.ts';
import { validateSegment } from '#jobs/render/ffmpeg/probe.server.ts';
import type { Painter, PaintRequest } from '#jobs/render/painters/painter.ts';
import { StoryError } from '#jobs/story/film/fault.ts';
import { FORMATS } from '#remotion/contract/story-props.ts';
import { segmentEstimate } from './lambda-cost';
import { isRenderOver, lambdaFault, lostFault, outputFault, refusedFault } from './lambda-fault';
import type { LambdaPlace } from './lambda-place';
import { type RenderState, renderState } from './lambda-progress';
import { type LambdaRender, lambdaRequest, orderOf, renderOf } from './lambda-request';

/** Between two looks, ms. */
const LOOK_EVERY_MS = 1000;
/** How long an end that somebody wished for is waited for, ms. */
const ENDING_MS = 10_000;
/** Orders at once and in a minute, of all workers together: each is a call of two seconds. */
const LIMITS = { concurrency: 8, perMinute: 240 };

export interface LambdaSettings {
  place: LambdaPlace;
  /** How calls are tried, and the time, where not as usual. */
  calls?: Omit<CallDependencies, 'hooks'>;
}

export function lambdaPainter(settings: LambdaSettings): Painter {
  const { place } = settings;
  const identity = { name: 'remotion-lambda', model: place.function.name };
  return {
    name: 'lambda',
    // It is sent addresses.
    readsFiles: false,
    close: () => Promise.resolve(),
    paint: async (request) => {
      const { orders, signal } = request;
      const kept =
        (await orders.read()) ??
        (await orders.place(identity, async (hooks) => orderOf(await order(settings, request, hooks))));
      const render = renderOf(kept);
      try {
        if (!render) throw lostFault();
        await collect(settings, render, request);
      } catch (error) {
        if (signal.aborted) await endUnwanted(render, orders);
        else if (isRenderOver(error)) await orders.forget();
        throw error;
      }
    },
  };
}

/** The paid call. Once it is under way it is let finish: whoever broke it off would not know what was ordered. */
async function order(
  { place, calls }: LambdaSettings,
  { props, frames, signal }: PaintRequest,
  hooks: CallHooks,
): Promise<LambdaRender> {
  const { region } = place;
  const server = serverOf(place);
  const functionName = place.function.name;
  const { renderId, bucketName } = await makeCall(
    {
      ...{ ...server, purpose: 'segment', input: '', model: functionName, limits: LIMITS },
      estimate: segmentEstimate(place, frames),
      ask: () => renderMediaOnLambda(lambdaRequest(place, props)),
      costOf: () => null,
      faultOf: (error) => lambdaFault(error, server, { functionName, isPaid: true }),
    },
    { ...calls, hooks: { begin: (call) => hooks.begin(call, signal) } },
    new AbortController().signal,
  );
  return { region, bucket: bucketName, id: renderId };
}

/** Waits until it is drawn, and brings it here as MPEG-TS. */
async function collect(
  settings: LambdaSettings,
  render: LambdaRender,
  { props, frames, outFile, onFrames, signal }: PaintRequest,
): Promise<void> {
  const { clock = systemClock } = settings.calls ?? {};
  for (;;) {
    signal.throwIfAborted();
    const state = await look(settings, render, signal);
    if (state.is === 'failed') throw state.fault;
    if (state.is === 'done') {
      const file = `${outFile}.mp4`;
      try {
        await fetchOutput(render.region, state, file);
        signal.throwIfAborted();
        await asTransportStream(file, outFile, { ...FORMATS[props.format], frames }, signal);
      } finally {
        await rm(file, { force: true });
      }
      return;
    }
    onFrames(Math.min(state.frames, frames));
    await clock.wait(LOOK_EVERY_MS, signal);
  }
}

/** Costs next to nothing: it is read from the function's bucket, and no function is called for it. */
function look(
  { place, calls }: LambdaSettings,
  { region, bucket, id }: LambdaRender,
  signal: AbortSignal,
): Promise<RenderState> {
  const { clock = systemClock } = calls ?? {};
  const server = serverOf(place);
  const functionName = place.function.name;
  return makeCall(
    {
      ...{ ...server, purpose: 'look', input: id, model: functionName, limits: LIMITS, estimate: NOTHING },
      ask: async () =>
        renderState(
          await getRenderProgress({
            ...{ functionName, bucketName: bucket, renderId: id, region: regionOf(region) },
            ...{ skipLambdaInvocation: true, logLevel: 'error' },
          }),
          clock.now(),
        ),
      costOf: () => null,
      faultOf: (error) => lambdaFault(error, server, { functionName, isPaid: false }),
    },
    { ...calls },
    signal,
  );
}

async function fetchOutput(
  region: string,
  { bucket, key }: { bucket: string; key: string },
  file: string,
): Promise<void> {
  const { S3Bucket } = await import('#jobs/storage/s3/s3-bucket.server.ts');
  try {
    await new S3Bucket({ bucket, prefix: '', region, endpoint: null }).fetch(key, file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw outputFault('it is not where the function says that it left it.');
    // Those words are about the bucket of STORAGE_URL.
    if (error instanceof StoryError && error.code === STORAGE_REFUSED) throw refusedFault();
    if (error instanceof StoryError && error.code === STORAGE_AWAY)
      throw new StoryError(
        {
          code: 'provider_unavailable',
          message: 'What AWS Lambda drew could not be fetched from its bucket.',
          hint: 'Try again in a few minutes: it is still there, and is not ordered again.',
          retryable: true,
        },
        { cause: error },
      );
    throw error;
  }
}

async function asTransportStream(
  file: string,
  outFile: string,
  wanted: { width: number; height: number; frames: number },
  signal: AbortSignal,
): Promise<void> {
  try {
    const args = ['-i', file, '-map', '0:v:0', '-an', '-c', 'copy', '-f', 'mpegts', '-y', outFile];
    await runFfmpeg('ffmpeg', args, signal);
    await validateSegment(outFile, wanted, signal);
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof StoryError) || diskFault(error) || error.code === 'encoder_died') throw error;
    throw outputFault(error.message);
  }
}

/** Ends a render that nobody will collect, as far as it can be: a function that draws already finishes its frames. */
async function endUnwanted(render: LambdaRender | null, orders: SegmentOrders): Promise<void> {
  const isGivenUp = await orders.isGivenUp().catch(() => false);
  if (!isGivenUp || !render) return;
  const { region, bucket, id } = render;
  const ended = cancelRenderOnLambda({ region: regionOf(region), bucketName: bucket, renderId: id }).then(
    () => orders.forget(),
  );
  // Where it cannot be, it ends by itself within the function's time.
  await Promise.race([
    ended.catch(() => undefined),
    systemClock.wait(ENDING_MS, new AbortController().signal),
  ]);
}

const serverOf = ({ region }: LambdaPlace) => ({
  capability: 'render' as const,
  host: `lambda.${region}.amazonaws.com`,
});

/** The client names its regions one by one; ours was held to its list, see `readLambdaRegion`. */
const regionOf = (region: string) => region as 'eu-central-1';
