/** What can be chosen here, by what is connected. Pure. */
import type { SpeechAbilities } from '#jobs/story/language/speech-language.ts';
import type { MotionService } from '#jobs/story/order/motion-service.ts';
import type { Offer } from '#jobs/story/order/option.ts';
import type { PictureService } from '#jobs/story/order/picture-service.ts';

export interface Connected {
  speech: SpeechAbilities;
  /** The connected picture model, or null. */
  pictures: PictureService | null;
  /** The connected picture-to-video model, or null. */
  motion: MotionService | null;
  /** Whether a writing model is connected. */
  canWrite: boolean;
}

/** Whether the form shows an option with that offer. */
export function isOffered(offer: Offer, { speech, pictures, motion, canWrite }: Connected): boolean {
  switch (offer) {
    case 'always':
      return true;
    case 'tone-taking-voice':
      return speech.service?.takesTone ?? false;
    case 'picture-qualities':
      return (pictures?.qualities.length ?? 0) > 0;
    case 'motion-model':
      return motion !== null;
    case 'writing-model':
      return canWrite;
    case 'on-request':
      return false;
  }
}
