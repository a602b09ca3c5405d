/** Lines of a batch as they were read, and what is wrong with them. Pure. */
import { OPTIONS } from '#jobs/story/order/option-registry.ts';
import { MOST_STORIES } from './batch-limits';

/** Where something stands. */
export interface LinePlace {
  /** Name of the file; empty for a text that was typed in. */
  file: string;
  /** From 1. */
  line: number;
}

/** A story with what was chosen for it, not checked yet. */
export interface StoryLine {
  place: LinePlace;
  fields: Readonly<Record<string, unknown>>;
}

export interface LineIssue {
  /** Null for what was chosen for all of them. */
  place: LinePlace | null;
  /** Name of the field, where one is meant. */
  field: string | null;
  /** Stable, machine-readable, snake_case. */
  code: string;
  /** What is wrong, in a sentence. */
  message: string;
  /** What to do, in a sentence. */
  hint: string;
}

export interface ReadLines {
  lines: StoryLine[];
  issues: LineIssue[];
}

/** Names that a line may give something under. */
export const LINE_FIELDS: readonly string[] = ['story', 'title', ...Object.keys(OPTIONS)];

/** How many names that nobody knows are told of one line. */
export const MOST_TOLD = 20;

/** Reads one after the other until there are too many. */
export function readEach<T>(all: readonly T[], readOne: (one: T, at: number) => ReadLines): ReadLines {
  const read: ReadLines = { lines: [], issues: [] };
  for (const [at, one] of all.entries()) {
    const { lines, issues } = readOne(one, at);
    read.lines.push(...lines);
    read.issues.push(...issues);
    if (read.lines.length + read.issues.length > MOST_STORIES) break;
  }
  return read;
}

export function unknownField(name: string): Pick<LineIssue, 'code' | 'message' | 'hint'> {
  return {
    code: 'batch_unknown_field',
    message:
      name === '' ? 'A column has no name.' : `Nothing is called “${[...name].slice(0, 60).join('')}”.`,
    hint: `What can be given is ${LINE_FIELDS.join(', ')}.`,
  };
}

export function refused(
  place: LinePlace,
  field: string | null,
  words: Pick<LineIssue, 'code' | 'message' | 'hint'>,
): ReadLines {
  return { lines: [], issues: [{ place, field, ...words }] };
}
