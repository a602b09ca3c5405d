/** A text as the words that captions show, in any script. */
import { splitWords } from '#remotion/contract/story-words.ts';

const SAID = /[\p{L}\p{N}]/u;

/**
 * The words of a text, each with its punctuation and each such that it can be said: a lone dash or emoji stays
 * with the word before it, or goes with the first. Together they are the text but for its white space. A text
 * without letters is one word.
 */
export function captionWords(text: string): string[] {
  const words: string[] = [];
  let opening = '';
  for (const word of splitWords(text)) {
    const before = words.at(-1);
    if (SAID.test(word)) {
      words.push(opening + word);
      opening = '';
    } else if (before === undefined) opening += `${word} `;
    else words[words.length - 1] = `${before.trimEnd()} ${word}`;
  }
  if (opening !== '') words.push(opening.trim());
  return words;
}
