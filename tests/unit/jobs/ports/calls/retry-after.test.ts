import { expect, it } from 'vitest';
import { readRetryAfterMs } from '#jobs/ports/calls/retry-after.ts';

const now = Date.UTC(2026, 10, 22, 12, 0, 0);

it.each<[string, Record<string, string>, number | null]>([
  ['whole seconds', { 'retry-after': '12' }, 12_000],
  ['fractions of a second, as some servers send', { 'retry-after': '0.5' }, 500],
  ['an HTTP date', { 'retry-after': 'Sun, 22 Nov 2026 12:00:30 GMT' }, 30_000],
  ['a date that has passed', { 'retry-after': 'Sun, 22 Nov 2026 11:00:00 GMT' }, 0],
  ['milliseconds before seconds', { 'retry-after-ms': '250', 'retry-after': '9' }, 250],
  ['nothing', {}, null],
  ['nonsense', { 'retry-after': 'soon' }, null],
  ['a negative number', { 'retry-after': '-5' }, null],
  ['more than a day', { 'retry-after': '9999999' }, 86_400_000],
])('reads %s', (_, fields, expected) => {
  expect(readRetryAfterMs(new Headers(fields), now)).toBe(expected);
});
