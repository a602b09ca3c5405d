/** What a film shows, for people who cannot see it. Pure. */
import { isEnglish } from '#jobs/story/language/language.ts';
import { cutTo } from './counted-length';
import { houseWords } from './house-words';
import { sentencesIn } from './own-sentences';

/** Longer ones are cut off by platforms, and listened to by nobody. */
export const MOST_ALT_LETTERS = 1000;
const MOST_OF_SCENE = 140;

interface SeenScene {
  narration: string;
  /** A description of its picture, in English; null where none is drawn. */
  seen: string | null;
}

/**
 * Such as `Short film, 34 s: The Fox. 1. A fox standing by a pond. 2. …`. Pictures are described in English alone: in
 * another language it says what is told with them.
 */
export function altTextOf({
  title,
  scenes,
  durationMs,
  language,
}: {
  title: string;
  scenes: readonly SeenScene[];
  durationMs: number;
  language: string;
}): string {
  const isDescribed = isEnglish(language);
  const opening = `${houseWords(language).shortFilm}, ${clock(durationMs)}${title === '' ? '' : `: ${title}`}`;
  const room = Math.max(
    40,
    Math.min(MOST_OF_SCENE, Math.floor((MOST_ALT_LETTERS - opening.length) / scenes.length) - 6),
  );
  const told = scenes.map(({ narration, seen }, at) => {
    const text = isDescribed && seen !== null && seen !== '' ? seen : narration;
    const [first = ''] = sentencesIn(text, isDescribed ? 'en' : language);
    return `${at + 1}. ${cutTo(first, room, 'utf16')}`;
  });
  return cutTo([withStop(opening), ...told].join(' '), MOST_ALT_LETTERS, 'utf16');
}

const withStop = (text: string) => (/[.!?…。！？]$/u.test(text) ? text : `${text}.`);

/** `0:34`, which is read in every language. */
function clock(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
