import { useEffect, useState } from 'react';
import { countWords, MIN_STORY_WORDS } from '#jobs/story/order/story-text.ts';

type StorySpeech = typeof import('./story-speech');

/**
 * What tells of a story's language and voice, once there is enough of a story to tell: a first visit does without it.
 * Null until it is loaded, and where it cannot be: the server says the same of what is sent.
 */
export function useStorySpeech(story: string): StorySpeech | null {
  const [loaded, setLoaded] = useState<StorySpeech | null>(null);
  const isWanted = countWords(story) >= MIN_STORY_WORDS;
  useEffect(() => {
    if (isWanted) import('./story-speech').then(setLoaded, () => undefined);
  }, [isWanted]);
  return isWanted ? loaded : null;
}
