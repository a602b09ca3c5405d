/** When each word of a scene is read where nobody speaks it. */

import type { Speed } from '#jobs/story/order/options.ts';
import { SPEED_FACTORS } from '#jobs/story/order/voices.ts';
import { paceWords } from '#remotion/contract/reading-pace.ts';
import type { Word } from '#remotion/contract/story-props.ts';
import { captionWords } from './caption-words';

/** Before the first word, so that the picture is seen first, ms. */
export const LEAD_IN_MS = 250;

/** Factor on all times of words that nobody speaks. */
export const READING_FACTORS: Record<Speed, number> = { slow: 1.22, normal: 1, fast: 0.84 };

/**
 * The words of a text, each with its punctuation, with the times at which they are to be read: in order,
 * start < end, on the scene's clock in ms. Where a text has no letters at all it is one word.
 */
export function readingTimes(text: string, speed: Speed): Word[] {
  return paceWords(captionWords(text), { startMs: LEAD_IN_MS, factor: READING_FACTORS[speed] });
}

/** How long a text takes to read at a calm pace, from its first word to its last, ms; 0 for no text. */
export function readingMs(text: string): number {
  return paceWords(captionWords(text)).at(-1)?.endMs ?? 0;
}

/** How much longer voices take than a calm reader: the built-in ones are within 6% of it over whole stories. */
const VOICE_FACTOR = 1.09;

/** How long a voice takes to say a text, ms; 0 for no text. An expectation: each voice has its own pace. */
export function spokenMs(text: string, speed: Speed = 'normal'): number {
  return toldMs(readingMs(text), speed);
}

/** How long a voice takes for what a calm reader reads in that time, ms. */
export function toldMs(readMs: number, speed: Speed): number {
  return (readMs * VOICE_FACTOR) / SPEED_FACTORS[speed];
}
