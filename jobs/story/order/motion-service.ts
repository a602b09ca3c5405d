/** What a connected picture-to-video model offers for a film: pictures that move, in place of a camera over stills. */
import type { VideoOptions } from './options';

/** The model as forms, plans and prices know it. */
export interface MotionService {
  model: string;
  /** Lengths that may be asked for, s, from the shortest. */
  lengths: readonly number[];
  /** US dollars for a second; null where nobody told it. */
  secondUsd: number | null;
}

/** Why pictures cannot move; the same form as the issues of a draft. */
export interface MotionIssue {
  code: string;
  message: string;
  hint: string;
}

/** The reason why pictures cannot move here, or null. */
export function checkMotion(
  { motion }: Pick<VideoOptions, 'motion'>,
  service: MotionService | null,
): MotionIssue | null {
  if (motion !== 'animated' || service) return null;
  return {
    code: 'motion_unavailable',
    message: 'Pictures cannot move by themselves here: no picture-to-video model is connected.',
    hint: 'Leave it to the camera, or ask the operator for a model (MOTION_BASE_URL). If this page offered it, load it again.',
  };
}

/** The length that is asked for so that a scene of that length is filled, s; the longest where none does. */
export function motionSeconds({ lengths }: Pick<MotionService, 'lengths'>, sceneMs: number): number {
  return lengths.find((seconds) => seconds * 1000 >= sceneMs) ?? lengths.at(-1) ?? 0;
}
