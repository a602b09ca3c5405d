/** The mood of a whole story, for its music. */
import { MUSIC_MOODS, type MusicMood } from '#jobs/story/order/options.ts';
import { moodScores } from '#jobs/studio/reading/fragment.ts';

/** Counts the words of each mood; the end of the story counts twice, for that is how one leaves it. */
export function storyMood(story: string): MusicMood {
  const words = story.toLowerCase().match(/[\p{L}'’]+/gu) ?? [];
  const all = moodScores(words);
  const end = moodScores(words.slice(Math.floor(words.length * 0.75)));
  const score = (mood: MusicMood) => all[mood] + end[mood];
  const best = MUSIC_MOODS.reduce((a, b) => (score(b) > score(a) ? b : a));
  return score(best) > 0 ? best : 'calm';
}
