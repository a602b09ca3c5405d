import { describe, expect, it } from 'vitest';
import { contentRange, firstMissingByte } from '#jobs/publishing/youtube/upload-range.ts';

describe('how far an upload is', () => {
  it.each([
    [null, 0],
    ['bytes=0-0', 1],
    ['bytes=0-524287', 524_288],
    ['0-524287', 524_288],
    [' bytes=0-9 ', 10],
  ])('is told by %o', (range, byte) => {
    expect(firstMissingByte(range)).toBe(byte);
  });

  it.each(['', 'bytes=', 'bytes=5-9', 'bytes=0-', 'bytes=0--1', 'bytes=0-9,20-29', 'bytes=0-1e3', 'nothing'])(
    'is not told by “%s”',
    (range) => {
      expect(firstMissingByte(range)).toBeNull();
    },
  );

  it('is said with the last byte included, and asked for with none', () => {
    expect(contentRange(1000, { from: 0, to: 1000 })).toBe('bytes 0-999/1000');
    expect(contentRange(1000, { from: 999, to: 1000 })).toBe('bytes 999-999/1000');
    expect(contentRange(1000)).toBe('bytes */1000');
  });
});
