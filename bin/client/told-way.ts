/** The way of a video through its states, as the API's transitions tell it. Pure. */
import { canMove, type VideoStatus } from '#jobs/story/film/status.ts';

/** A change of state. */
export interface ToldTransition {
  /** Null for the video's creation. */
  from: VideoStatus | null;
  to: VideoStatus;
}

/**
 * What is wrong with a way that was told as whole, one sentence each; empty where it leads from the video's
 * creation to its film, each transition begins where the one before ended, and the state machine has it.
 */
export function faultsOfWay(way: readonly ToldTransition[]): string[] {
  const faults: string[] = [];
  let at: VideoStatus | null = null;
  for (const { from, to } of way) {
    if (from !== at)
      faults.push(
        `After ${at ?? 'nothing'} came ${to} from ${from ?? 'nothing'}: some transition is missing.`,
      );
    if (from !== null && !canMove(from, to)) faults.push(`There is no way from ${from} to ${to}.`);
    at = to;
  }
  if (at !== 'completed') faults.push(`The way ends at ${at ?? 'nothing'}.`);
  return faults;
}
