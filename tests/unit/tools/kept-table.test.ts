import { describe, expect, it } from 'vitest';
import { withTable } from '#tests/tools/kept-table.ts';

const page = (first: string, second: string) =>
  `# A page\n\n<!-- table: one -->\n\n${first}\n\n<!-- end of table -->\n\nBetween.\n\n<!-- table: two -->\n\n${second}\n\n<!-- end of table -->\n\nThe end.\n`;

describe('a table that is kept in a page', () => {
  it('takes the place of the one before, and leaves all else as it is', () => {
    expect(withTable(page('old', 'other'), 'one', ['| new |', '|---|'])).toBe(
      page('| new |\n|---|', 'other'),
    );
    expect(withTable(page('old', 'other'), 'two', ['new'])).toBe(page('old', 'new'));
  });

  it('is the same when it is kept twice', () => {
    const once = withTable(page('old', 'other'), 'one', ['new']);
    expect(withTable(once, 'one', ['new'])).toBe(once);
  });

  it('is refused where there is no place for it, or none that ends', () => {
    expect(() => withTable('# A page', 'one', [])).toThrow('no place');
    expect(() => withTable('<!-- table: one -->', 'one', [])).toThrow('no place');
  });
});
