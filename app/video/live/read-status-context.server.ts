import type { StatusContext } from '#app/video/status-view.ts';
import { listFilmTimes, listHistory } from '#jobs/db/videos.server.ts';
import { isFinished } from '#jobs/story/film/status.ts';
import type { VideoProgress } from '#jobs/story/film/video.ts';
import type { Backend } from '#jobs/work/commands.server.ts';

/** Reads what a status tells besides the row: read after it, so that no transition to its state is missing. */
export async function readStatusContext(
  { db }: Pick<Backend, 'db'>,
  video: Pick<VideoProgress, 'id' | 'status'>,
): Promise<Pick<StatusContext, 'history' | 'earlier'>> {
  const [history, earlier] = await Promise.all([
    listHistory(db, video.id),
    isFinished(video.status) ? [] : listFilmTimes(db),
  ]);
  return { history, earlier };
}
