import { Piscina } from 'piscina';
import { describe, expect, it } from 'vitest';
import { TYPESCRIPT_LOADER } from '#jobs/threads/typescript-loader.ts';
import { URGENT, UrgentFirst } from '#jobs/threads/urgent-first.ts';

type Task = Parameters<UrgentFirst['push']>[0];

/** A task as Piscina puts it into a queue. */
const task = (isUrgent = false): Task =>
  ({ [Piscina.queueOptionsSymbol]: isUrgent ? URGENT[Piscina.queueOptionsSymbol] : null }) as unknown as Task;

describe('UrgentFirst', () => {
  it('gives urgent tasks before all others, and each kind in its order', () => {
    const queue = new UrgentFirst();
    const [first, second, urgent, later] = [task(), task(), task(true), task(true)];
    for (const each of [first, second, urgent, later]) queue.push(each);
    expect(queue.size).toBe(4);
    expect([queue.shift(), queue.shift(), queue.shift(), queue.shift()]).toEqual([
      ...[urgent, later, first, second],
    ]);
    expect(queue.shift()).toBeNull();
  });

  it('gives no task that was taken back', () => {
    const queue = new UrgentFirst();
    const [first, urgent] = [task(), task(true)];
    queue.push(first);
    queue.push(urgent);
    queue.remove(urgent);
    queue.remove(task());
    expect(queue.size).toBe(1);
    expect(queue.shift()).toBe(first);
  });

  it('is what a pool asks: an urgent task is done before those that wait longer', async () => {
    const pool = new Piscina({
      filename: new URL('./echo-thread.ts', import.meta.url).href,
      execArgv: ['--import', TYPESCRIPT_LOADER],
      maxThreads: 1,
      taskQueue: new UrgentFirst(),
    });
    const done: string[] = [];
    const run = (name: string, options = {}) =>
      pool.run({ name, ...options }).then((told: string) => done.push(told));
    await Promise.all([run('first'), run('second'), run('third'), run('picture', URGENT)]);
    await pool.destroy();
    expect(done.indexOf('picture')).toBeLessThan(done.indexOf('third'));
  });
});
