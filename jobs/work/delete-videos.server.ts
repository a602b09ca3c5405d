/** Deleting videos, bringing them back while that is possible, and removing them for good. */
import type { Db } from '#jobs/db/client.server.ts';
import {
  hideVideos,
  listHiddenBefore,
  type NamedVideo,
  removeHidden,
  unhideVideos,
} from '#jobs/db/deleted-videos.server.ts';
import { mayRemove } from '#jobs/db/sessions/removals.server.ts';
import type { Storage } from '#jobs/ports/storage.ts';
import { isFinished } from '#jobs/story/film/status.ts';
import { goneBefore } from '#jobs/story/film/undo-time.ts';
import { type Backend, sendJob, videoNotFound } from './commands.server';

/**
 * Deletes videos: they are shown nowhere any more, and work on them ends within a second. For `UNDO_MS` they can be
 * brought back; then a worker's round removes them with their files.
 * @returns those that were there.
 */
export async function deleteVideos(
  { db }: Pick<Backend, 'db'>,
  ids: readonly string[],
): Promise<NamedVideo[]> {
  return hideVideos(db, ids);
}

/** Deletes one video. @throws StoryError `video_not_found` */
export async function deleteVideo(backend: Pick<Backend, 'db'>, id: string): Promise<void> {
  if ((await deleteVideos(backend, [id])).length === 0) throw videoNotFound();
}

/**
 * Brings deleted videos back as they were; work that the deletion ended goes on where it stood.
 * @returns the ids of those that are back, and of those that are gone for good.
 */
export async function restoreVideos(
  { db, boss }: Pick<Backend, 'db' | 'boss'>,
  ids: readonly string[],
): Promise<{ restored: string[]; gone: string[] }> {
  const back = await db.$transaction(async (tx) => {
    const videos = await unhideVideos(tx, ids, goneBefore());
    for (const { id, status } of videos) if (!isFinished(status)) await sendJob(boss, tx, id);
    return videos;
  });
  const restored = back.map(({ id }) => id);
  return { restored, gone: ids.filter((id) => !restored.includes(id)) };
}

/**
 * Removes rows and files of what can be brought back no more. The rows go first: a crash in between leaves files
 * without a row, which `sweepFiles` finds; so does a backup that is being made.
 * @returns how many videos were removed.
 */
export async function sweepDeleted(
  { db, storage }: { db: Db; storage: Storage },
  now = new Date(),
): Promise<number> {
  const before = goneBefore(now);
  let removed = 0;
  for (const id of await listHiddenBefore(db, before)) {
    if (!(await removeHidden(db, id, before))) continue;
    if (await mayRemove(db)) await storage.removeAll(id);
    removed += 1;
  }
  return removed;
}
