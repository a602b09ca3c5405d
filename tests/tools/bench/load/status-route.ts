import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { ApiClient } from '#bin/client/api-client.ts';
import { isFinished, type VideoStatus } from '#jobs/story/film/status.ts';
import { SAMPLE_STORIES } from '#jobs/story/order/sample-stories.ts';
import { type Figures, rounded } from '#tests/tools/bench/figures.ts';
import { percentile } from '#tests/tools/bench/percentile.ts';
import { steadyLoad } from './steady-load';

/** A thousand pages that ask every three seconds. */
const PER_SECOND = 333;
const SECONDS = 10;

/**
 * How fast the site's status route answers 333 requests a second of this process, ms: while a film is rendered, and
 * after it.
 */
export async function measureStatusRoute(url: string): Promise<Figures> {
  const sample = SAMPLE_STORIES.at(-1);
  if (!sample) throw new Error('There is no sample story.');
  const api = new ApiClient(url);
  const videoId = await api.createVideo({ story: sample.story, title: sample.title }, randomUUID());
  const load = { address: api.urlOf(`/api/video-status?id=${videoId}`), perSecond: PER_SECOND };
  await until(api, videoId, (status) => status !== 'pending');
  const rendering = new Rendering(api, videoId);
  const busy = await steadyLoad({ ...load, seconds: SECONDS, isOver: () => rendering.isOver });
  await rendering.end;
  const quiet = await steadyLoad({ ...load, seconds: SECONDS });
  const at = (times: readonly number[], percent: number) => rounded(percentile(times, percent), 1);
  return {
    requestsPerSecond: PER_SECOND,
    requestsWhileRendering: busy.length,
    p50WhileRenderingMs: at(busy, 50),
    p99WhileRenderingMs: at(busy, 99),
    requestsQuiet: quiet.length,
    p50QuietMs: at(quiet, 50),
    p99QuietMs: at(quiet, 99),
  };
}

/** A film in the making. */
class Rendering {
  isOver = false;
  readonly end: Promise<void>;

  constructor(api: ApiClient, videoId: string) {
    this.end = until(api, videoId, isFinished).then(() => {
      this.isOver = true;
    });
  }
}

async function until(
  api: ApiClient,
  videoId: string,
  isThere: (status: VideoStatus) => boolean,
): Promise<void> {
  while (!isThere((await api.status(videoId)).status as VideoStatus)) await delay(200);
}
