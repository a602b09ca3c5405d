import { describe, expect, it } from 'vitest';
import { browserWords } from '#app/door/browser-words.ts';
import { refusal } from '#app/door/door-answer.ts';
import { limitText, readLimit } from '#app/door/limit-words.ts';
import { ENGLISH } from '#app/language/spoken-words.ts';
import { sizeWords } from '#jobs/accounts/quota.server.ts';

describe('a browser', () => {
  it.each([
    ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/153.0 Safari/537.36', 'Chrome on Linux'],
    [
      'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/153.0 Safari/537.36 Edg/153.0',
      'Edge on Windows',
    ],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Safari/604.1', 'Safari on iOS'],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 15.0; rv:140.0) Firefox/140.0', 'Firefox on macOS'],
    ['curl/8.0', 'Another program'],
    ['', 'Another program'],
  ])('%s is %s', (userAgent, words) => {
    expect(browserWords(userAgent, ENGLISH)).toBe(words);
  });
});

describe('a limit', () => {
  it.each([
    ['', null],
    ['  ', null],
    ['2', 2],
    ['$1.50', 1.5],
    ['1,5', 1.5],
    ['0', 0],
    ['-1', undefined],
    ['much', undefined],
    ['1e3', undefined],
    ['99999999', undefined],
  ])('typed as %j is %j', (typed, limit) => {
    expect(readLimit(typed)).toBe(limit);
  });

  it('stands in its field as it was typed', () => {
    expect([null, 2, 1.5, 0.333333].map(limitText)).toEqual(['', '2', '1.5', '0.33']);
  });
});

it('sizes are told as people read them', () => {
  expect([0, 5 * 1024 ** 2, 1.5 * 1024 ** 3, 70 * 1024 ** 3].map(sizeWords)).toEqual([
    '0 MB',
    '5 MB',
    '1.5 GB',
    '70 GB',
  ]);
});

it('a refusal keeps what was typed, but no password and no code', () => {
  const typed = { name: 'Ada', email: 'ada@films.example', password: 'secret', code: 'ABCD', note: 'x' };
  expect(refusal(typed, {})).toEqual({
    issues: {},
    refused: null,
    typed: { name: 'Ada', email: 'ada@films.example', note: 'x' },
  });
});
