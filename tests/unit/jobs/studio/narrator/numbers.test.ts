import { describe, expect, it } from 'vitest';
import { romanValue } from '#jobs/studio/narrator/text/letters.ts';
import { cardinal, decade, decimal, fraction, ordinal, year } from '#jobs/studio/narrator/text/numbers.ts';

describe('cardinal', () => {
  it.each([
    ['0', 'zero'],
    ['13', 'thirteen'],
    ['20', 'twenty'],
    ['21', 'twenty one'],
    ['100', 'one hundred'],
    ['101', 'one hundred one'],
    ['1000', 'one thousand'],
    ['1001', 'one thousand one'],
    ['12,345', 'twelve thousand three hundred forty five'],
    ['1000000', 'one million'],
    ['2,000,000,003', 'two billion three'],
    [
      '1234567890123456789',
      'one two three four five six seven eight nine zero one two three four five six seven eight nine',
    ],
  ])('%s', (written, expected) => expect(cardinal(written)).toBe(expected));
});

describe('ordinal', () => {
  it.each([
    ['1', 'first'],
    ['2', 'second'],
    ['5', 'fifth'],
    ['8', 'eighth'],
    ['9', 'ninth'],
    ['12', 'twelfth'],
    ['20', 'twentieth'],
    ['33', 'thirty third'],
    ['100', 'one hundredth'],
    ['1000', 'one thousandth'],
  ])('%s', (written, expected) => expect(ordinal(written)).toBe(expected));
});

describe('years and parts', () => {
  it.each([
    ['1066', 'ten sixty six'],
    ['1800', 'eighteen hundred'],
    ['1905', 'nineteen oh five'],
    ['2000', 'two thousand'],
    ['2009', 'two thousand nine'],
    ['2010', 'twenty ten'],
    ['2100', 'twenty one hundred'],
  ])('year %s', (written, expected) => expect(year(written)).toBe(expected));

  it('decades, decimals and fractions', () => {
    expect(decade('1960')).toBe('nineteen sixties');
    expect(decade('20')).toBe('twenties');
    expect(decimal('0.05')).toBe('zero point zero five');
    expect(fraction('1', '3')).toBe('one third');
    expect(fraction('3', '2')).toBe('three halves');
    expect(fraction('5', '8')).toBe('five eighths');
  });
});

describe('romanValue', () => {
  it.each([
    ['I', 1],
    ['IV', 4],
    ['VIII', 8],
    ['XIV', 14],
    ['XL', 40],
    ['XCIX', 99],
  ])('%s', (numeral, expected) => expect(romanValue(numeral)).toBe(expected));

  it.each(['', 'IIII', 'VX', 'ABC', 'MIX'])('%j is none', (numeral) =>
    expect(romanValue(numeral)).toBeNull(),
  );
});
