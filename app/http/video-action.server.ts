import type { AppLoadContext } from '@remix-run/node';
import { cancelVideo, requestProcessing } from '#jobs/work/commands.server.ts';
import { deleteVideo } from '#jobs/work/delete-videos.server.ts';
import { ApiFault, asApiFault, type PublicFault } from './api-fault';
import { noteDeed } from './note-deed.server';

/** What a video's page may ask for: go on (retry, fix), stop, forget. */
export const VIDEO_INTENTS = ['process', 'cancel', 'delete'] as const;
export type VideoIntent = (typeof VIDEO_INTENTS)[number];

/**
 * Does what a video's page asks for. That there is nothing left to do counts as done: the page was behind.
 * @returns null when done, or what kept it from being done.
 * @throws ApiFault 400 for an unknown intent, 404 for an unknown video.
 */
export async function actOnVideo(
  context: AppLoadContext,
  videoId: string,
  intent: unknown,
): Promise<{ done: VideoIntent } | { fault: PublicFault }> {
  if (!isIntent(intent)) {
    throw new ApiFault(400, {
      code: 'unknown_intent',
      message: 'The page asked for something that does not exist.',
      hint: `Ask for one of: ${VIDEO_INTENTS.join(', ')}.`,
    });
  }
  const { backend } = context;
  try {
    if (intent === 'process') await requestProcessing(backend, videoId);
    else if (intent === 'cancel') await cancelVideo(backend, videoId);
    else {
      await deleteVideo(backend, videoId);
      await noteDeed(context, 'video.deleted', videoId);
    }
    return { done: intent };
  } catch (thrown) {
    const refused = asApiFault(thrown);
    if (refused?.status === 409) return { done: intent };
    if (refused?.status === 404 && intent === 'delete') return { done: intent };
    throw refused ?? thrown;
  }
}

function isIntent(value: unknown): value is VideoIntent {
  return VIDEO_INTENTS.some((intent) => intent === value);
}
