import { describe, expect, it } from 'vitest';
import { SharedReads } from '#app/http/shared-reads.ts';

/** Readings that end when they are told to. */
function readings() {
  const begun: PromiseWithResolvers<string>[] = [];
  return {
    begun,
    read: () => {
      const reading = Promise.withResolvers<string>();
      begun.push(reading);
      return reading.promise;
    },
  };
}

describe('SharedReads', () => {
  it('gives all who ask during a reading the one that begins after it', async () => {
    const shared = new SharedReads<string>();
    const { begun, read } = readings();
    const first = shared.get('film', read);
    const later = [shared.get('film', read), shared.get('film', read), shared.get('film', read)];
    expect(begun).toHaveLength(1);
    begun[0]?.resolve('before');
    expect(await first).toBe('before');
    await Promise.resolve();
    expect(begun).toHaveLength(2);
    begun[1]?.resolve('after');
    expect(await Promise.all(later)).toEqual(['after', 'after', 'after']);
  });

  it('begins anew for whoever asks when nothing is being read', async () => {
    const shared = new SharedReads<number>();
    let count = 0;
    const read = async () => ++count;
    expect(await shared.get('film', read)).toBe(1);
    expect(await shared.get('film', read)).toBe(2);
  });

  it('keeps what has other keys apart', async () => {
    const shared = new SharedReads<string>();
    const { begun, read } = readings();
    const answers = [shared.get('one', read), shared.get('two', read)];
    expect(begun).toHaveLength(2);
    begun[0]?.resolve('first');
    begun[1]?.resolve('second');
    expect(await Promise.all(answers)).toEqual(['first', 'second']);
  });

  it('reads again after a failure, which only those see who shared it', async () => {
    const shared = new SharedReads<string>();
    const { begun, read } = readings();
    const failing = shared.get('film', read);
    const waiting = shared.get('film', read);
    begun[0]?.reject(new Error('away'));
    await expect(failing).rejects.toThrow('away');
    begun[1]?.resolve('back');
    expect(await waiting).toBe('back');
    expect(await shared.get('film', async () => 'still there')).toBe('still there');
  });

  it('serves a crowd with no more readings than fit after one another', async () => {
    const shared = new SharedReads<number>();
    let count = 0;
    let underWay = 0;
    const read = async () => {
      expect(++underWay).toBe(1);
      await new Promise((resolve) => setImmediate(resolve));
      underWay--;
      return ++count;
    };
    const crowd: Promise<number>[] = [];
    for (let round = 0; round < 10; round++) {
      for (let asker = 0; asker < 50; asker++) crowd.push(shared.get('film', read));
      await new Promise((resolve) => setImmediate(resolve));
    }
    await Promise.all(crowd);
    expect(count).toBeLessThanOrEqual(12);
  });
});
