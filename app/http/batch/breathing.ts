import { setImmediate } from 'node:timers/promises';

/** How long others wait at most while something long is reckoned, ms. */
const AT_ONCE_MS = 15;

/** Makes what a long reckoning calls between its parts: now and then it lets everybody else have their turn. */
export function breathing(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < AT_ONCE_MS) return;
    await setImmediate();
    since = performance.now();
  };
}
