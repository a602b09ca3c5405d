import { describe, expect, it } from 'vitest';
import { WorkClock } from '#jobs/making/work-clock.ts';

/** A clock that is set by hand, and work that ends when it is told to. */
function setUp(cores: number) {
  let now = 0;
  const clock = new WorkClock(cores, () => now);
  const begin = (wanted: number | 'all') => {
    let end = () => {};
    const work = new Promise<void>((resolve) => {
      end = resolve;
    });
    const took = clock.measure(wanted, () => work).then(({ tookMs }) => tookMs);
    return { end: () => end(), took };
  };
  return {
    begin,
    pass: async (ms: number) => {
      now += ms;
      await Promise.resolve();
    },
  };
}

describe('the clock of work', () => {
  it('tells what work takes by itself', async () => {
    const { begin, pass } = setUp(2);
    const work = begin(1);
    await pass(500);
    work.end();
    expect(await work.took).toBe(500);
  });

  it('goes slower while cores are shared, so that each takes as long as alone', async () => {
    const { begin, pass } = setUp(2);
    const works = [begin(1), begin(1), begin(1), begin(1)];
    await pass(1000);
    for (const work of works) work.end();
    for (const work of works) expect(await work.took).toBe(500);
  });

  it('counts no more work than runs at once: the rest waits for a thread', async () => {
    const { begin, pass } = setUp(2);
    const works = Array.from({ length: 8 }, () => begin(1));
    await pass(1000);
    for (const work of works) work.end();
    for (const work of works) expect(await work.took).toBe(500);
  });

  it('lets what takes the whole machine share it', async () => {
    const { begin, pass } = setUp(4);
    const all = begin('all');
    await pass(100);
    const one = begin(4);
    await pass(200);
    all.end();
    expect(await all.took).toBe(200);
    await pass(50);
    one.end();
    expect(await one.took).toBe(150);
  });

  it('tells how much of the machine work had', async () => {
    let now = 0;
    const clock = new WorkClock(2, () => now);
    const { share } = await clock.measure(1, async () => {
      now += 100;
    });
    expect(share).toBe(1);
    const other = Promise.withResolvers<void>();
    const beside = clock.measure('all', () => other.promise);
    const crowded = await clock.measure(1, async () => {
      now += 100;
    });
    other.resolve();
    expect(crowded.share).toBeLessThan(0.75);
    expect((await beside).share).toBeLessThan(1);
    expect((await clock.measure(1, async () => {})).share).toBe(1);
  });

  it('does not slow what only waits', async () => {
    const { begin, pass } = setUp(1);
    const waits = begin(0);
    const works = [begin(1), begin(1)];
    await pass(300);
    waits.end();
    expect(await waits.took).toBe(300);
    for (const work of works) work.end();
    for (const work of works) expect(await work.took).toBe(150);
  });

  it('forgets work that failed', async () => {
    let now = 0;
    const clock = new WorkClock(1, () => now);
    await expect(clock.measure(1, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    const { tookMs } = await clock.measure(1, async () => {
      now += 40;
    });
    expect(tookMs).toBe(40);
  });
});
