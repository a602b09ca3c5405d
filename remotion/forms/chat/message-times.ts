/** When the messages of a chat come in: each with its first word. Pure. */

import type { Word } from '../../contract/story-props';
import { splitWords } from '../../contract/story-words';

/** How long before its message somebody is seen typing, ms. */
export const TYPING_MS = 900;

/**
 * When each message begins, ms; the first at once.
 * @param words of all messages, one after the other
 */
export function messageTimes(messages: readonly { text: string }[], words: readonly Word[]): number[] {
  const counts = messages.map(({ text }) => Math.max(1, splitWords(text).length));
  const total = counts.reduce((sum, count) => sum + count, 0);
  let passed = 0;
  return counts.map((count, at) => {
    // Where captions join words, the share of them tells the place.
    const place = Math.round((passed * words.length) / total);
    passed += count;
    return at === 0 ? 0 : Math.max(0, (words[Math.min(place, words.length - 1)]?.startMs ?? 0) - 120);
  });
}
