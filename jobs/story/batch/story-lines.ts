/** The stories of files as people have them: tables (CSV), lines of JSON, or one text for each story. Pure. */
import { OPTIONS } from '#jobs/story/order/option-registry.ts';
import { type CsvFlaw, type CsvRow, readCsv } from './csv-rows';

/** A text as it was sent. */
export interface StoryFile {
  /** Such as `stories.csv`; empty for a text that was typed in. */
  name: string;
  text: string;
}

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
const LINE_FIELDS: readonly string[] = ['story', 'title', ...Object.keys(OPTIONS)];

type Kind = 'csv' | 'jsonl' | 'text' | 'markdown';

const KINDS: Readonly<Record<string, Kind>> = {
  ...{ csv: 'csv', tsv: 'csv', jsonl: 'jsonl', ndjson: 'jsonl' },
  ...{ txt: 'text', md: 'markdown', markdown: 'markdown' },
};
/** Ends of names that are read, as a file dialogue takes them. */
export const STORY_FILE_ENDS = Object.keys(KINDS).map((end) => `.${end}`);

/** Reads all stories of the files in the order of their names, as people count: `2.txt` comes before `10.txt`. */
export function readStoryFiles(files: readonly StoryFile[]): ReadLines {
  const order = new Intl.Collator('en', { numeric: true });
  const read = [...files].sort((a, b) => order.compare(a.name, b.name)).map(readStoryFile);
  return { lines: read.flatMap(({ lines }) => lines), issues: read.flatMap(({ issues }) => issues) };
}

/** Stories that came as objects already: the one at index 0 stands on line 1. */
export function readStoryObjects(stories: readonly unknown[]): ReadLines {
  const read = stories.map((value, at) => readObject(value, { file: '', line: at + 1 }));
  return { lines: read.flatMap(({ lines }) => lines), issues: read.flatMap(({ issues }) => issues) };
}

function readStoryFile(file: StoryFile): ReadLines {
  const kind = kindOf(file);
  switch (kind) {
    case 'csv':
      return readTable(file);
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
  const read: ReadLines[] = [];
  text
    .replace(/^\u{feff}/u, '')
    .split(/\r\n|\r|\n/)
    .forEach((line, at) => {
      if (line.trim() === '') return;
      const place = { file: name, line: at + 1 };
      let value: unknown;
      try {
        value = JSON.parse(line);
      } catch {
        read.push(
          refused(place, null, {
            code: 'batch_line_not_json',
            message: 'The line is not well-formed JSON.',
            hint: 'Write one object on each line, such as {"story": "Once upon a time…"}; line breaks inside a string are written \\n.',
          }),
        );
        return;
      }
      read.push(readObject(value, place));
    });
  return { lines: read.flatMap(({ lines }) => lines), issues: read.flatMap(({ issues }) => issues) };
}

function readObject(value: unknown, place: LinePlace): ReadLines {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return refused(place, null, {
      code: 'batch_line_not_object',
      message: 'There is no object here.',
      hint: 'Write an object such as {"story": "Once upon a time…"}.',
    });
  }
  const unknown = Object.keys(value).filter((name) => !LINE_FIELDS.includes(name));
  if (unknown.length > 0) {
    return { lines: [], issues: unknown.map((name) => ({ place, field: null, ...unknownField(name) })) };
  }
  return { lines: [{ place, fields: { ...value } }], issues: [] };
}

function readTable({ name, text }: StoryFile): ReadLines {
  const { rows, flaw } = readCsv(text);
  const [header, ...rest] = rows;
  const flaws = flaw ? [{ place: { file: name, line: flaw.line }, field: null, ...FLAWS[flaw.what] }] : [];
  if (!header) return { lines: [], issues: flaws };
  const { names, issues } = readHeader(header, name);
  if (issues.length > 0) return { lines: [], issues: [...issues, ...flaws] };
  const read = rest.map(({ line, fields }): ReadLines => {
    const place = { file: name, line };
    if (fields.length === names.length) {
      return {
        lines: [{ place, fields: Object.fromEntries(names.map((key, at) => [key, fields[at]])) }],
        issues: [],
      };
    }
    return refused(place, null, {
      code: 'batch_row_length',
      message: `The row has ${counted(fields.length)}, and the header has ${counted(names.length)}.`,
      hint: 'Put fields with commas or line breaks in quotation marks, and leave a field empty rather than out.',
    });
  });
  return {
    lines: read.flatMap(({ lines }) => lines),
    issues: [...read.flatMap((row) => row.issues), ...flaws],
  };
}

/** Names of the columns, however they are capitalised. */
function readHeader({ line, fields }: CsvRow, file: string): { names: string[]; issues: LineIssue[] } {
  const place = { file, line };
  const known = new Map(LINE_FIELDS.map((name) => [name.toLowerCase(), name]));
  const issues: LineIssue[] = [];
  const names = fields.map((field) => {
    const name = known.get(field.trim().toLowerCase());
    if (name === undefined) issues.push({ place, field: null, ...unknownField(field.trim()) });
    return name ?? '';
  });
  const twice = names.find((name, at) => name !== '' && names.indexOf(name) !== at);
  if (twice !== undefined) {
    issues.push({
      ...{ place, field: twice, code: 'batch_column_twice' },
      message: `There are two columns called ${twice}.`,
      hint: 'Leave one of them out.',
    });
  }
  if (!names.includes('story')) {
    issues.push({
      ...{ place, field: 'story', code: 'batch_no_story_column' },
      message: 'The first row has no column called story.',
      hint: 'Name the columns in the first row, such as story,title,style.',
    });
  }
  return { names, issues };
}

const FLAWS: Record<CsvFlaw['what'], Pick<LineIssue, 'code' | 'message' | 'hint'>> = {
  'quote-left-open': {
    code: 'batch_quote_open',
    message: 'A quotation mark opens a field here, and none closes it.',
    hint: 'Close it; a quotation mark inside such a field is written twice.',
  },
  'text-after-quote': {
    code: 'batch_text_after_quote',
    message: 'Something follows the quotation mark that closes a field.',
    hint: 'A quotation mark inside a field is written twice; only a comma or the line’s end may follow the last one.',
  },
};

function unknownField(name: string): Pick<LineIssue, 'code' | 'message' | 'hint'> {
  return {
    code: 'batch_unknown_field',
    message:
      name === '' ? 'A column has no name.' : `Nothing is called “${[...name].slice(0, 60).join('')}”.`,
    hint: `What can be given is ${LINE_FIELDS.join(', ')}.`,
  };
}

function refused(
  place: LinePlace,
  field: string | null,
  words: Pick<LineIssue, 'code' | 'message' | 'hint'>,
): ReadLines {
  return { lines: [], issues: [{ place, field, ...words }] };
}

function counted(fields: number): string {
  return `${fields} ${fields === 1 ? 'field' : 'fields'}`;
}
