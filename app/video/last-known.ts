/** Keeps a page standing while the server cannot be reached: the data it had, marked as old. */

/** Page data with whether they are only what was known before. */
export type MaybeStale<T> = T & { isStale: boolean };

export interface LastKnown<T> {
  /** Notes what the page shows now. */
  remember(key: string, data: T): void;
  /** Loads anew; where that fails, gives what was remembered under the key, or the failure itself. */
  load(key: string, read: () => Promise<T>): Promise<MaybeStale<T>>;
}

/** A memory for one route's data, by address. */
export function createLastKnown<T extends object>(): LastKnown<T> {
  let known: { key: string; data: T } | null = null;
  return {
    remember(key, data) {
      known = { key, data };
    },
    async load(key, read) {
      try {
        const data = await read();
        known = { key, data };
        return { ...data, isStale: false };
      } catch (failure) {
        // A thrown answer is the server's word, such as 404; only silence, and that it cannot tell, is bridged.
        if (isRouteAnswer(failure) || known?.key !== key) throw failure;
        return { ...known.data, isStale: true };
      }
    },
  };
}

function isRouteAnswer(failure: unknown): boolean {
  if (typeof failure !== 'object' || failure === null || !('status' in failure)) return false;
  return typeof failure.status === 'number' && failure.status < 500;
}
