import { describe, expect, it } from 'vitest';
import { WorkLine } from '#jobs/work/suspects/work-line.ts';

/** A line for two places, with work that goes on until it is let go. */
function openLine() {
  const told: boolean[] = [];
  const line = new WorkLine(2, (isClosed) => told.push(isClosed));
  const begun: string[] = [];
  const start = (name: string, isAlone = false) => {
    const gate = Promise.withResolvers<void>();
    let letIn = () => {};
    const done = line.among(isAlone, async (open) => {
      begun.push(name);
      letIn = open;
      await gate.promise;
    });
    return {
      open: () => letIn(),
      end: async () => {
        gate.resolve();
        await done;
      },
    };
  };
  return { line, told, begun, start };
}
/** Lets all that can go on without anybody's doing go on. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('the line of a worker', () => {
  it('works side by side where nobody is suspected, as many as there are places', async () => {
    const { told, begun, start } = openLine();
    const [first] = [start('first'), start('second'), start('third')];
    await settle();
    expect(begun).toEqual(['first', 'second']);
    await first?.end();
    await settle();
    expect(begun).toEqual(['first', 'second', 'third']);
    expect(told).toEqual([]);
  });

  it('lets a suspect begin once the others are done, and others once it is done', async () => {
    const { told, begun, start } = openLine();
    const before = start('before');
    const suspect = start('suspect', true);
    const after = start('after');
    await settle();
    expect([begun, told]).toEqual([['before'], [true]]);
    await before.end();
    await settle();
    expect(begun).toEqual(['before', 'suspect']);
    await suspect.end();
    await settle();
    expect([begun, told]).toEqual([
      ['before', 'suspect', 'after'],
      [true, false],
    ]);
    await after.end();
  });

  it('takes others in beside one that is suspected no more, and keeps two suspects apart', async () => {
    const { told, begun, start } = openLine();
    const [first, second] = [start('first', true), start('second', true)];
    await settle();
    expect(begun).toEqual(['first']);
    first.open();
    await settle();
    expect(begun).toEqual(['first']);
    await first.end();
    await settle();
    second.open();
    start('third');
    await settle();
    expect(begun).toEqual(['first', 'second', 'third']);
    expect(told).toEqual([true, false]);
  });

  it('lets all begin when the worker stops, so that they hand themselves back', async () => {
    const { line, told, begun, start } = openLine();
    start('suspect', true);
    start('waiting');
    await settle();
    line.end();
    await settle();
    expect([begun, told]).toEqual([['suspect', 'waiting'], [true]]);
  });
});
