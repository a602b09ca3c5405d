import { setTimeout as delay } from 'node:timers/promises';

/**
 * Waits until `condition` gives something truthy and returns it.
 * @param timeoutMs a net, no measure: a busy machine takes its time
 * @param everyMs how often it is looked
 * @throws after `timeoutMs`, naming what was waited for.
 */
export async function waitFor<T>(
  what: string,
  condition: () => Promise<T | null | undefined | false> | T | null | undefined | false,
  timeoutMs = 300_000,
  everyMs = 50,
): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const found = await condition();
    if (found) return found;
    if (Date.now() > deadline) throw new Error(`Waited ${timeoutMs} ms in vain for ${what}.`);
    await delay(everyMs);
  }
}
