/** A browser that stays open between uses: starting one and loading what it draws takes as long as drawing a second of film. */
import type { BrowserSession, BrowserUse } from './browser-session.server';

export interface KeptBrowserLimits {
  /** How long it stays open with nothing to do, ms. */
  idleMs: number;
  /** After how many uses another one takes its place, so that what a browser gathers is bounded. */
  maxUses: number;
}

export interface KeptBrowser<Instance> {
  /**
   * Lets `work` use the browser that is open, or one that is started for it; several may at the same time.
   * Where work fails its browser is not used again, so that nothing of it reaches the next.
   * See `BrowserSession.use`.
   */
  use<T>(work: (use: BrowserUse<Instance>) => Promise<T>): Promise<T>;
  /** Ends the browser once nothing uses it any more. The next use would start another. */
  close(): Promise<void>;
}

/** One browser's time. */
interface Shift<Instance> {
  session: Promise<BrowserSession<Instance>>;
  users: number;
  uses: number;
  ended: PromiseWithResolvers<void>;
}

export function keepBrowser<Instance>(
  open: () => Promise<BrowserSession<Instance>>,
  { idleMs, maxUses }: KeptBrowserLimits,
): KeptBrowser<Instance> {
  let current: Shift<Instance> | null = null;
  let idle: NodeJS.Timeout | undefined;
  const shifts = new Set<Shift<Instance>>();

  const begin = (): Shift<Instance> => {
    const shift = { session: open(), users: 0, uses: 0, ended: Promise.withResolvers<void>() };
    shifts.add(shift);
    void shift.session.then(
      ({ lost }) => lost.then(() => retire(shift)),
      () => retire(shift),
    );
    return shift;
  };

  const end = async (shift: Shift<Instance>): Promise<void> => {
    if (!shifts.delete(shift)) return;
    // What could not be cleared away now, the next start does.
    await shift.session.then((session) => session.end()).catch(() => undefined);
    shift.ended.resolve();
  };

  /** No new use begins with it, and it ends with its last one. */
  const retire = async (shift: Shift<Instance>): Promise<void> => {
    if (current === shift) {
      current = null;
      clearTimeout(idle);
    }
    if (shift.users === 0) await end(shift);
  };

  return {
    use: async (work) => {
      clearTimeout(idle);
      current ??= begin();
      const shift = current;
      shift.users += 1;
      shift.uses += 1;
      let isFine = false;
      try {
        const session = await shift.session;
        const result = await session.use(work);
        isFine = true;
        return result;
      } finally {
        shift.users -= 1;
        if (!isFine || shift.uses >= maxUses) await retire(shift);
        else if (current !== shift && shift.users === 0) await end(shift);
        else if (current === shift && shift.users === 0) idle = setTimeout(retire, idleMs, shift);
      }
    },
    close: async () => {
      if (current) void retire(current);
      await Promise.all([...shifts].map(({ ended }) => ended.promise));
    },
  };
}
