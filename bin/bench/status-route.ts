import { randomUUID } from 'node:crypto';
import autocannon from 'autocannon';
import { ApiClient } from '../client/api-client';

const REQUESTS_PER_SECOND = 200;
const SECONDS = 10;
const STORY = 'A lamp burned in the last house. Somebody was still awake, and writing.';

/** How fast the status route answers at 200 requests a second while a film is in the making, ms. */
export async function measureStatusRoute(url: string): Promise<Record<string, number>> {
  const api = new ApiClient(url);
  const videoId = await api.createVideo({ story: STORY }, randomUUID());
  const result = await autocannon({
    url: api.urlOf(`/api/video-status?id=${videoId}`),
    connections: 20,
    overallRate: REQUESTS_PER_SECOND,
    duration: SECONDS,
  });
  await untilFinished(api, videoId);
  return {
    requests: result.requests.total,
    failures: result.errors + result.non2xx,
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
  };
}

async function untilFinished(api: ApiClient, videoId: string): Promise<void> {
  while (!['completed', 'failed'].includes((await api.status(videoId)).status)) {
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}
