import { describe, expect, it } from 'vitest';
import { fingerprint } from '#jobs/storage/fingerprint.server.ts';

describe('a fingerprint', () => {
  it('is the same for the same inputs in any order', () => {
    expect(fingerprint({ a: 1, b: { c: [1, 2], d: null } })).toBe(
      fingerprint({ b: { d: null, c: [1, 2] }, a: 1 }),
    );
  });

  it('takes undefined for absent', () => {
    expect(fingerprint({ a: 1, b: undefined })).toBe(fingerprint({ a: 1 }));
  });

  it.each([
    [{ a: 1 }, { a: '1' }],
    [{ a: null }, {}],
    [{ a: [1, 2] }, { a: [2, 1] }],
    [
      { text: 'ab', more: 'c' },
      { text: 'a', more: 'bc' },
    ],
  ])('tells %o from %o', (one, other) => {
    expect(fingerprint(one)).not.toBe(fingerprint(other));
  });

  it('is fit for a file name', () => {
    expect(fingerprint('x')).toMatch(/^[0-9a-f]{24}$/);
  });
});
