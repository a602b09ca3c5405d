/** Marks of a telling to begin with, for whoever looks at its sheets: what can be told without looking. */
import { beginningOf, type StoryMarks } from './marks';
import { repeatsOf } from './repeats';
import type { ReviewedStory } from './reviewed-story';

/** Every scene is `unclear` until it was looked at. */
export function draftMarks({ story, title, mood, treatment, scenes }: ReviewedStory): StoryMarks {
  const repeats = repeatsOf(scenes);
  const fitting = [story.treatment, ...(story.alsoTreatments ?? [])];
  return {
    slug: story.slug,
    treatment: { found: treatment, isRight: treatment !== null && fitting.includes(treatment) },
    title: { found: title, isKept: story.titles.some((good) => plain(good) === plain(title)) },
    mood: { found: mood, isRight: story.moods.includes(mood) },
    scenes: scenes.map(({ narration, form }, i) => ({
      words: beginningOf(narration),
      form: form?.kind ?? 'picture',
      verdict: 'unclear',
      ...(repeats[i] && { repeats: true as const }),
    })),
  };
}

const plain = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
