/** Words timed as they are read where nobody speaks them. */
import type { Word } from './story-props';
import { splitWords } from './story-words';

const WORD_MS = 190;
const LETTER_MS = 45;
const SENTENCE_PAUSE_MS = 380;

/** Splits a text into words, each of a length that suits its letters; times in ms from `startMs` on. */
export function paceWords(text: string, startMs = 0): Word[] {
  let ms = startMs;
  return splitWords(text).map((word) => {
    const wordStart = ms;
    const wordEnd = wordStart + WORD_MS + LETTER_MS * [...word].length;
    ms = wordEnd + (/[.!?。！？…]/u.test(word) ? SENTENCE_PAUSE_MS : 0);
    return { text: word, startMs: wordStart, endMs: wordEnd };
  });
}
