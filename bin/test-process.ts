/**
 * `npm run test:process [-- <videoId>]`: against a running StoryShort, asks many times at once to process one
 * video, shows that at most one job comes of it, and follows the video to its end.
 */
import { randomUUID } from 'node:crypto';
import { readEnv } from '#jobs/env.server.ts';
import { SAMPLE_STORIES } from '#jobs/story/order/sample-stories.ts';
import { AnsweredFault } from './client/answered-fault';
import { ApiClient } from './client/api-client';
import { statusLine, watchVideo } from './client/watch-video';
import { failClearly } from './host/fail-clearly';

const REQUESTS = 50;

async function main(): Promise<void> {
  const { HOST, PORT } = readEnv();
  const api = new ApiClient(`http://${HOST}:${PORT}`);
  const videoId = process.argv[2] ?? (await createSample(api));
  const answers = await Promise.all(Array.from({ length: REQUESTS }, () => ask(api, videoId)));
  const added = answers.filter((answer) => answer === 'queued').length;
  const counts = Object.entries(Object.groupBy(answers, (answer) => answer));
  process.stdout.write(
    `${REQUESTS} requests: ${counts.map(([kind, all]) => `${all?.length} ${kind}`).join(', ')}\n`,
  );
  if (added > 1) throw new Error(`${added} jobs were added for one video.`);

  const end = await watchVideo(api, videoId, (status) => process.stdout.write(`${statusLine(status)}\n`));
  if (end.status !== 'completed') throw new Error(`The video ended as ${end.status}: ${end.stage}`);
}

async function createSample(api: ApiClient): Promise<string> {
  const story = SAMPLE_STORIES[1] ?? SAMPLE_STORIES[0];
  if (!story) throw new Error('There is no sample story.');
  return api.createVideo({ story: story.story }, randomUUID());
}

async function ask(
  api: ApiClient,
  videoId: string,
): Promise<'queued' | 'already there' | 'already finished'> {
  try {
    return (await api.processVideo(videoId)) ? 'queued' : 'already there';
  } catch (error) {
    if (error instanceof AnsweredFault && error.code === 'video_completed') return 'already finished';
    throw error;
  }
}

main().catch(failClearly);
