/** A film in the making, as somebody sees it who has just clicked. */
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { ApiClient } from '#bin/client/api-client.ts';

/** How often the status is asked until the first scene is there, and after it, ms: each time takes from the film. */
const POLLS_MS = { before: 100, after: 250 };

/** The part of the status route's answer that is looked at; see `StatusView`. */
const answerSchema = z.object({
  status: z.string(),
  stage: z.string(),
  durationMs: z.number().nullable(),
  videoUrl: z.string().nullable(),
  storyboard: z.object({
    scenes: z.array(z.object({ imageUrl: z.string().nullable(), state: z.string() })),
  }),
});

/** Times are ms from the click. */
export interface WatchedFilm {
  /** Until a scene's picture is shown. */
  pictureMs: number;
  /** Until the first scene has voice and picture, which is when its preview plays. */
  previewMs: number;
  /** Until the film plays. */
  madeMs: number;
  /** How long it is, ms. */
  filmMs: number;
  bytes: number;
}

/**
 * Sends a story and watches what becomes of it.
 * @throws when no film does
 */
export async function watchFilm(
  url: string,
  { title, story }: { title: string; story: string },
): Promise<WatchedFilm> {
  const api = new ApiClient(url);
  const clickedAt = performance.now();
  const videoId = await api.createVideo({ story, title }, randomUUID());
  const seen = { pictureMs: 0, previewMs: 0 };
  for (;;) {
    const response = await fetch(api.urlOf(`/api/video-status?id=${videoId}`));
    const answer = answerSchema.parse(await response.json());
    const ms = performance.now() - clickedAt;
    const { scenes } = answer.storyboard;
    if (scenes.some(({ imageUrl }) => imageUrl)) seen.pictureMs ||= ms;
    if (scenes[0]?.state === 'ready') seen.previewMs ||= ms;
    if (answer.status === 'completed' && answer.videoUrl) {
      const { headers } = await fetch(api.urlOf(answer.videoUrl), { method: 'HEAD' });
      const [filmMs, bytes] = [answer.durationMs ?? Number.NaN, Number(headers.get('content-length'))];
      return { ...seen, madeMs: ms, filmMs, bytes };
    }
    if (['failed', 'cancelled'].includes(answer.status)) throw new Error(answer.stage);
    await delay(seen.previewMs > 0 ? POLLS_MS.after : POLLS_MS.before);
  }
}
