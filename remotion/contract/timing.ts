/**
 * The one place where milliseconds and frames meet, so that picture, captions and sound agree.
 *
 * A scene lasts a whole number of frames; at 48 kHz a frame is exactly 1,600 samples, so an audio track
 * that gives each scene `sceneFrames(durationMs)` frames' worth of samples never drifts from the picture.
 */
import { FPS, type Transition } from './story-props';

/** Frames during which a scene's picture fades in over the one before. */
export const TRANSITION_FRAMES = 12;
/** The same of a whip, which is as quick as a flick of the hand. */
const WHIP_FRAMES = 7;
/** Frames over which the last scene goes dark. */
export const ENDING_FRAMES = 15;
/** Frames for which the title is shown at the start of the film. */
export const TITLE_FRAMES = 66;
/** Frames for which the end card is shown, to the end of the film. */
export const END_CARD_FRAMES = 84;

/** Tolerance in frames for durations that are whole frames but for floating point. */
const FRAME_EPSILON = 1e-6;

/** Frames in which a scene's picture takes the place of the one before; 0 for a cut. */
export function transitionFrames(transition: Transition): number {
  if (transition === 'cut') return 0;
  return transition === 'whip' ? WHIP_FRAMES : TRANSITION_FRAMES;
}

/** Length of a scene in frames: the least that holds all of its `durationMs`, and at least one. */
export function sceneFrames(durationMs: number): number {
  return Math.max(1, Math.ceil((durationMs * FPS) / 1000 - FRAME_EPSILON));
}

/** Length in ms of a number of frames. */
export function framesToMs(frames: number): number {
  return (frames * 1000) / FPS;
}

/**
 * The moment in ms that a frame stands for: its middle, so that what it shows is never more than half a
 * frame early or late.
 */
export function frameMoment(frame: number): number {
  return framesToMs(frame + 0.5);
}

export interface Timeline {
  /** First frame of each scene. */
  starts: number[];
  /** Length of each scene in frames. */
  lengths: number[];
  /** Length of the film in frames. */
  total: number;
}

/** Where each scene begins and how long it lasts, scenes following each other without gap or overlap. */
export function storyTimeline(scenes: readonly { durationMs: number }[]): Timeline {
  const lengths = scenes.map((scene) => sceneFrames(scene.durationMs));
  const starts: number[] = [];
  let total = 0;
  for (const length of lengths) {
    starts.push(total);
    total += length;
  }
  return { starts, lengths, total };
}
