import { UNFINISHED_STATUSES, type VideoStatus } from '#jobs/story/film/status.ts';
import type { DbTransaction } from './client.server';

/** What a video's place in the queue goes by. */
export interface QueueStanding {
  status: VideoStatus;
  /** How many other unfinished videos whoever it belongs to has; 0 where nobody has an account. */
  others: number;
}

/** Reads it; null where there is no such video. */
export async function readQueueStanding(
  tx: Pick<DbTransaction, 'video'>,
  videoId: string,
): Promise<QueueStanding | null> {
  const video = await tx.video.findUnique({
    where: { id: videoId },
    select: { status: true, ownerId: true },
  });
  if (!video) return null;
  const { status, ownerId } = video;
  if (ownerId === null) return { status, others: 0 };
  const others = await tx.video.count({
    where: { ownerId, id: { not: videoId }, status: { in: UNFINISHED_STATUSES }, deletedAt: null },
  });
  return { status, others };
}
