import { SharedReads } from '#app/http/shared-reads.ts';
import { type StatusView, statusView } from '#app/video/status-view.ts';
import { findProgress } from '#jobs/db/video-progress.server.ts';
import type { Backend } from '#jobs/work/commands.server.ts';
import { readStatusContext } from './read-status-context.server';

/** A thousand pages may show one film. */
const views = new SharedReads<StatusView | null>();

/**
 * Reads how far a video is; who asks the same at the same time shares the answer.
 * @param since the transition that was seen last; null where nobody said
 * @returns null where there is no such video
 */
export function readStatus(backend: Backend, id: string, since: string | null): Promise<StatusView | null> {
  return views.get(`${id} ${since}`, async () => {
    const video = await findProgress(backend.db, id);
    if (!video) return null;
    const told = await readStatusContext(backend, video);
    return statusView(video, { ...told, since });
  });
}
