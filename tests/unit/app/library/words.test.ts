import { describe, expect, it } from 'vitest';
import { ENGLISH } from '#app/language/spoken-words.ts';
import { askLibrary } from '#app/library/acts/ask-library.ts';
import { deletedWords, undoneWords } from '#app/library/acts/deleted-words.ts';
import { isShareToken, sharedPath, withoutToken } from '#app/shared/shared-path.ts';

describe('what is said of deleting', () => {
  it('names one video, and counts several', () => {
    expect(deletedWords([{ title: 'The Fox' }], ENGLISH)).toBe('“The Fox” was deleted.');
    expect(deletedWords([{ title: '' }], ENGLISH)).toBe('“Untitled story” was deleted.');
    expect(deletedWords([{ title: 'A' }, { title: 'B' }], ENGLISH)).toBe('2 videos were deleted.');
  });

  it.each([
    [1, 0, 'It is back.', false],
    [3, 0, 'All 3 are back.', false],
    [0, 1, /^It is gone for good\. .* 10 seconds/, true],
    [0, 2, /^They are gone for good\./, true],
    [2, 1, /^2 are back, 1 are gone for good\./, true],
  ])('%d back and %d gone', (restored, gone, words, isBad) => {
    const told = undoneWords({ restored, gone }, ENGLISH);
    expect(told.text).toMatch(words);
    expect(told.isBad).toBe(isBad);
  });
});

describe('a link to a film', () => {
  const token = 'AbCdEfGhIjKlMnOpQrSt_-';

  it('has its files below it, and is told to no log', () => {
    expect(isShareToken(token)).toBe(true);
    for (const text of ['', token.slice(1), `${token}x`, '../../etc/passwd/etcxx'])
      expect(isShareToken(text)).toBe(false);
    expect(sharedPath(token, 'film')).toBe(`/s/${token}/film.mp4`);
    expect(withoutToken(sharedPath(token, 'film'))).toBe('/s/…/film.mp4');
    expect(withoutToken(sharedPath(token))).toBe('/s/…');
    expect(withoutToken('/video/s/x')).toBe('/video/s/x');
  });
});

describe('asking the library', () => {
  const asked = new FormData();
  asked.set('intent', 'rename');

  it('gives the answer on, and a fault in words where there is none', async () => {
    expect(await askLibrary(asked, async () => ({ done: 'rename', title: 'A' }))).toEqual({
      done: 'rename',
      title: 'A',
    });
    const away = await askLibrary(asked, () => Promise.reject(new TypeError('Failed to fetch')));
    expect(away).toMatchObject({ done: null, intent: 'rename', fault: { code: 'unreachable' } });
    for (const wrong of [null, '<html>', {}])
      expect(await askLibrary(asked, async () => wrong)).toMatchObject({ fault: { code: 'unexpected' } });
  });
});
