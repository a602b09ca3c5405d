/** The beginning of a film that is another format of one: what both share is taken over, and nothing of it made again. */
import type { Production } from '#jobs/making/production.server.ts';
import { keepArrivedOrigins, readArrivedOrigins } from '#jobs/making/provenance/arrived-origins.server.ts';
import type { StepTools } from '#jobs/making/step-tools.server.ts';
import { StoryError } from '#jobs/story/film/fault.ts';
import type { Video } from '#jobs/story/film/video.ts';
import { aheadEndedFault } from '#jobs/story/formats/next-move.ts';
import { isShareable, takenOver } from '#jobs/story/formats/taken-over.ts';

/**
 * Takes over from the video ahead, unless there is none or it was done. Files come first: a row never points at a file
 * that is not there.
 * @throws StoryError where the one ahead was deleted, or is being changed at this moment (retryable)
 */
export async function takeOver(
  production: Production,
  { storage, context }: Pick<StepTools, 'storage' | 'context'>,
): Promise<void> {
  const { video } = production;
  if (video.scenes.length > 0) return;
  const ahead = await production.readAhead();
  if (ahead === undefined) return;
  if (ahead === null) throw new StoryError(aheadEndedFault(true));
  if (!isShareable(ahead)) {
    throw new StoryError({
      code: 'format_ahead_changing',
      message: 'The film from which this one takes its script, voices and pictures is being changed.',
      hint: 'It is tried again; if that one is edited, finish its edits and press Retry.',
      retryable: true,
    });
  }
  const { video: wanted, nameOf } = takenOver(ahead, video, context);
  await storage.copyAll(ahead.id, video.id, nameOf);
  // The calls that made it all are in the ledger of the other one, which may be gone when somebody asks.
  const made = await production.originsOf(ahead.id);
  const origins = [...(await readArrivedOrigins(storage, ahead.id)), ...made];
  await keepArrivedOrigins(
    storage,
    video.id,
    new Map(origins.map(([hash, origin]) => [nameOf(hash) ?? hash, origin])),
  );
  await production.saveTakenOver(wanted, takenWords(wanted));
}

/** What the history tells of it. */
function takenWords({ scenes }: Video): string {
  const pictures = scenes.filter(({ pictureKey }) => pictureKey !== null).length;
  const shared = pictures === 0 ? 'script and voices' : 'script, voices and pictures';
  return `Taken over from another film of this order: ${shared} of ${scenes.length} ${scenes.length === 1 ? 'scene' : 'scenes'}.`;
}
