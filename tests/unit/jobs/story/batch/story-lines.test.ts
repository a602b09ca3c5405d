import { describe, expect, it } from 'vitest';
import { MOST_STORIES } from '#jobs/story/batch/batch-limits.ts';
import { readStoryFiles, readStoryObjects } from '#jobs/story/batch/story-lines.ts';

const told = (files: { name: string; text: string }[]) => {
  const { lines, issues } = readStoryFiles(files);
  return {
    lines: lines.map(({ place, fields }) => [place.file, place.line, fields]),
    issues: issues.map(({ place, code }) => [place?.file, place?.line, code]),
  };
};

describe('stories in a table', () => {
  it('have what their columns are called, however that is capitalised', () => {
    const text = 'Story, TITLE ,musicLevel\nA fox woke.,Fox,quiet\n"A hare\nran.",,\n';
    expect(told([{ name: 'a.csv', text }])).toEqual({
      lines: [
        ['a.csv', 2, { story: 'A fox woke.', title: 'Fox', musicLevel: 'quiet' }],
        ['a.csv', 3, { story: 'A hare\nran.', title: '', musicLevel: '' }],
      ],
      issues: [],
    });
  });

  it('are refused with columns that nobody knows, twice, or without a story', () => {
    expect(told([{ name: 'a.csv', text: 'tittle,title,title\nx,y,z' }])).toEqual({
      lines: [],
      issues: [
        ['a.csv', 1, 'batch_unknown_field'],
        ['a.csv', 1, 'batch_column_twice'],
        ['a.csv', 1, 'batch_no_story_column'],
      ],
    });
  });

  it('are told by their lines where a row is longer or shorter, and the others are read', () => {
    const text = 'story,title\nA fox, a hare,Both\nAn owl sat.,Owl\nalone\nx,"open';
    expect(told([{ name: 'a.csv', text }])).toEqual({
      lines: [['a.csv', 3, { story: 'An owl sat.', title: 'Owl' }]],
      issues: [
        ['a.csv', 2, 'batch_row_length'],
        ['a.csv', 4, 'batch_row_length'],
        ['a.csv', 5, 'batch_quote_open'],
      ],
    });
  });
});

describe('stories as lines of JSON', () => {
  it('are read one a line, and what is none is told by its line', () => {
    const text = '{"story":"A fox.","scenes":2}\n\n{"story":\n[1]\n{"storry":"x","title":"y"}';
    expect(told([{ name: 'b.jsonl', text }])).toEqual({
      lines: [['b.jsonl', 1, { story: 'A fox.', scenes: 2 }]],
      issues: [
        ['b.jsonl', 3, 'batch_line_not_json'],
        ['b.jsonl', 4, 'batch_line_not_object'],
        ['b.jsonl', 5, 'batch_unknown_field'],
      ],
    });
  });

  it('may be objects already, numbered as they come', () => {
    const { lines, issues } = readStoryObjects([{ story: 'A fox.' }, 'a hare', null]);
    expect(lines).toEqual([{ place: { file: '', line: 1 }, fields: { story: 'A fox.' } }]);
    expect(issues.map(({ place }) => place?.line)).toEqual([2, 3]);
  });

  it('hold texts and numbers, and nothing in each other', () => {
    const text = '{"story":[["A fox."]]}\n{"story":"A hare.","voice":{"name":"rms"}}';
    expect(told([{ name: 'b.jsonl', text }]).issues).toEqual([
      ['b.jsonl', 1, 'batch_field_not_plain'],
      ['b.jsonl', 2, 'batch_field_not_plain'],
    ]);
  });

  it('are read no further than there may be, however much is sent', () => {
    for (const line of ['{', '1', '{"story":"A fox."}']) {
      const { lines, issues } = readStoryFiles([{ name: 'b.jsonl', text: `${line}\n`.repeat(200_000) }]);
      expect(lines.length + issues.length).toBe(MOST_STORIES + 1);
    }
    const wide = readStoryFiles([{ name: 'a.csv', text: 'x,'.repeat(100_000) }]);
    expect(wide.issues.length).toBeLessThan(30);
    const long = readStoryFiles([{ name: 'a.csv', text: `story\n${'A fox.\n'.repeat(100_000)}` }]);
    expect(long.lines.length).toBe(MOST_STORIES + 1);
  });

  it('name no field that objects have by themselves', () => {
    expect(told([{ name: 'b.jsonl', text: '{"story":"A fox.","constructor":"x"}' }]).issues).toEqual([
      ['b.jsonl', 1, 'batch_unknown_field'],
    ]);
  });
});

describe('stories in files of their own', () => {
  it('come in the order of their names, as people count, with a heading as their title', () => {
    const files = [
      { name: '10.txt', text: '\u{feff}# A hare ran.' },
      { name: '2.md', text: '# The owl #\n\nAn owl sat.' },
      { name: '1.MD', text: 'A fox woke.\n# Later' },
    ];
    expect(told(files).lines).toEqual([
      ['1.MD', 1, { story: 'A fox woke.\n# Later' }],
      ['2.md', 1, { title: 'The owl', story: '\nAn owl sat.' }],
      ['10.txt', 1, { story: '# A hare ran.' }],
    ]);
  });

  it('are refused where nobody knows what to read in them', () => {
    for (const name of ['a.docx', 'csv', '.constructor'])
      expect(told([{ name, text: 'x' }]).issues).toEqual([[name, 1, 'batch_file_unknown']]);
  });
});

it('what was typed in is a table, or lines of JSON where it begins like one', () => {
  expect(told([{ name: '', text: 'story\nA fox woke.' }]).lines).toEqual([['', 2, { story: 'A fox woke.' }]]);
  expect(told([{ name: '', text: '\n{"story":"A fox."}' }]).lines).toEqual([['', 2, { story: 'A fox.' }]]);
  expect(told([{ name: '', text: '  \n ' }]).lines).toEqual([]);
});
