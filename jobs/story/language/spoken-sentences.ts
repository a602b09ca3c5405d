/** The sentences of a scene, as its captions tell them apart. Pure. */

import { captionWords } from '#jobs/story/film/caption-words.ts';
import { endsSentence } from '#remotion/captions/captions.ts';
import { joinWords } from '#remotion/contract/story-words.ts';

/** The sentences of a text, in order: together they are the text but for its white space. */
export function spokenSentences(text: string): string[] {
  const words = captionWords(text).map((word) => ({ text: word }));
  return inSentences(words).map((sentence) => joinWords(sentence.map((word) => word.text)).trim());
}

/** Words by the sentences that they are in. */
export function inSentences<Said extends { text: string }>(words: readonly Said[]): Said[][] {
  const sentences: Said[][] = [];
  let sentence: Said[] = [];
  for (const word of words) {
    sentence.push(word);
    if (!endsSentence(word)) continue;
    sentences.push(sentence);
    sentence = [];
  }
  return sentence.length > 0 ? [...sentences, sentence] : sentences;
}
