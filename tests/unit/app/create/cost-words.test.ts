import { describe, expect, it } from 'vitest';
import { costToGoOn, priceDate } from '#app/create/cost-words.ts';
import { ENGLISH } from '#app/language/spoken-words.ts';
import { createTranslated } from '#app/language/translated-words.ts';
import { type FilmTariff, NOTHING_PAID } from '#jobs/story/budget/film-cost.ts';

const tariff = (patch: Partial<FilmTariff> = {}): FilmTariff => ({
  ...NOTHING_PAID,
  pricesAsOf: '2026-11-05',
  ...patch,
});
const UNSET = { untold: ['SPEECH_PRICE', 'MOTION_PRICE'] };

describe('prices', () => {
  it.each([
    [{}, 'prices of 2026-11-05'],
    [{ isVerified: false }, 'prices of 2026-11-05, unverified'],
    [{ pricesAsOf: '' }, 'prices as they were set'],
    [UNSET, 'prices of 2026-11-05, without SPEECH_PRICE and MOTION_PRICE, which nobody has set'],
    [
      { ...UNSET, isVerified: false },
      'prices of 2026-11-05, unverified, without SPEECH_PRICE and MOTION_PRICE, which nobody has set',
    ],
    [
      { ...UNSET, pricesAsOf: '' },
      'prices as they were set, without SPEECH_PRICE and MOTION_PRICE, which nobody has set',
    ],
  ])('with %j are %s', (patch, words) => {
    expect(priceDate(tariff(patch), ENGLISH)).toBe(words);
  });
});

describe('what going on costs', () => {
  it.each([
    [0, {}, '$0'],
    [0.42, {}, '≈ $0.42 (prices of 2026-11-05)'],
    [0.42, { isListed: false }, 'up to $0.42 (prices of 2026-11-05)'],
    [0, UNSET, `not known (${priceDate(tariff(UNSET), ENGLISH)})`],
    [0.42, UNSET, `more than $0.42 (${priceDate(tariff(UNSET), ENGLISH)})`],
  ])('of %d with %j is %s', (usd, patch, words) => {
    expect(costToGoOn(usd, tariff(patch), ENGLISH)).toBe(words);
  });

  it('is said in the language of the page', () => {
    const german = createTranslated('de', { 'prices of {{date}}': 'Preise vom {{date}}' });
    expect(costToGoOn(0.42, tariff(), german)).toMatch(/^≈ 0,42\s\$ \(Preise vom 2026-11-05\)$/);
    expect(costToGoOn(0, tariff(), german)).toMatch(/^0\s\$$/);
  });
});
