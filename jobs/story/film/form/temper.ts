/** How a film feels to look at, by the mood of its story. */
import type { MusicMood } from '#jobs/story/order/options.ts';
import type { Temper } from '#remotion/contract/forms.ts';

const TEMPERS: Readonly<Record<MusicMood, Temper>> = {
  calm: 'tender',
  joyful: 'bright',
  magical: 'bright',
  sad: 'sober',
  tense: 'dark',
  adventurous: 'bright',
  mysterious: 'dark',
  playful: 'bright',
  tender: 'tender',
};

/** @param mood of the story, or null while it is not known */
export function temperOf(mood: string | null): Temper {
  return TEMPERS[mood as MusicMood] ?? 'tender';
}
