import { describe, expect, it } from 'vitest';
import { CAPTION_STYLES, FORMAT_NAMES, FORMATS } from '#remotion/contract/story-props.ts';
import { fitFontSize, textWidth } from '#remotion/fonts/glyph-widths.ts';
import { captionPlace, titlePlace } from '#remotion/text/layout.ts';
import { titleLines } from '#remotion/text/title-lines.ts';

describe('textWidth', () => {
  it('knows narrow from wide, and an accented letter as its base letter', () => {
    expect(textWidth('ill', 'sans')).toBeLessThan(textWidth('WWW', 'sans') / 3);
    expect(textWidth('é', 'serif')).toBe(textWidth('e', 'serif'));
    expect(textWidth('', 'sans')).toBe(0);
  });

  it('gives an emoji and an ideograph a square, and a joiner nothing', () => {
    expect(textWidth('🦊', 'sans')).toBeGreaterThan(1);
    expect(textWidth('好', 'sans')).toBe(1);
    expect(textWidth('a\u200d', 'sans')).toBe(textWidth('a', 'sans'));
  });
});

describe('fitFontSize', () => {
  it('keeps the size of what fits and shrinks what does not until it does', () => {
    expect(fitFontSize(['short'], 'sans', 96, 800)).toBe(96);
    const long = 'Donaudampfschifffahrtsgesellschaftskapitän';
    const size = fitFontSize(['short', long], 'sans', 96, 800);
    expect(size).toBeLessThan(96);
    expect(textWidth(long, 'sans') * size).toBeLessThanOrEqual(800);
    expect(textWidth(long, 'sans') * (size + 1)).toBeGreaterThan(800);
  });
});

describe('titleLines', () => {
  it('keeps a short title on one line and balances a longer one', () => {
    expect(titleLines('The Fox')).toEqual(['The Fox']);
    expect(titleLines('The Hare and the Tortoise')).toEqual(['The Hare and', 'the Tortoise']);
  });

  it('keeps every word and few lines', () => {
    const title = 'The Extraordinarily Long and Winding Title of a Very Small Mouse Who Went to Sea';
    const lines = titleLines(title);
    expect(lines.join(' ')).toBe(title);
    expect(lines.length).toBeLessThanOrEqual(5);
  });
});

describe('layout', () => {
  it('keeps captions clear of what a phone draws over the film, and of the title', () => {
    for (const style of CAPTION_STYLES) {
      const { middle, width } = captionPlace(style, '9:16');
      expect(middle).toBeGreaterThanOrEqual(0.64);
      expect(middle).toBeLessThanOrEqual(0.76);
      expect((FORMATS['9:16'].width + width) / 2).toBeLessThanOrEqual(FORMATS['9:16'].width * 0.88);
      for (const format of FORMAT_NAMES) {
        expect(captionPlace(style, format).middle - titlePlace(format).middle).toBeGreaterThan(0.35);
      }
    }
  });
});
