import { expect, it } from 'vitest';
import { Pulse } from '#app/events/pulse.ts';

const never = new AbortController().signal;

it('beats for all who wait at the same moment', async () => {
  const pulse = new Pulse(20);
  const gone: string[] = [];
  const first = pulse.next(never).then(() => gone.push('first'));
  const second = pulse.next(never).then(() => gone.push('second'));
  await Promise.race([first, second]);
  await Promise.resolve();
  expect(gone).toEqual(['first', 'second']);
});

it('beats again for who comes again', async () => {
  const pulse = new Pulse(1);
  expect(await pulse.next(never)).toBe(true);
  expect(await pulse.next(never)).toBe(true);
});

it('keeps nobody who has left', async () => {
  const pulse = new Pulse(60_000);
  const leaving = new AbortController();
  const waited = pulse.next(leaving.signal);
  leaving.abort();
  expect(await waited).toBe(false);
  expect(await pulse.next(leaving.signal)).toBe(false);
});
