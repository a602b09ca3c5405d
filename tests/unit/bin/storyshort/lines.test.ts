import { describe, expect, it } from 'vitest';
import { batchLine } from '#bin/storyshort/batch/followed-batch.ts';
import { wantedNext } from '#bin/storyshort/completions.ts';
import { estimateText } from '#bin/storyshort/estimate-text.ts';
import { nearWord } from '#bin/storyshort/near-word.ts';
import { plainText } from '#bin/storyshort/plain-text.ts';
import { lengthText, tableLines } from '#bin/storyshort/table-lines.ts';

describe('lines for people', () => {
  it('stand in columns', () => {
    expect(
      tableLines([
        ['1', 'ready', 'A fox.'],
        ['12', '', 'x'],
      ]),
    ).toBe('1   ready  A fox.\n12         x');
    expect(tableLines([])).toBe('');
    expect([lengthText(65_400), lengthText(0), lengthText(null)]).toEqual(['1:05', '0:00', '']);
  });

  it('hold nothing that a terminal obeys', () => {
    expect(plainText('a\u{1b}[2Jb\r\u{9b}1m\nc\td')).toBe('a[2Jb1m\nc\td');
  });

  it('reckon stories up', () => {
    const one = { films: 1, words: 3, durationMs: 5000, usd: 0 };
    expect(estimateText(one)).toBe('1 story of 3 words, about 1 min of film, free');
    expect(estimateText({ films: 2, words: 9, durationMs: 150_000, usd: 0.5 })).toMatch(
      /^2 stories of 9 words, about 3 min of film, about \$0\.50$/,
    );
  });

  it('say how far a batch is', () => {
    const counts = { stories: 3, ready: 2, failed: 1, waiting: 0 };
    expect(batchLine({ state: 'done', trouble: null, counts })).toBe('done: 2 ready, 1 failed of 3');
    const trouble = { code: 'x', message: 'Too dear.', hint: 'Raise it.' };
    expect(batchLine({ state: 'paused', trouble, counts })).toMatch(/of 3\. Too dear\. Raise it\.$/);
  });
});

describe('a word that was not meant so', () => {
  it.each([
    ['mkae', ['make', 'watch'], 'make'],
    ['noen', ['neon', 'gouache'], 'neon'],
    ['Neon', ['neon'], 'neon'],
    ['xyzzy', ['make', 'watch'], null],
  ])('is near to another: %s', (word, known, near) => {
    expect(nearWord(word, known)).toBe(near);
  });
});

describe('what a shell completes', () => {
  it.each([
    [['storyshort', 'watch', ''], 'video'],
    [['storyshort', 'edit', '3f'], 'video'],
    [['storyshort', 'make', ''], 'file'],
    [['storyshort', 'make', 'x', '--voice', 'a'], 'voice'],
    [['storyshort', 'watch', 'x', '-o', ''], 'file'],
    [['storyshort', 'watch', '--'], null],
    [['storyshort', 'make', 'x', '--style', ''], null],
    [['storyshort', 'wat'], null],
    [['storyshort', ''], null],
    [[], null],
  ])('is told by the words so far: %j', (words, wanted) => {
    expect(wantedNext(words)).toBe(wanted);
  });
});
