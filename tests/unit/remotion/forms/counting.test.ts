import { describe, expect, it } from 'vitest';
import { countedText, isYear, scoreOf, shareOf, writtenNumber } from '#remotion/forms/number/counting.ts';

describe('a number on its way', () => {
  it.each([
    ['$1,200', 1200, 0.5, '$600'],
    ['$12,400', 12400, 0.5, '$6,200'],
    ['73%', 73, 0, '0%'],
    ['3,5 %', 3.5, 0.5, '1,8 %'],
    ['1.2 million', 1.2, 0.5, '0.6 million'],
    ['€1.200', 1200, 0.5, '€600'],
    ['465 °C', 465, 1, '465 °C'],
    ['many', 3, 0.5, 'many'],
  ])('%s to %d at %d is %s', (shown, value, amount, text) => {
    expect(countedText(shown, { value }, amount)).toBe(text);
  });

  it('comes from what it was', () => {
    expect(countedText('$12', { from: 40, value: 12 }, 0)).toBe('$40');
    expect(countedText('1903', { from: 1863, value: 1903 }, 0.5)).toBe('1883');
  });

  it('is read as it is written', () => {
    expect(['$1,200', '3,5 %', '1.2 million', '€1.200', '12'].map(writtenNumber)).toEqual([
      1200, 3.5, 1.2, 1200, 12,
    ]);
    expect(writtenNumber('many')).toBeNaN();
  });

  it('is a score, a year or a share where it is', () => {
    expect(scoreOf('3–1')).toEqual(['3', '1']);
    expect(scoreOf('31')).toBeNull();
    expect([isYear('1903', 1903), isYear('$1903', 1903), isYear('190', 190)]).toEqual([true, false, false]);
    expect([shareOf('73%', 73), shareOf('173%', 173), shareOf('73', 73)]).toEqual([0.73, null, null]);
  });
});
