import { describe, expect, it } from 'vitest';
import { directedRuns } from '#remotion/text/bidi.ts';
import { eastAsianLanguage, textDirection } from '#remotion/text/writing.ts';

const runs = (text: string, paragraph: 'ltr' | 'rtl') =>
  directedRuns(
    text.split(' ').map((word, at) => ({ text: word, startMs: at, endMs: at + 1 })),
    paragraph,
  ).map(({ direction, parts }) => `${direction}: ${parts.map(({ text: part }) => part).join(' ')}`);

describe('directedRuns', () => {
  it('is one run where all words agree', () => {
    expect(runs('كان يا ما', 'rtl')).toEqual(['rtl: كان يا ما']);
    expect(runs('a fox 7 ran', 'ltr')).toEqual(['ltr: a fox 7 ran']);
  });

  it('keeps a foreign phrase together and gives its outer punctuation to the paragraph', () => {
    expect(runs('قال: «Hello, world!» ثم', 'rtl')).toEqual([
      'rtl: قال:',
      'rtl: «',
      'ltr: Hello, world',
      'rtl: !»',
      'rtl: ثم',
    ]);
    expect(runs('said «سلام» again', 'ltr')).toEqual(['ltr: said', 'rtl: «سلام»', 'ltr: again']);
  });

  it('puts a number with the Latin word before it, and else with its neighbours', () => {
    expect(runs('اسمه Max 7 وجد', 'rtl')).toEqual(['rtl: اسمه', 'ltr: Max 7', 'rtl: وجد']);
    expect(runs('وجد 7 ثعالب', 'rtl')).toEqual(['rtl: وجد 7 ثعالب']);
  });

  it('keeps every word and marks where each begins once', () => {
    const parts = directedRuns(
      ['“One', 'two”', 'ثلاثة'].map((text, at) => ({ text, startMs: at, endMs: at + 1 })),
      'rtl',
    ).flatMap((run) => run.parts);
    expect(parts.map(({ text }) => text).join('|')).toBe('“|One|two|”|ثلاثة');
    expect(parts.filter(({ isStart }) => isStart)).toHaveLength(3);
  });
});

describe('textDirection', () => {
  it('follows the first letter', () => {
    expect(['“7 foxes”', '7 שועלים', '…', 'Max وجد'].map(textDirection)).toEqual([
      'ltr',
      'rtl',
      'ltr',
      'ltr',
    ]);
  });
});

describe('eastAsianLanguage', () => {
  it('reads it from the text, and a declared one before it', () => {
    expect(eastAsianLanguage('森の月')).toBe('ja');
    expect(eastAsianLanguage('작은 여우')).toBe('ko');
    expect(eastAsianLanguage('她发现了月亮，这是谁的？')).toBe('zh-Hans');
    expect(eastAsianLanguage('她發現了月亮，這是誰的？')).toBe('zh-Hant');
    expect(eastAsianLanguage('月光', 'ja')).toBe('ja');
    expect(eastAsianLanguage('月光', 'zh-TW')).toBe('zh-Hant');
    expect(eastAsianLanguage('森の月', 'en')).toBe('ja');
    expect(eastAsianLanguage('他会说の', 'zh')).toBe('zh-Hans');
  });
});
