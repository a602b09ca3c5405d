/** Where a form may stand in each format: clear of captions, and of what platforms draw over a film. */
import type { FormatName } from '../../contract/story-props';

/** px of the frame. */
export interface FormSpace {
  width: number;
  height: number;
  /** Middle of what is drawn, from the top. */
  middle: number;
  /** Of the frame. */
  frame: { width: number; height: number };
}

const ALONE: Record<FormatName, FormSpace> = {
  '9:16': { width: 880, height: 1120, middle: 880, frame: { width: 1080, height: 1920 } },
  '1:1': { width: 900, height: 820, middle: 540, frame: { width: 1080, height: 1080 } },
  '16:9': { width: 1480, height: 800, middle: 540, frame: { width: 1920, height: 1080 } },
};

const OVER_CAPTIONS: Record<FormatName, FormSpace> = {
  '9:16': { width: 900, height: 860, middle: 690, frame: { width: 1080, height: 1920 } },
  '1:1': { width: 920, height: 600, middle: 400, frame: { width: 1080, height: 1080 } },
  '16:9': { width: 1560, height: 600, middle: 400, frame: { width: 1920, height: 1080 } },
};

/** @param hasCaptions whether captions stand below it */
export function formSpace(format: FormatName, hasCaptions: boolean): FormSpace {
  return (hasCaptions ? OVER_CAPTIONS : ALONE)[format];
}
