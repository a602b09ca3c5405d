import { describe, expect, it } from 'vitest';
import type { BrowserSession } from '#jobs/render/browser/browser-session.server.ts';
import { keepBrowser } from '#jobs/render/browser/kept-browser.server.ts';

const LONG = { idleMs: 60_000, maxUses: 100 };

/** Sessions that only count: which is open, and how many were. */
function counted() {
  const log: string[] = [];
  const losses: (() => void)[] = [];
  let opened = 0;
  const open = async (): Promise<BrowserSession<number>> => {
    opened += 1;
    const instance = opened;
    log.push(`open ${instance}`);
    const { promise: lost, resolve } = Promise.withResolvers<void>();
    losses[instance] = resolve;
    return {
      lost,
      use: (work) => work({ instance, progressed: () => undefined }),
      end: async () => {
        log.push(`end ${instance}`);
      },
    };
  };
  return { open, log, lose: (instance: number) => losses[instance]?.() };
}

const nameOf = async ({ instance }: { instance: number }) => instance;

describe('keepBrowser', () => {
  it('opens none before it is used, and closes without any', async () => {
    const { open, log } = counted();
    await keepBrowser(open, LONG).close();
    expect(log).toEqual([]);
  });

  it('uses the same again, one after the other and side by side', async () => {
    const { open, log } = counted();
    const kept = keepBrowser(open, LONG);
    expect(await kept.use(nameOf)).toBe(1);
    expect(await Promise.all([kept.use(nameOf), kept.use(nameOf)])).toEqual([1, 1]);
    await kept.close();
    expect(log).toEqual(['open 1', 'end 1']);
  });

  it('ends one in which work failed, and starts another', async () => {
    const { open, log } = counted();
    const kept = keepBrowser(open, LONG);
    await expect(
      kept.use(async () => {
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(log).toEqual(['open 1', 'end 1']);
    expect(await kept.use(nameOf)).toBe(2);
    await kept.close();
  });

  it('lets others finish in one in which work failed, before it ends', async () => {
    const { open, log } = counted();
    const kept = keepBrowser(open, LONG);
    const slow = Promise.withResolvers<void>();
    const other = kept.use(async ({ instance }) => {
      await slow.promise;
      return instance;
    });
    await expect(kept.use(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await kept.use(nameOf)).toBe(2);
    expect(log).toEqual(['open 1', 'open 2']);
    slow.resolve();
    expect(await other).toBe(1);
    await kept.close();
    expect(log).toEqual(['open 1', 'open 2', 'end 1', 'end 2']);
  });

  it('starts another when the one it kept was lost meanwhile', async () => {
    const { open, log, lose } = counted();
    const kept = keepBrowser(open, LONG);
    await kept.use(nameOf);
    lose(1);
    await expect.poll(() => log).toEqual(['open 1', 'end 1']);
    expect(await kept.use(nameOf)).toBe(2);
    await kept.close();
  });

  it('takes another after so many uses', async () => {
    const { open, log } = counted();
    const kept = keepBrowser(open, { ...LONG, maxUses: 2 });
    for (const expected of [1, 1, 2]) expect(await kept.use(nameOf)).toBe(expected);
    expect(log).toEqual(['open 1', 'end 1', 'open 2']);
    await kept.close();
  });

  it('ends one that nobody uses for a while', async () => {
    const { open, log } = counted();
    const kept = keepBrowser(open, { ...LONG, idleMs: 1 });
    await kept.use(nameOf);
    await expect.poll(() => log).toEqual(['open 1', 'end 1']);
  });

  it('tells of a browser that does not start, and tries again', async () => {
    const { open } = counted();
    let tries = 0;
    const kept = keepBrowser(async () => {
      tries += 1;
      if (tries === 1) throw new Error('no browser');
      return open();
    }, LONG);
    await expect(kept.use(nameOf)).rejects.toThrow('no browser');
    expect(await kept.use(nameOf)).toBe(1);
    await kept.close();
  });

  it('closes once its last user is done', async () => {
    const { open, log } = counted();
    const kept = keepBrowser(open, LONG);
    const slow = Promise.withResolvers<void>();
    const using = kept.use(() => slow.promise);
    await Promise.resolve();
    const closing = kept.close();
    slow.resolve();
    await Promise.all([using, closing]);
    expect(log).toEqual(['open 1', 'end 1']);
  });
});
