import { afterEach, beforeEach, expect, vi } from 'vitest';

/** Whatever is said on the error console and was not expected fails the test that caused it. */
const said: unknown[][] = [];

beforeEach(() => {
  said.length = 0;
  vi.spyOn(console, 'error').mockImplementation((...args: unknown[]) => {
    said.push(args);
  });
});

afterEach(() => {
  expect(said, 'nothing unexpected on console.error').toEqual([]);
});
