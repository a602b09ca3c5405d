import { describe, expect, it } from 'vitest';
import { openingOf } from '#app/create/opening.ts';

describe('the opening of a story', () => {
  it.each([
    ['', null],
    ['  … 🦊', null],
    ['The moon rose. The fox slept.', 'The moon rose.'],
    ['The moon rose\nThe fox slept', 'The moon rose'],
    [
      'A young fox saw the full moon floating in a pond and thought it was for sale.',
      'A young fox saw the full moon floating in a pond and',
    ],
    ['若いきつねは月を見ました。それから眠りました。', '若いきつねは月を見ました。'],
    ['a'.repeat(300), null],
  ])('of %j is %j', (story, opening) => {
    expect(openingOf(story)).toBe(opening);
  });
});
