import { describe, expect, it } from 'vitest';
import { boxedStories } from '#app/batch/boxed-stories.ts';
import { readStoryFiles } from '#jobs/story/batch/story-lines.ts';

const box = (files: { name: string; text: string }[]) => boxedStories(files, readStoryFiles(files));

describe('what was sent, shown again', () => {
  it('is a table as it was, whose lines messages name', () => {
    const text = 'story,title\nA fox woke.,Fox\nalone';
    const { text: shown, read } = box([{ name: 'a.csv', text }]);
    expect(shown).toBe(text);
    expect(read.lines[0]?.place).toEqual({ file: '', line: 2 });
    expect(read.issues[0]?.place).toEqual({ file: '', line: 3 });
  });

  it('is a line of JSON for each of several files, and reads as the same stories', () => {
    const files = [
      { name: '2.txt', text: 'A hare ran.\nIt was late.' },
      { name: '1.md', text: '# Fox\nA fox woke.' },
    ];
    const { text, read } = box(files);
    expect(read.lines.map(({ place }) => place)).toEqual([
      { file: '1.md', line: 1 },
      { file: '2.txt', line: 2 },
    ]);
    const again = readStoryFiles([{ name: '', text }]);
    expect(again.lines.map(({ fields }) => fields)).toEqual(read.lines.map(({ fields }) => fields));
  });

  it('is nothing where nothing was sent', () => {
    expect(box([])).toEqual({ text: '', read: { lines: [], issues: [] } });
  });
});
