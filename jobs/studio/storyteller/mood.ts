/** The mood of a whole story, for its music. */

import { chatLines } from '#jobs/story/film/chat/chat-lines.ts';
import { primaryLanguage } from '#jobs/story/language/language-tag.ts';
import { MUSIC_MOODS, type MusicMood } from '#jobs/story/order/options.ts';
import type { Treatment } from '#jobs/story/order/treatments.ts';
import { moodNearness } from '#jobs/studio/reading/moods/mood-nearness.ts';
import { moodScores } from '#jobs/studio/reading/moods/mood-scores.ts';

/** What a kind of telling sounds like, in words that speak of that mood. */
const SOUNDS: Readonly<Record<Treatment, Partial<Record<MusicMood, number>>>> = {
  tale: { calm: 1.2 },
  confession: { calm: 1.2, tender: 0.8 },
  list: { joyful: 2, adventurous: 1.5 },
  quotes: { calm: 3, tender: 1 },
  chat: { playful: 2, tense: 1 },
  fact: { mysterious: 3, magical: 1 },
  'how-to': { playful: 3, calm: 2 },
  persuasion: { adventurous: 3 },
  news: { tense: 4, mysterious: 2 },
  advert: { joyful: 4, playful: 2 },
  biography: { calm: 2, adventurous: 1.5, tender: 1 },
};

/** Signs that say a mood in every language, or nearly so: emoji, hours of the night, scores, how a letter begins. */
const SIGNS: Readonly<Partial<Record<MusicMood, RegExp>>> = {
  playful: /[😂🤣😜😅🙃🤪😹]/gu,
  sad: /[😭💔😢😞🥀]/gu,
  tender: /[❤🥰💕💖🤗💛🧡]|^(?:dear|liebe[rs]?|ch[eè]re?|querid[oa]|caro|cara)(?!\p{L})/giu,
  tense:
    /[👻🔪😱💀🩸🚨]|\b(?:1[12]|[1-4])[:.]\d\d\s?a\.?m\b|(?<![\d:])0[0-4]:\d\d\b|\bat [1-4]:\d\d\b(?!\s?p)|\bAITAH?\b/giu,
  joyful: /[🎉🥳🎊😄😁🎂]/gu,
  adventurous: /[🔥💪🚀🏔🧗]|(?<![\d–:-])\d{1,3}[–-]\d{1,3}(?![\d–:-])/gu,
};

/**
 * Kinds of telling that rather show than name what they feel, so that what their words are usually said with counts
 * too; and how much one spread of that counts.
 */
const SHOWING: ReadonlySet<Treatment> = new Set(['tale', 'confession']);
const NEARNESS = 2.5;

/**
 * Weighs the words of each mood against what the kind of telling sounds like; the end counts half as much again.
 * @param language BCP 47 tag
 */
export function storyMood(story: string, treatment: Treatment = 'tale', language = 'en'): MusicMood {
  const told = treatment === 'chat' ? messagesOf(story) : story;
  const all = moodScores(told);
  const end = moodScores(told.slice(Math.floor(told.length * 0.75)));
  const near = SHOWING.has(treatment) && primaryLanguage(language) === 'en' ? moodNearness(told) : null;
  const score = (mood: MusicMood) =>
    all[mood] +
    end[mood] * 0.5 +
    (near ? near[mood] * NEARNESS : 0) +
    (SOUNDS[treatment][mood] ?? 0) +
    (SIGNS[mood] ? (story.match(SIGNS[mood]) ?? []).length * 1.5 : 0);
  const best = MUSIC_MOODS.reduce((a, b) => (score(b) > score(a) ? b : a));
  return score(best) > 0 ? best : 'calm';
}

/** What is written, without the names of those who write. */
const messagesOf = (story: string): string =>
  chatLines(story)
    .map(({ text }) => text)
    .join('\n');
