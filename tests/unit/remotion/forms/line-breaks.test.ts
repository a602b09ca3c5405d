import { describe, expect, it } from 'vitest';
import { brokenLines } from '#remotion/forms/chat/line-breaks.ts';

/** As if every letter were as wide as every other. */
const linesOf = (text: string, width: number) => brokenLines(text, width, (line) => [...line].length);

describe('lines of a message', () => {
  it('are as full as they can be, and lose nothing but white space', () => {
    expect(linesOf('Not yet, the train\nstopped  here', 14)).toEqual([
      'Not yet, the',
      'train stopped',
      'here',
    ]);
    expect(linesOf('Call me', 7)).toEqual(['Call me']);
    expect(linesOf('', 7)).toEqual([]);
  });

  it('may end with a hyphen within a word, but not with a sign that is no hyphen', () => {
    expect(linesOf('a well-known man', 7)).toEqual(['a well-', 'known', 'man']);
    expect(linesOf('it is -5 now', 7)).toEqual(['it is', '-5 now']);
  });

  it('break a word that is wider than a line, between letters', () => {
    expect(linesOf('o Donaudampf schiff', 5)).toEqual(['o', 'Donau', 'dampf', 'schif', 'f']);
    // A family is one letter, whatever it is made of.
    expect(linesOf('👨‍👩‍👧👨‍👩‍👧', 5)).toEqual(['👨‍👩‍👧', '👨‍👩‍👧']);
  });

  it.each([
    ['我们今天晚上八点在老桥上见面，好不好？', 8],
    ['昨日の夜、駅の前で君を見たような気がする。', 7],
    ['ฉันจะไปถึงที่นั่นในอีกไม่กี่นาทีและรอคุณอยู่', 14],
  ])('break %s between its words, which have no spaces', (text, width) => {
    const lines = linesOf(text, width);
    expect(lines.join('')).toBe(text);
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) {
      expect([...line].length).toBeLessThanOrEqual(width);
      expect(line).not.toMatch(/^[，。、？\p{M}]/u);
    }
  });

  it('keep the spaces that an author sets in such a text', () => {
    expect(linesOf('你好 世界', 9)).toEqual(['你好 世界']);
    expect(linesOf('你好 世界', 3)).toEqual(['你好', '世界']);
  });
});
