/** Whose videos are. */
import type { Db } from '#jobs/db/client.server.ts';
import { isUuid } from '#jobs/db/videos.server.ts';

/** Whether a video is somebody's; also one that is deleted and may come back. */
export async function isOwner(db: Db, videoId: string, personId: string): Promise<boolean> {
  if (!isUuid(videoId)) return false;
  return (await db.video.count({ where: { id: videoId, ownerId: personId } })) === 1;
}

/** Those of the videos that are somebody's. */
export async function ownedAmong(
  db: Db,
  videoIds: readonly string[],
  personId: string,
): Promise<Set<string>> {
  const rows = await db.video.findMany({
    where: { id: { in: videoIds.filter(isUuid) }, ownerId: personId },
    select: { id: true },
  });
  return new Set(rows.map(({ id }) => id));
}
