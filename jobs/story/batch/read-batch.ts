/** A batch checked whole, before anything of it starts. Pure. */
import { type DraftSurroundings, readDraft, type StoryDraft } from '#jobs/story/order/draft.ts';
import { isBlank } from '#jobs/story/order/option-reading.ts';
import { MOST_STORIES } from './batch-limits';
import type { LineIssue, LinePlace, ReadLines } from './line-issue';

/** A story that is ready to be made, with where it stood. */
export interface BatchStory {
  place: LinePlace;
  draft: StoryDraft;
}

export type BatchReading = { ok: true; stories: BatchStory[] } | { ok: false; issues: LineIssue[] };

export interface ForAll {
  /** Options by name, not checked yet; what a line says for itself goes before. */
  options: Readonly<Record<string, unknown>>;
  /** Whether each film waits, once its storyboard is written, until somebody has looked at it. */
  looksFirst: boolean;
}

/** Stands for a story where only the options are asked about. */
const SOME_STORY = 'A story is told.';

/**
 * Checks every line, and says all that is wrong anywhere.
 * @param breathe is waited for after each line: a thousand of them take a second
 */
export async function readBatch(
  { lines, issues: unread }: ReadLines,
  { options, looksFirst }: ForAll,
  surroundings: DraftSurroundings,
  breathe: () => Promise<void> = async () => {},
): Promise<BatchReading> {
  const shared = { ...options, ...(looksFirst && { review: 'storyboard' }) };
  const forAll = readDraft({ ...shared, story: SOME_STORY }, surroundings);
  const issues: LineIssue[] = forAll.ok ? [] : forAll.issues.map((issue) => ({ place: null, ...issue }));
  issues.push(...unread);
  // What is wrong for all of them is said once.
  const base = forAll.ok ? shared : {};
  const stories: BatchStory[] = [];
  for (const { place, fields } of lines) {
    const own = Object.fromEntries(Object.entries(fields).filter(([, value]) => !isBlank(value)));
    const read = readDraft({ ...base, ...own, ...(looksFirst && { review: 'storyboard' }) }, surroundings);
    if (read.ok) stories.push({ place, draft: read.draft });
    else issues.push(...read.issues.map((issue) => ({ place, ...issue })));
    await breathe();
  }
  const count = wrongCount(lines.length, unread.length);
  if (count) issues.unshift({ place: null, field: null, ...count });
  return issues.length === 0 ? { ok: true, stories } : { ok: false, issues };
}

function wrongCount(lines: number, unread: number): Pick<LineIssue, 'code' | 'message' | 'hint'> | null {
  if (lines === 0 && unread === 0) {
    return {
      code: 'batch_empty',
      message: 'There is no story in it.',
      hint: 'Choose a file, or write stories into the box: a table with a column called story, or an object on each line.',
    };
  }
  if (lines + unread <= MOST_STORIES) return null;
  return {
    code: 'batch_too_many',
    message: `There are more than ${MOST_STORIES.toLocaleString('en')} stories, or things wrong with them; the rest was not read.`,
    hint: `Send at most ${MOST_STORIES.toLocaleString('en')} stories in one batch.`,
  };
}
