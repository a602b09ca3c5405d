/** Where a preview goes on when its scenes have become longer or shorter meanwhile. Pure. */
import type { Timeline } from '#remotion/contract/timing.ts';

/** The frame that shows the same moment of the same scene, or the scene's last where it is no longer that long. */
export function heldFrame(frame: number, before: Timeline, now: Timeline): number {
  const scene = before.starts.findLastIndex((start) => start <= frame);
  const start = now.starts[scene];
  if (start === undefined) return Math.max(0, Math.min(frame, now.total - 1));
  const within = frame - (before.starts[scene] ?? 0);
  return start + Math.min(within, (now.lengths[scene] ?? 1) - 1);
}
