/** When somebody in a scene speaks: the words that stand in quotation marks. */
import type { Word } from '../contract/story-props';

const OPENING = /^[\p{P}\s]*[“«„「『"]/u;
const CLOSING = /[”»“」』"][\p{P}\s]*$/u;

/** Parts of a word's time during which the mouth that says it is open, as fractions. */
const OPEN: readonly (readonly [number, number])[] = [
  [0, 0.38],
  [0.55, 0.85],
];

/** The words that are said by somebody, in order. */
export function spokenWords(words: readonly Word[]): Word[] {
  let isInside = false;
  return words.filter(({ text }) => {
    const opens = !isInside && OPENING.test(text);
    const isSaid = isInside || opens;
    isInside = isSaid && !CLOSING.test(opens ? text.replace(OPENING, '') : text);
    return isSaid;
  });
}

/** Whether the mouth of whoever says these words is open. @param ms on the scene's clock */
export function isMouthOpen(spoken: readonly Word[], ms: number): boolean {
  const word = spoken.find(({ startMs, endMs }) => startMs <= ms && ms < endMs);
  if (!word) return false;
  const part = (ms - word.startMs) / (word.endMs - word.startMs);
  return OPEN.some(([from, to]) => from <= part && part < to);
}
