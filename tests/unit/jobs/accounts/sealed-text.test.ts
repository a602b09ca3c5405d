import { expect, it } from 'vitest';
import { openSeal } from '#jobs/accounts/sealed-text.server.ts';

const SECRET = 'the secret of a house that nobody knows';
const seal = openSeal(SECRET, 'tests');

it('is opened by who closed it, for what it was closed for', () => {
  const sealed = seal.close('a token 🦊', 'row 1');
  expect(sealed).not.toContain('token');
  expect(seal.open(sealed, 'row 1')).toBe('a token 🦊');
  expect(openSeal(SECRET, 'tests').open(sealed, 'row 1')).toBe('a token 🦊');
  // The same is never closed alike.
  expect(seal.close('a token 🦊', 'row 1')).not.toBe(sealed);
});

it('is opened by nobody else', () => {
  const sealed = seal.close('a token', 'row 1');
  expect(seal.open(sealed, 'row 2')).toBeNull();
  expect(openSeal(SECRET, 'something else').open(sealed, 'row 1')).toBeNull();
  expect(openSeal('another secret of another house', 'tests').open(sealed, 'row 1')).toBeNull();
  const bytes = Buffer.from(sealed, 'base64url');
  for (const at of [0, 15, bytes.length - 1]) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(seal.open(changed.toString('base64url'), 'row 1')).toBeNull();
  }
  for (const nothing of ['', 'x', 'ä', bytes.subarray(0, 20).toString('base64url')])
    expect(seal.open(nothing, 'row 1')).toBeNull();
});
