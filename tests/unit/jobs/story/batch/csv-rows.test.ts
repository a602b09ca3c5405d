import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv, writeCsv } from '#jobs/story/batch/csv-rows.ts';

const rowsOf = (text: string) => readCsv(text).rows.map(({ fields }) => fields);

describe('a table', () => {
  it('is read with commas, quotation marks and line breaks in its fields', () => {
    const text = 'story,title\r\n"A fox, ""red"", woke.\nThen it slept.",The fox\r\n';
    expect(readCsv(text)).toEqual({
      rows: [
        { line: 1, fields: ['story', 'title'] },
        { line: 2, fields: ['A fox, "red", woke.\nThen it slept.', 'The fox'] },
      ],
      flaw: null,
    });
  });

  it.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('is read whatever ends its lines: %s', (_name, end) => {
    const text = ['a,b', '', '1,2', '"x', 'y",4'].join(end);
    expect(readCsv(text).rows.map(({ line, fields }) => [line, ...fields])).toEqual([
      [1, 'a', 'b'],
      [3, '1', '2'],
      [4, `x${end}y`, '4'],
    ]);
  });

  it('is read with a byte order mark, and parted by what its first line is parted by', () => {
    expect(rowsOf('\u{feff}story;title\nOnce, twice;Fox\n')).toEqual([
      ['story', 'title'],
      ['Once, twice', 'Fox'],
    ]);
    expect(rowsOf('story\ttitle\nOnce;Fox\tx')).toEqual([
      ['story', 'title'],
      ['Once;Fox', 'x'],
    ]);
    expect(rowsOf('"story, long";title\na;b')).toEqual([
      ['story, long', 'title'],
      ['a', 'b'],
    ]);
  });

  it('of one column needs no comma, and a quotation mark within a field is text', () => {
    expect(rowsOf('story\nA 5" screen woke.')).toEqual([['story'], ['A 5" screen woke.']]);
    expect(rowsOf('a,b\n"",')).toEqual([
      ['a', 'b'],
      ['', ''],
    ]);
  });

  it('says on which line it is none, and keeps what comes before', () => {
    expect(readCsv('a,b\n1,2\n3,"open\nand on')).toEqual({
      rows: [
        { line: 1, fields: ['a', 'b'] },
        { line: 2, fields: ['1', '2'] },
      ],
      flaw: { line: 3, what: 'quote-left-open' },
    });
    expect(readCsv('a,b\n"x\ny" z,2').flaw).toEqual({ line: 3, what: 'text-after-quote' });
  });

  it('is what was written, whatever is in it', () => {
    const field = fc.string({ unit: fc.constantFrom('a', 'ä', '"', ',', ';', '\t', '\n', '\r', ' ', '=') });
    const rows = fc
      .integer({ min: 2, max: 4 })
      .chain((width) => fc.array(fc.array(field, { minLength: width, maxLength: width }), { maxLength: 6 }));
    fc.assert(
      fc.property(rows, (written) => {
        const header = (written[0] ?? ['', '']).map((_, at) => `column${at}`);
        const all = [header, ...written];
        expect(rowsOf(writeCsv(all))).toEqual(all);
      }),
    );
  });

  it('is read to its end whatever it is, and in no more than its time', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', 'a'), maxLength: 200 }), (text) => {
        const { rows, flaw } = readCsv(text);
        const lines = rows.map(({ line }) => line);
        expect(lines).toEqual([...lines].sort((a, b) => a - b));
        if (flaw) expect(flaw.line).toBeGreaterThanOrEqual(lines.at(-1) ?? 1);
      }),
    );
  });
});
