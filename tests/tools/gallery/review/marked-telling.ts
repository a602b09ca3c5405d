/** Whether marks are still of what is told. */
import { beginningOf, type StoryMarks } from './marks';
import type { ReviewedStory } from './reviewed-story';

/** What is told otherwise than when it was marked, a line each; nothing where the marks hold. */
export function toldOtherwise(
  marks: StoryMarks,
  { title, mood, treatment, scenes }: ReviewedStory,
): string[] {
  const told = scenes.map(({ narration, form }) => `${form?.kind ?? 'picture'}: ${beginningOf(narration)}`);
  const marked = marks.scenes.map(({ words, form }) => `${form}: ${words}`);
  const now = [`title: ${title}`, `music: ${mood}`, `told as ${treatment ?? 'nothing'}`, ...told];
  const then = [
    `title: ${marks.title.found}`,
    `music: ${marks.mood.found}`,
    `told as ${marks.treatment.found ?? 'nothing'}`,
    ...marked,
  ];
  return now.filter((one) => !then.includes(one));
}
