/** What was sent as the form shows it again: as one text in its box, whose lines are those that messages name. Pure. */
import type { ReadLines } from '#jobs/story/batch/line-issue.ts';
import type { StoryFile } from '#jobs/story/batch/story-lines.ts';

/** Texts that are one story each; any other is shown as it came. */
const ONE_STORY = /\.(?:txt|md|markdown)$/i;

export interface BoxedStories {
  text: string;
  read: ReadLines;
}

/** A table or lines of JSON stay as they are; of several files each story becomes a line of JSON. */
export function boxedStories(files: readonly StoryFile[], read: ReadLines): BoxedStories {
  const [first] = files;
  if (!first) return { text: '', read };
  if (files.length === 1 && !ONE_STORY.test(first.name)) {
    const typed = <T extends { place: { line: number } | null }>(one: T): T =>
      one.place ? { ...one, place: { ...one.place, file: '' } } : one;
    return { text: first.text, read: { lines: read.lines.map(typed), issues: read.issues.map(typed) } };
  }
  return {
    text: read.lines.map(({ fields }) => JSON.stringify(fields)).join('\n'),
    read: {
      lines: read.lines.map(({ place, fields }, at) => ({ place: { ...place, line: at + 1 }, fields })),
      issues: read.issues,
    },
  };
}
