import { describe, expect, it } from 'vitest';
import { cutTo, LENGTH_UNITS, lengthAs } from '#jobs/story/post/texts/counted-length.ts';

const FAMILY = '👨‍👩‍👧‍👦';

describe('how long a text is', () => {
  it.each([
    // text, UTF-16, bytes of UTF-8, X's weight
    ['fox', 3, 3, 3],
    ['Füchse', 6, 7, 6],
    ['狐狸', 2, 6, 4],
    ['여우', 2, 6, 4],
    ['🦊', 2, 4, 2],
    [FAMILY, 11, 25, 2],
    ['🇫🇷', 4, 8, 2],
    ['👍🏽', 4, 8, 2],
    ['1️⃣', 3, 7, 2],
    ['“so” — yes…', 11, 19, 12],
    ['see https://example.com/a/very/long/address?with=much', 53, 53, 27],
    ['', 0, 0, 0],
  ])('is counted as each platform counts it: %s', (text, utf16, bytes, weighted) => {
    expect(LENGTH_UNITS.map((unit) => lengthAs(unit, text))).toEqual([utf16, bytes, weighted]);
  });

  it('counts a letter and its mark as the one that they are', () => {
    expect(lengthAs('weighted', 'e\u0301')).toBe(1);
    expect(lengthAs('weighted', '\u00e9')).toBe(1);
  });
});

describe('a text that is cut', () => {
  it('stays as it is where it fits', () => {
    expect(cutTo('The fox', 7, 'utf16')).toBe('The fox');
  });

  it('ends at a whole word, without what joins it to the next', () => {
    expect(cutTo('The fox saw the moon', 12, 'utf16')).toBe('The fox saw…');
    expect(cutTo('The fox, who saw', 10, 'utf16')).toBe('The fox…');
  });

  it('is cut within a word that fills it, and in languages that set no spaces', () => {
    expect(cutTo('Donaudampfschifffahrt', 10, 'utf16')).toBe('Donaudamp…');
    expect(cutTo('山のふもとの小さな村', 10, 'weighted')).toBe('山のふも…');
  });

  it('never shows a part of an emoji', () => {
    for (let most = 1; most < 14; most += 1) {
      const cut = cutTo(`a${FAMILY}${FAMILY}`, most, 'utf16');
      expect([`a${FAMILY}${FAMILY}`, `a${FAMILY}…`, 'a…', '']).toContain(cut);
      expect(cut.length).toBeLessThanOrEqual(most);
    }
  });

  it.each(LENGTH_UNITS)('is never longer than asked for, counted as %s', (unit) => {
    const text = 'Straße 狐狸 👍🏽 https://example.com/x — l’étang. '.repeat(4);
    for (let most = 3; most < 120; most += 1)
      expect(lengthAs(unit, cutTo(text, most, unit))).toBeLessThanOrEqual(most);
  });
});
