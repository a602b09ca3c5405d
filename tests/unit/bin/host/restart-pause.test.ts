import { expect, it } from 'vitest';
import { restartPause } from '#bin/host/restart-pause.ts';

it('a service that crashed is soon back the first few times, and ever later when it can never run', () => {
  const pauses = Array.from({ length: 10 }, (_, before) => restartPause(before + 1));
  expect(pauses.slice(0, 5)).toEqual([500, 1000, 2000, 2000, 4000]);
  expect(pauses.slice(-2)).toEqual([30_000, 30_000]);
});
