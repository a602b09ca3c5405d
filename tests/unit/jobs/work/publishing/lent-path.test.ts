import { expect, it } from 'vitest';
import { isShareToken, withoutToken } from '#app/shared/shared-path.ts';
import { isLentToken, lentPath, readLentToken } from '#jobs/work/publishing/lent-path.ts';

const SECRET = 'a secret of the tests';
const ID = '00000000-0000-4000-8000-000000000001';
const expiresAt = 1_800_000_000_000;
const path = lentPath(SECRET, { publicationId: ID, file: 'film', expiresAt });
const token = path.split('/')[2] ?? '';

it('lends one file, until it expires', () => {
  expect(path).toMatch(/^\/s\/lent\..*\/film\.mp4$/);
  expect(readLentToken(SECRET, token, 'film', expiresAt - 1)).toBe(ID);
  expect(readLentToken(SECRET, token, 'film', expiresAt)).toBeNull();
  expect(readLentToken(SECRET, token, 'poster', expiresAt - 1)).toBeNull();
});

it('cannot be made or changed without the house’s secret', () => {
  expect(readLentToken('another', token, 'film', 0)).toBeNull();
  expect(readLentToken(SECRET, token.replace('1800000000', '1900000000'), 'film', 0)).toBeNull();
  expect(readLentToken(SECRET, token.replace(ID, ID.replace('1', '2')), 'film', 0)).toBeNull();
  for (const nothing of ['', 'lent', 'lent...', `lent.${ID}.1800000000.`])
    expect(readLentToken(SECRET, nothing, 'film', 0)).toBeNull();
});

it('is told from other links, and is in no log', () => {
  expect([isLentToken(token), isShareToken(token)]).toEqual([true, false]);
  expect(isLentToken('a'.repeat(22))).toBe(false);
  expect(withoutToken(path)).toBe('/s/…/film.mp4');
});
