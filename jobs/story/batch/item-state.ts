/** How far a story of a batch is. Pure. */
import { isFinished, type VideoStatus } from '#jobs/story/film/status.ts';

export const ITEM_STATES = [
  'waiting',
  'making',
  'to-look-at',
  'going-on',
  'ready',
  'failed',
  'cancelled',
  'deleted',
] as const;
/**
 * `to-look-at`: its storyboard is written, and it waits for somebody. `going-on`: that somebody has looked, and it waits
 * for a place. `deleted`: there was a video.
 */
export type ItemState = (typeof ITEM_STATES)[number];

export interface ItemFacts {
  hasBegun: boolean;
  /** Whether it was let go on after its storyboard was looked at. */
  isReleased: boolean;
  /** Null where none was begun, or it is gone. */
  video: { status: VideoStatus; held: boolean } | null;
  isBatchCancelled: boolean;
}

export function itemStateOf({ hasBegun, isReleased, video, isBatchCancelled }: ItemFacts): ItemState {
  if (!hasBegun) return isBatchCancelled ? 'cancelled' : 'waiting';
  if (!video) return 'deleted';
  const { status, held } = video;
  if (!isFinished(status)) {
    if (!held || status === 'pending') return 'making';
    return isReleased ? 'going-on' : 'to-look-at';
  }
  if (status === 'completed') return 'ready';
  return status === 'failed' ? 'failed' : 'cancelled';
}

/** Whether nothing of it will change any more without a person's doing. */
export function isItemOver(state: ItemState): boolean {
  return state === 'ready' || state === 'failed' || state === 'cancelled' || state === 'deleted';
}
