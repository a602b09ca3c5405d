import { randomUUID } from 'node:crypto';
import { Agent, get } from 'node:http';
import { ApiClient } from '#bin/client/api-client.ts';
import { percentile } from './percentile';

const REQUESTS_PER_SECOND = 200;
const SECONDS = 10;
const STORY = 'A lamp burned in the last house. Somebody was still awake, and writing.';

/**
 * How fast the status route answers at 200 requests a second, evenly spaced, ms: with a film in the making,
 * and after it. Each is timed from the moment at which it was due, so that a stall counts for all that came
 * due in it.
 */
export async function measureStatusRoute(url: string): Promise<Record<string, number>> {
  const api = new ApiClient(url);
  const videoId = await api.createVideo({ story: STORY }, randomUUID());
  const address = api.urlOf(`/api/video-status?id=${videoId}`);
  const busy = await load(address);
  await untilFinished(api, videoId);
  const quiet = await load(address);
  return {
    requests: busy.length + quiet.length,
    p50Ms: round(percentile(quiet, 50)),
    p99Ms: round(percentile(quiet, 99)),
    p50WhileRenderingMs: round(percentile(busy, 50)),
    p99WhileRenderingMs: round(percentile(busy, 99)),
  };
}

/** Sends requests at a steady rate. @returns how long each took, ms. @throws when one is not answered well. */
async function load(address: string): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 100 });
  const total = REQUESTS_PER_SECOND * SECONDS;
  const startedAt = performance.now();
  const answers: Promise<number>[] = [];
  await new Promise<void>((resolve) => {
    const timer = setInterval(() => {
      const due = Math.min(total, Math.floor(((performance.now() - startedAt) / 1000) * REQUESTS_PER_SECOND));
      while (answers.length < due) {
        const dueAt = startedAt + (answers.length * 1000) / REQUESTS_PER_SECOND;
        answers.push(ask(address, agent).then(() => performance.now() - dueAt));
      }
      if (answers.length < total) return;
      clearInterval(timer);
      resolve();
    }, 1);
  });
  const times = await Promise.all(answers);
  agent.destroy();
  return times;
}

function ask(address: string, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    get(address, { agent }, (response) => {
      response.resume();
      response.once('end', () =>
        response.statusCode === 200
          ? resolve()
          : reject(new Error(`The status route answered ${response.statusCode}.`)),
      );
    }).once('error', reject);
  });
}

async function untilFinished(api: ApiClient, videoId: string): Promise<void> {
  while (!['completed', 'failed'].includes((await api.status(videoId)).status)) {
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
