import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { ApiClient } from '#bin/client/api-client.ts';
import { openDb } from '#jobs/db/client.server.ts';
import { findVideo } from '#jobs/db/videos.server.ts';
import { isFinished, stageOf } from '#jobs/story/film/status.ts';
import { factsOf } from '#jobs/story/film/video.ts';
import { SAMPLE_STORIES } from '#jobs/story/order/sample-stories.ts';

/** How long a sample story takes to become a film, and how fast its frames come. */
export async function measureFilm(url: string, databaseUrl: string): Promise<Record<string, number>> {
  const [sample] = SAMPLE_STORIES;
  if (!sample) throw new Error('There is no sample story.');
  const api = new ApiClient(url);
  const db = openDb(databaseUrl);
  const startedAt = performance.now();
  const videoId = await api.createVideo({ story: sample.story, title: sample.title }, randomUUID());
  let firstFrameAt = 0;
  let lastFrameAt = 0;
  let frames = 0;
  for (;;) {
    const video = await findVideo(db, videoId);
    if (!video) throw new Error('The video is gone.');
    if (video.framesDone > frames) {
      firstFrameAt ||= performance.now();
      lastFrameAt = performance.now();
      frames = video.framesDone;
    }
    if (isFinished(video.status)) {
      await db.$disconnect();
      if (video.status !== 'completed') throw new Error(stageOf(factsOf(video)));
      const makingMs = performance.now() - startedAt;
      const filmMs = video.durationMs ?? Number.NaN;
      return {
        filmSeconds: round(filmMs / 1000),
        postToCompletedSeconds: round(makingMs / 1000),
        makingPerFilmSecond: round(makingMs / filmMs),
        framesPerSecond: round((frames * 1000) / (lastFrameAt - firstFrameAt)),
      };
    }
    await delay(100);
  }
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
