import { type StoryError, toFault } from '#jobs/story/film/fault.ts';
import { refusal } from './upload-refusal';

const HINTS = {
  picture: 'Open it on your device and save it as a plain JPEG of at most 4096 pixels, and send that.',
  clip: 'Export it as 1080p MP4 with H.264, and send that.',
  recording: 'Save it as WAV or MP3, and send that.',
} as const;

/**
 * What it means that a file's reading was ended: by its time, or by the limits of the cage that it is read in.
 * @returns null where `error` tells of something else
 */
export function tooDemanding(what: keyof typeof HINTS, error: unknown): StoryError | null {
  const refuse = (why: string) => refusal(`${what}_too_demanding`, why, HINTS[what], error);
  if (error instanceof Error && error.name === 'TimeoutError')
    return refuse(`The ${what} was not read in the time that is given to it.`);
  const isEnded =
    (error instanceof Error && error.name === 'CageFault') || toFault(error).code === 'encoder_died';
  return isEnded
    ? refuse(`Reading the ${what} takes more memory than it is given, or ended the program that reads it.`)
    : null;
}
