import pino from 'pino';
import { describe, expect, it } from 'vitest';
import { JobTaker, type Pause, type Taking } from '#jobs/work/crew/job-taker.server.ts';

const log = pino({ level: 'silent' });

/** A queue that writes down what it is told. */
function noted(name: string, told: string[], goesOnIn: Pause[] = []): Taking {
  return {
    begin: async () => void told.push(`begin ${name}`),
    leave: async () => void told.push(`leave ${name}`),
    goesOnIn,
  };
}

describe('JobTaker', () => {
  it('takes nothing before it is started, and each queue once', async () => {
    const told: string[] = [];
    const taker = new JobTaker([noted('videos', told)], log);
    expect(told).toEqual([]);
    await taker.start();
    await taker.start();
    expect(told).toEqual(['begin videos']);
  });

  it('goes on where a reason says so, and comes back when all reasons are gone', async () => {
    const told: string[] = [];
    const taker = new JobTaker([noted('videos', told), noted('errands', told, ['drain'])], log);
    await taker.start();
    for (const [pause, isOn] of [
      ['drain', true],
      ['alone', true],
      ['drain', false],
      ['alone', false],
    ] as const) {
      taker.set(pause, isOn);
      await taker.switched();
    }
    expect(told).toEqual([
      ...['begin videos', 'begin errands'],
      ...['leave videos', 'leave errands'],
      ...['begin videos', 'begin errands'],
    ]);
  });

  it('counts what is in hand until it is over, whether it went well or not', async () => {
    const taker = new JobTaker([], log);
    let end = () => {};
    taker.working(
      new Promise<void>((resolve) => {
        end = resolve;
      }),
    );
    taker.working(Promise.reject(new Error('Ended badly.')));
    expect(taker.inHand).toBe(2);
    end();
    await taker.settled();
    expect(taker.inHand).toBe(0);
  });

  it('what a queue did not do at once is done with the next reason', async () => {
    let isThere = false;
    const told: string[] = [];
    const videos: Taking = {
      begin: async () => {
        if (!isThere) throw new Error('The database is away.');
        told.push('begin');
      },
      leave: async () => void told.push('leave'),
    };
    const taker = new JobTaker([videos], log);
    await expect(taker.start()).rejects.toThrow('away');
    isThere = true;
    taker.set('trouble', true);
    taker.set('trouble', false);
    await taker.switched();
    expect(told).toEqual(['begin']);
  });
});
