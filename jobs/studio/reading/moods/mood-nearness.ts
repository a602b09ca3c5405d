/** How near a text is to each mood by what its words are usually said with, though none of them names it. English. */
import { MUSIC_MOODS, type MusicMood } from '#jobs/story/order/options.ts';
import MOOD_NEARNESS from './mood-nearness.json' with { type: 'json' };

/** How near words are to each mood, in the order of `MUSIC_MOODS`, from 0 to 9; see `collect-mood-nearness.ts`. */
const NEARNESS: ReadonlyMap<string, readonly number[]> = new Map(
  Object.entries(MOOD_NEARNESS).flatMap(([digits, words]) => {
    const near = Array.from(digits, Number);
    return words.split(' ').map((word) => [word, near] as const);
  }),
);

/** Each mood's part of all nearness in stories, on the mean, and how much it varies: of the gallery's open ones. */
const USUAL: Readonly<Record<MusicMood, { part: number; spread: number }>> = {
  calm: { part: 0.111, spread: 0.042 },
  joyful: { part: 0.128, spread: 0.031 },
  adventurous: { part: 0.072, spread: 0.053 },
  tense: { part: 0.145, spread: 0.035 },
  sad: { part: 0.116, spread: 0.029 },
  magical: { part: 0.107, spread: 0.03 },
  mysterious: { part: 0.072, spread: 0.036 },
  playful: { part: 0.108, spread: 0.043 },
  tender: { part: 0.141, spread: 0.042 },
};

/** Nearness of all words together at which half of what they say is believed. */
const HALF_BELIEVED = 30;

/** Beyond so many spreads a text is no nearer: a few words are easily of one mood. */
const MOST = 3;

/**
 * How much more a text is near to each mood than stories are, in spreads; 0 where it says nothing. What a few words
 * say counts less.
 */
export function moodNearness(text: string): Record<MusicMood, number> {
  const counts = new Map<string, number>();
  for (const word of text
    .toLowerCase()
    .replaceAll('’', "'")
    .match(/[a-z']+/g) ?? []) {
    const said = word.replace(/'s$/, '');
    counts.set(said, (counts.get(said) ?? 0) + 1);
  }
  const sums = MUSIC_MOODS.map(() => 0);
  for (const [word, count] of counts)
    NEARNESS.get(word)?.forEach((near, at) => {
      sums[at] = (sums[at] ?? 0) + near * Math.sqrt(count);
    });
  const all = sums.reduce((sum, one) => sum + one, 0);
  const belief = all / (all + HALF_BELIEVED);
  return Object.fromEntries(
    MUSIC_MOODS.map((mood, at) => {
      const { part, spread } = USUAL[mood];
      const spreads = all === 0 ? 0 : ((sums[at] ?? 0) / all - part) / spread;
      return [mood, belief * Math.min(MOST, Math.max(-MOST, spreads))];
    }),
  ) as Record<MusicMood, number>;
}
