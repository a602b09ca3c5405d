import { randomUUID } from 'node:crypto';
import { insertVideo } from '#jobs/db/copied-videos.server.ts';
import { findVideo } from '#jobs/db/videos.server.ts';
import { fingerprint } from '#jobs/storage/fingerprint.server.ts';
import { rehome } from '#jobs/story/film/rehome.ts';
import type { Video } from '#jobs/story/film/video.ts';
import { type Backend, videoNotFound } from './commands.server';
import { keptKey, makeOnce } from './repeated-request.server';

/**
 * Makes a second video of one: story, options, scenes and film are the same, in a folder of its own that shares the
 * files, and nothing is made again. The copy of one that is no finished film lies still where the original stood,
 * and can be taken up from there.
 * @param givenKey repeats of a request under one key all answer with the first one's video
 * @throws StoryError `video_not_found`, or `idempotency_conflict` when the key already stands for another request
 */
export async function duplicateVideo(
  {
    db,
    storage,
    plan,
    ownerId = null,
  }: Pick<Backend, 'db' | 'storage' | 'plan'> & Partial<Pick<Backend, 'ownerId'>>,
  videoId: string,
  givenKey: string | null = null,
): Promise<{ videoId: string; created: boolean }> {
  const video = await findVideo(db, videoId);
  if (!video) throw videoNotFound();
  // What the original tells may change between two requests that are one.
  const mark = { key: keptKey(givenKey, ownerId), hash: fingerprint({ duplicateOf: videoId }) };
  return makeOnce(db, mark, async () => {
    const newId = randomUUID();
    const { video: moved, nameOf } = rehome(video, newId, await plan());
    // The files come first: a row never points at a file that is not there. Files whose row never came are swept away.
    await storage.copyAll(video.id, newId, nameOf);
    await db.$transaction((tx) =>
      insertVideo(tx, asCopy(moved), {
        message: 'Duplicated from another video.',
        ...{ requestHash: mark.hash, idempotencyKey: mark.key, ownerId },
      }),
    );
    return newId;
  });
}

function asCopy(video: Video): Video {
  if (video.status === 'completed') return video;
  return { ...video, status: 'cancelled', error: null, framesDone: 0, completedAt: null };
}
