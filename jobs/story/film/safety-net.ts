/**
 * Which videos are taken up when their page is opened: what was left lying, and a failure that may have passed.
 * A failure that nothing mends never is, and one that came back waits for a person.
 */
import type { Video } from './video';

/** Whether a video that is found like this may have to be asked for again. */
export function needsSafetyNet({
  status,
  error,
  takenUp,
  held,
}: Pick<Video, 'status' | 'error' | 'takenUp' | 'held'>): boolean {
  // It waits for a person.
  if (held) return false;
  if (status === 'failed') return error?.retryable === true && !takenUp.includes(error.code);
  return status === 'script_generated' || status === 'assets_missing';
}

/**
 * The codes of a failed video's `takenUp` once the page has taken up its failure too; null where the page
 * may not.
 */
export function afterSafetyNet(video: Pick<Video, 'status' | 'error' | 'takenUp' | 'held'>): string[] | null {
  if (video.status !== 'failed' || !video.error || !needsSafetyNet(video)) return null;
  return [...video.takenUp, video.error.code];
}
