/** Stories in a table whose first row names its columns. Pure. */
import { type CsvFlaw, type CsvRow, readCsv } from './csv-rows';
import {
  LINE_FIELDS,
  type LineIssue,
  MOST_TOLD,
  type ReadLines,
  readEach,
  refused,
  unknownField,
} from './line-issue';

/** @param name of the file; empty for a text that was typed in */
export function readTable(name: string, text: string): ReadLines {
  const { rows, flaw } = readCsv(text);
  const [header, ...rest] = rows;
  const flaws = flaw ? [{ place: { file: name, line: flaw.line }, field: null, ...FLAWS[flaw.what] }] : [];
  if (!header) return { lines: [], issues: flaws };
  const { names, issues } = readHeader(header, name);
  if (issues.length > 0) return { lines: [], issues: [...issues, ...flaws] };
  const read = readEach(rest, ({ line, fields }): ReadLines => {
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
  return { lines: read.lines, issues: [...read.issues, ...flaws] };
}

/** Names of the columns, however they are capitalised. */
function readHeader({ line, fields }: CsvRow, file: string): { names: string[]; issues: LineIssue[] } {
  const place = { file, line };
  const known = new Map(LINE_FIELDS.map((name) => [name.toLowerCase(), name]));
  const issues: LineIssue[] = [];
  const names = fields.map((field) => {
    const name = known.get(field.trim().toLowerCase());
    if (name === undefined && issues.length < MOST_TOLD)
      issues.push({ place, field: null, ...unknownField(field.trim()) });
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

function counted(fields: number): string {
  return `${fields} ${fields === 1 ? 'field' : 'fields'}`;
}
