/** How far a segment has come at a frame: what is arriving, and what is going dark. Pure. */
import type { SegmentProps } from '../contract/story-props';
import { ENDING_FRAMES, sceneFrames, transitionFrames } from '../contract/timing';
import { easeOut, ramp, smooth } from './motion';

export interface SegmentMoment {
  /** Whether the picture is still taking the place of the one before. */
  isArriving: boolean;
  /** How much of the picture has come, from 0 to 1. */
  presence: number;
  /** How dark the end is by now, from 0 to 1. */
  darkness: number;
}

export function segmentMoment(
  {
    scene,
    previousShot,
    isLast,
    transition = 'fade',
  }: Pick<SegmentProps, 'scene' | 'previousShot' | 'isLast' | 'transition'>,
  frame: number,
): SegmentMoment {
  const frames = sceneFrames(scene.durationMs);
  const arrival = transitionFrames(transition);
  const isArriving = previousShot !== null && frame < arrival;
  const arrived = ramp(frame + 1, 0, arrival + 1);
  return {
    isArriving,
    presence: isArriving ? (transition === 'whip' ? easeOut(arrived) : smooth(arrived)) : 1,
    darkness: isLast ? smooth(ramp(frame + 1, frames - ENDING_FRAMES, frames)) : 0,
  };
}
