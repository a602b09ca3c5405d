import { describe, expect, it } from 'vitest';
import { allOrWorst } from '#jobs/making/settling.ts';
import { AttemptEnded, StoryError } from '#jobs/story/film/fault.ts';

const fault = (code: string, retryable: boolean) =>
  new StoryError({ code, message: code, hint: '', retryable });

describe('allOrWorst', () => {
  it('gives all results in order', async () => {
    const abort = new AbortController();
    expect(await allOrWorst([Promise.resolve(1), Promise.resolve(2)], abort)).toEqual([1, 2]);
    expect(abort.signal.aborted).toBe(false);
  });

  it('lets the others finish when a fault may pass', async () => {
    const abort = new AbortController();
    const { promise, resolve } = Promise.withResolvers<number>();
    const all = allOrWorst([Promise.reject(fault('passing', true)), promise], abort);
    resolve(2);
    await expect(all).rejects.toThrow('passing');
    expect(abort.signal.aborted).toBe(false);
  });

  it('aborts the others at once when a fault stays', async () => {
    const abort = new AbortController();
    const other = new Promise<never>((_, reject) => {
      abort.signal.addEventListener('abort', () => reject(abort.signal.reason));
    });
    await expect(allOrWorst([other, Promise.reject(fault('staying', false))], abort)).rejects.toThrow(
      'staying',
    );
  });

  it('aborts the others at once when nothing can be stored', async () => {
    const abort = new AbortController();
    const full = Object.assign(new Error('no space left'), { code: 'ENOSPC' });
    const other = new Promise<never>((_, reject) => {
      abort.signal.addEventListener('abort', () => reject(fault('passing', true)));
    });
    await expect(allOrWorst([other, Promise.reject(full)], abort)).rejects.toBe(full);
  });

  it('throws the gravest', async () => {
    const work = [
      Promise.reject(fault('passing', true)),
      Promise.reject(fault('staying', false)),
      Promise.reject(new AttemptEnded('cancelled')),
      Promise.reject(new Error('unforeseen')),
    ];
    await expect(allOrWorst(work, new AbortController())).rejects.toThrow(AttemptEnded);
  });
});
