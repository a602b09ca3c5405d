/** CSV as RFC 4180 has it, read and written. Pure. */

/** A record with the line on which it begins, from 1. */
export interface CsvRow {
  line: number;
  fields: string[];
}

/** What makes a text no CSV, and on which line. */
export interface CsvFlaw {
  line: number;
  what: 'quote-left-open' | 'text-after-quote';
}

/** What fields may be parted by: spreadsheets of many countries write semicolons, programs tabs. */
const SEPARATORS = [',', ';', '\t'] as const;

/**
 * Reads records, whatever ends their lines; empty lines are passed over, and so is a byte order mark. A field in
 * quotation marks may hold anything, with its own quotation marks doubled; in a field that does not begin with one they
 * are text like any other.
 * @returns the records up to the first flaw, and that, or null
 */
export function readCsv(text: string): { rows: CsvRow[]; flaw: CsvFlaw | null } {
  const source = text.replace(/^\u{feff}/u, '');
  const separator = separatorOf(source);
  const rows: CsvRow[] = [];
  let line = 1;
  let at = 0;
  while (at < source.length) {
    const begun = line;
    const fields: string[] = [];
    for (;;) {
      const isQuoted = source[at] === '"';
      const end = isQuoted ? closingQuote(source, at) : plainEnd(source, at, separator);
      if (end === -1) return { rows, flaw: { line, what: 'quote-left-open' } };
      const field = isQuoted ? source.slice(at + 1, end).replaceAll('""', '"') : source.slice(at, end);
      line += lineEndsIn(field);
      at = isQuoted ? end + 1 : end;
      fields.push(field);
      if (source[at] !== separator) break;
      at += 1;
    }
    if (at < source.length && !/[\r\n]/.test(source[at] ?? ''))
      return { rows, flaw: { line, what: 'text-after-quote' } };
    if (source.startsWith('\r\n', at)) at += 2;
    else at += 1;
    line += 1;
    if (fields.length > 1 || fields[0] !== '') rows.push({ line: begun, fields });
  }
  return { rows, flaw: null };
}

/** Writes records, parted by commas, each with its line's end. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((fields) => `${fields.map(written).join(',')}\r\n`).join('');
}

function written(field: string): string {
  return /[",;\t\r\n\u{feff}]/u.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}

/** The one that the first line has most of; a comma where it has none. */
function separatorOf(source: string): string {
  const [first = ''] = source.split(/[\r\n]/, 1);
  const plain = first.replace(/"[^"]*"/g, '');
  const counted = SEPARATORS.map((separator) => ({ separator, count: plain.split(separator).length }));
  return counted.reduce((most, one) => (one.count > most.count ? one : most)).separator;
}

/** Index of the quotation mark that ends the field which begins with one; -1 for none. */
function closingQuote(source: string, begin: number): number {
  for (let at = source.indexOf('"', begin + 1); at !== -1; at = source.indexOf('"', at + 2))
    if (source[at + 1] !== '"') return at;
  return -1;
}

function plainEnd(source: string, begin: number, separator: string): number {
  let at = begin;
  while (at < source.length && source[at] !== separator && source[at] !== '\n' && source[at] !== '\r')
    at += 1;
  return at;
}

function lineEndsIn(field: string): number {
  return field.match(/\r\n|\r|\n/g)?.length ?? 0;
}
