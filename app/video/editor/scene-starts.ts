/** Where scenes begin on the film's clock. Pure. */
import { framesToMs, storyTimeline } from '#remotion/contract/timing.ts';

/** The beginning of each scene, ms. */
export function startsOf(scenes: readonly { lengthMs: number }[]): number[] {
  return storyTimeline(scenes.map(({ lengthMs }) => ({ durationMs: lengthMs }))).starts.map(framesToMs);
}

/** The place of the scene that is on screen, from 0. */
export function sceneAt(starts: readonly number[], ms: number): number {
  return Math.max(
    0,
    starts.findLastIndex((start) => start <= ms + 1),
  );
}
