/** What becomes of a video that waits for another one of its order. Pure. */
import type { Fault } from '#jobs/story/film/fault.ts';
import type { VideoStatus } from '#jobs/story/film/status.ts';

/** States in which all that others share is there. */
const IS_SHARED: readonly VideoStatus[] = ['assets_generated', 'rendering', 'completed'];

const AHEAD_ENDED = 'format_ahead_ended';

/** @param gone whether the other video was deleted, so that nothing comes of waiting */
export function aheadEndedFault(gone: boolean): Fault {
  return gone
    ? {
        code: AHEAD_ENDED,
        message: 'The film from which this one was to take its script, voices and pictures was deleted.',
        hint: 'Press Retry to have this one made by itself: what both would have shared is made for it alone.',
        retryable: false,
      }
    : {
        code: AHEAD_ENDED,
        message: 'The film from which this one takes its script, voices and pictures was not finished.',
        hint: 'Go on with that one, and this one follows by itself; Retry goes on with both.',
        retryable: false,
      };
}

export interface Waiting {
  status: VideoStatus;
  /** Code of the fault with which it failed; null where it did not. */
  faultCode: string | null;
  /** Where the other one stands; null where it was deleted. */
  ahead: VideoStatus | null;
}

/** `begin`: it is worked on from now; `give-up`: it fails for the time being; `hope`: it waits again. */
export type Move = 'begin' | 'give-up' | 'hope' | 'wait';

export function nextMove({ status, faultCode, ahead }: Waiting): Move {
  const isAheadOver = ahead === null || ahead === 'failed' || ahead === 'cancelled';
  if (status === 'failed') return faultCode === AHEAD_ENDED && !isAheadOver ? 'hope' : 'wait';
  if (status !== 'pending') return 'wait';
  if (ahead !== null && IS_SHARED.includes(ahead)) return 'begin';
  return isAheadOver ? 'give-up' : 'wait';
}
