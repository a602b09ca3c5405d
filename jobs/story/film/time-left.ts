/** How long a film in the making will still take, by what was measured: at it, and at those before it. */
import { FPS } from '#remotion/contract/story-props.ts';
import { storyTimeline } from '#remotion/contract/timing.ts';
import { readingTimes } from './reading-times';
import { isFinished } from './status';
import type { HistoryEntry, VideoProgress } from './video';

/** A film that was made in one go. */
export interface FilmTime {
  frames: number;
  /** From its script to its end, ms. */
  ms: number;
}

/** On a machine of two cores, before any film was made, ms for each frame. */
const USUAL_PACE = 40;

/** How long making takes here, ms for each ms of film. @param earlier films that were made before, in any order */
export function usualPace(earlier: readonly FilmTime[]): number {
  return ((medianPace(earlier) ?? USUAL_PACE) * FPS) / 1000;
}

/** Frames of this film that have to be there before its own pace counts: three seconds of it. */
const MEASURED_FRAMES = 90;
/** The same as a share of the film where there is no earlier film to go by. */
const MEASURED_SHARE = 0.1;

/**
 * What is left until the film is ready, ms; null where nothing is known yet, or nobody works on it.
 * @param history of this video, oldest first
 * @param earlier films that were made before, in any order
 */
export function timeLeft(
  video: VideoProgress,
  history: readonly HistoryEntry[],
  earlier: readonly FilmTime[],
  now: Date,
): number | null {
  const { scenes, status, held } = video;
  if (scenes.length === 0 || isFinished(status) || held || isWaiting(video)) return null;
  const total = framesOf(video);
  const done = Math.min(video.framesDone, total);
  const share = done / total;
  const usual = medianPace(earlier);
  const own = ownPace(done, history, now);
  if (usual === null) return own !== null && share >= MEASURED_SHARE ? (total - done) * own : null;
  // The more of it is done, the more its own pace says of the rest.
  const pace = own === null ? usual : share * own + (1 - share) * usual;
  return (total - done) * pace;
}

/** Whether the next attempt is waited for. */
function isWaiting({ status, error }: VideoProgress): boolean {
  return status === 'assets_missing' && error !== null;
}

/**
 * Time per frame of this film so far, ms; null while too little is measured, and where an attempt found
 * frames of an earlier one.
 */
function ownPace(framesDone: number, history: readonly HistoryEntry[], now: Date): number | null {
  const begun = history.findLast(({ to }) => to === 'script_generated');
  const isFirst = begun?.from === 'pending' && !history.some(({ to }) => to === 'assets_missing');
  if (!isFirst || framesDone < MEASURED_FRAMES) return null;
  return Math.max(0, now.getTime() - begun.at.getTime()) / framesDone;
}

/** Frames of the film; of scenes that are not spoken yet, as many as their words take to read. */
function framesOf({ framesTotal, scenes, options }: VideoProgress): number {
  if (framesTotal > 0) return framesTotal;
  const lengths = scenes.map(({ durationMs, narration }) => ({
    durationMs: durationMs ?? readingTimes(narration, options.speed).at(-1)?.endMs ?? 0,
  }));
  return storyTimeline(lengths).total;
}

function medianPace(earlier: readonly FilmTime[]): number | null {
  return median(earlier.map(({ frames, ms }) => ms / frames));
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? null;
}
