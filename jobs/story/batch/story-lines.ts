/** The stories of files as people have them: tables (CSV), lines of JSON, or one text for each story. Pure. */
import {
  LINE_FIELDS,
  type LinePlace,
  MOST_TOLD,
  type ReadLines,
  readEach,
  refused,
  type StoryLine,
  unknownField,
} from './line-issue';
import { readTable } from './story-table';

/** A text as it was sent. */
export interface StoryFile {
  /** Such as `stories.csv`; empty for a text that was typed in. */
  name: string;
  text: string;
}

type Kind = 'csv' | 'jsonl' | 'text' | 'markdown';

const KINDS: Readonly<Record<string, Kind>> = {
  ...{ csv: 'csv', tsv: 'csv', jsonl: 'jsonl', ndjson: 'jsonl' },
  ...{ txt: 'text', md: 'markdown', markdown: 'markdown' },
};
/** Ends of names that are read, as a file dialogue takes them. */
export const STORY_FILE_ENDS = Object.keys(KINDS).map((end) => `.${end}`);

/**
 * Reads the stories of the files in the order of their names, as people count: `2.txt` comes before `10.txt`. Of more
 * than a batch may have, the first that is too many is the last one that is read.
 */
export function readStoryFiles(files: readonly StoryFile[]): ReadLines {
  const order = new Intl.Collator('en', { numeric: true });
  const sorted = [...files].sort((a, b) => order.compare(a.name, b.name));
  return readEach(sorted, readStoryFile);
}

/** Stories that came as objects already: the one at index 0 stands on line 1. */
export function readStoryObjects(stories: readonly unknown[]): ReadLines {
  return readEach(stories, (value, at) => readObject(value, { file: '', line: at + 1 }));
}

function readStoryFile(file: StoryFile): ReadLines {
  const kind = kindOf(file);
  switch (kind) {
    case 'csv':
      return readTable(file.name, file.text);
    case 'jsonl':
      return readJsonLines(file);
    case 'text':
    case 'markdown':
      return { lines: [readText(file, kind)], issues: [] };
    case null:
      return refused({ file: file.name, line: 1 }, null, {
        code: 'batch_file_unknown',
        message: `StoryShort does not know what to read in ${file.name}.`,
        hint: `Send files whose names end in ${STORY_FILE_ENDS.join(', ')}.`,
      });
  }
}

/** By the name's end; what was typed in by how it begins. */
function kindOf({ name, text }: StoryFile): Kind | null {
  if (name === '') return text.trimStart().startsWith('{') ? 'jsonl' : 'csv';
  const end = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(KINDS, end) ? (KINDS[end] ?? null) : null;
}

/** A heading in the first line of a Markdown file is the film's title. */
function readText({ name, text }: StoryFile, kind: 'text' | 'markdown'): StoryLine {
  const place = { file: name, line: 1 };
  const plain = text.replace(/^\u{feff}/u, '');
  const heading = kind === 'markdown' ? /^\s*#[ \t]+(.+?)[ \t#]*(?:\r\n|\r|\n)/.exec(plain) : null;
  if (!heading) return { place, fields: { story: plain } };
  return { place, fields: { title: heading[1], story: plain.slice(heading[0].length) } };
}

function readJsonLines({ name, text }: StoryFile): ReadLines {
  const lines = text.replace(/^\u{feff}/u, '').split(/\r\n|\r|\n/);
  return readEach(lines, (line, at) => {
    if (line.trim() === '') return { lines: [], issues: [] };
    const place = { file: name, line: at + 1 };
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      return refused(place, null, {
        code: 'batch_line_not_json',
        message: 'The line is not well-formed JSON.',
        hint: 'Write one object on each line, such as {"story": "Once upon a time…"}; line breaks inside a string are written \\n.',
      });
    }
    return readObject(value, place);
  });
}

function readObject(value: unknown, place: LinePlace): ReadLines {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return refused(place, null, {
      code: 'batch_line_not_object',
      message: 'There is no object here.',
      hint: 'Write an object such as {"story": "Once upon a time…"}.',
    });
  }
  const unknown = Object.keys(value)
    .filter((name) => !LINE_FIELDS.includes(name))
    .slice(0, MOST_TOLD);
  if (unknown.length > 0) {
    return { lines: [], issues: unknown.map((name) => ({ place, field: null, ...unknownField(name) })) };
  }
  const nested = Object.entries(value).find(([, part]) => typeof part === 'object' && part !== null);
  if (nested) {
    const [field] = nested;
    return refused(place, field, {
      code: 'batch_field_not_plain',
      message: `What is given as ${field} is neither a text nor a number.`,
      hint: 'Write it as a text.',
    });
  }
  return { lines: [{ place, fields: { ...value } }], issues: [] };
}
