/**
 * `npm run test:auto [-- <videoId>]`: against a running StoryShort, makes a film of a sample story (or goes on
 * with the given video), prints every change and every transition in order, and ends with a code other than 0
 * unless the film completes and no transition that the state machine asks for is missing.
 */
import { randomUUID } from 'node:crypto';
import { readEnv } from '#jobs/env.server.ts';
import { SAMPLE_STORIES } from '#jobs/story/order/sample-stories.ts';
import { AnsweredFault } from './client/answered-fault';
import { ApiClient, type StatusAnswer, type Transition } from './client/api-client';
import { faultsOfWay } from './client/told-way';
import { statusLine, transitionLine, watchVideo } from './client/watch-video';
import { failClearly } from './host/fail-clearly';

async function main(): Promise<void> {
  const { HOST, PORT } = readEnv();
  const api = new ApiClient(`http://${HOST}:${PORT}`);
  const videoId = process.argv[2] ?? (await createSample(api));
  if (process.argv[2]) await trigger(api, videoId);
  process.stdout.write(`Video ${videoId}: ${api.urlOf(`/video/${videoId}`)}\n`);

  const way: Transition[] = [];
  const onTransition = (transition: Transition) => {
    way.push(transition);
    process.stdout.write(`${transitionLine(transition)}\n`);
  };
  const onChange = (status: StatusAnswer) => process.stdout.write(`${statusLine(status)}\n`);
  const end = await watchVideo(api, videoId, onChange, { onTransition });
  process.stdout.write(`Ways: ${way.map(({ to }) => to).join(' → ')}\n`);
  if (end.status !== 'completed' || !end.videoUrl)
    throw new Error(`The video ended as ${end.status}: ${end.stage}`);
  const faults = faultsOfWay(way);
  if (faults.length > 0) throw new Error(faults.join('\n'));

  const film = await fetch(api.urlOf(end.videoUrl), { method: 'HEAD' });
  const bytes = Number(film.headers.get('content-length'));
  if (!film.ok || bytes === 0) throw new Error(`The film cannot be loaded: ${film.status}.`);
  process.stdout.write(`Film: ${api.urlOf(end.videoUrl)} (${(bytes / 1e6).toFixed(1)} MB)\n`);
}

async function createSample(api: ApiClient): Promise<string> {
  const [sample] = SAMPLE_STORIES;
  if (!sample) throw new Error('There is no sample story.');
  return api.createVideo({ story: sample.story, title: sample.title }, randomUUID());
}

/** A finished video has nothing to be triggered; it is watched all the same. */
async function trigger(api: ApiClient, videoId: string): Promise<void> {
  try {
    await api.processVideo(videoId);
  } catch (error) {
    if (!(error instanceof AnsweredFault && error.code === 'video_completed')) throw error;
  }
}

main().catch(failClearly);
