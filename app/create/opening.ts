/** The beginning of a story, to be shown small. Pure. */
import { captionWords } from '#jobs/story/film/caption-words.ts';
import { joinWords } from '#remotion/contract/story-words.ts';

/** About two captions’ worth, in UTF-16 units. */
const LONGEST = 60;
/** No longer opening is looked at. */
const REACH = 400;

/** Whole words of the first sentence, as many as are soon read; null for a text that has none. */
export function openingOf(story: string): string | null {
  const start = story.trim().slice(0, REACH);
  const [sentence = ''] = start.split(/(?<=[.!?。！？।؟])\s*|\n/u);
  const words = captionWords(sentence);
  let length = 0;
  const kept = words.filter((word) => {
    length += word.length + 1;
    return length <= LONGEST;
  });
  return /\p{L}/u.test(kept.join('')) ? joinWords(kept) : null;
}
