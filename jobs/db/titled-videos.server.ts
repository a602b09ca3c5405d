import type { Db, DbTransaction } from './client.server';
import { isUuid } from './videos.server';

/** Sets a video's title, as given by a person: no script replaces it. @returns false when there is no such video. */
export async function retitleVideo(tx: Db | DbTransaction, id: string, title: string): Promise<boolean> {
  if (!isUuid(id)) return false;
  const { count } = await tx.video.updateMany({
    where: { id, deletedAt: null },
    data: { title, titleGiven: true },
  });
  return count === 1;
}
