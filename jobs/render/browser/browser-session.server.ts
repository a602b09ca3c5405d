/** One browser process, from its start to its certain end. */
import { randomUUID } from 'node:crypto';
import { STALL_MS } from '#jobs/render/painters/painter.ts';
import { renderFault } from '#jobs/render/render-fault.ts';
import type { RenderBrowser } from './browser.server';
import { endBrowsers, markedBrowsers } from './orphans.server';

/** A browser that was started, in the words of whoever drives it. */
export interface StartedBrowser<Instance> {
  instance: Instance;
  /** To be told, once, when the browser has ended or can no longer be reached. */
  onLost(lost: () => void): void;
  /** Asks it to end. What is left of it afterwards is killed. */
  close(): void;
}

/** Starts a browser with `mark` as its user agent. */
export type StartBrowser<Instance> = (mark: string) => Promise<StartedBrowser<Instance>>;

/** What work with a browser is given. */
export interface BrowserUse<Instance> {
  instance: Instance;
  /** To be told whenever there is progress. */
  progressed(): void;
}

interface BrowserSession<Instance> {
  /**
   * Lets `work` use the browser. When the browser is lost, `work` is told through `abandon` and no longer
   * waited for: a driver's own recovery may wait for ever on a browser that was killed.
   *
   * @throws StoryError `browser_crashed` when the browser ends, `render_timeout` when the work stands still
   */
  use<T>(work: (use: BrowserUse<Instance>) => Promise<T>, abandon?: () => void): Promise<T>;
  /** Resolves when the browser has ended or can no longer be reached. */
  readonly lost: Promise<void>;
  /** Ends it, with all that it has started. */
  end(): Promise<void>;
}

/**
 * Starts a browser.
 * @throws StoryError `browser_crashed` when it cannot be started
 */
async function openSession<Instance>(
  browser: RenderBrowser,
  start: StartBrowser<Instance>,
): Promise<BrowserSession<Instance>> {
  // Of its own, so that what is left of this session can be told from any other.
  const mark = `${browser.mark}/${randomUUID()}`;
  const { instance, onLost, close } = await start(mark).catch(async (thrown: unknown) => {
    await endBrowsers(await markedBrowsers(mark));
    throw renderFault(thrown);
  });
  const lost = new Promise<void>((resolve) => {
    onLost(resolve);
  });
  // Noted now: of a browser that is lost, only this tells where its profile is.
  const started = await markedBrowsers(mark);
  return {
    lost,
    use: (work, abandon) => useUntilLost({ instance, lost }, work, abandon),
    end: async () => {
      close();
      // Among them any that the driver put in a lost one's place.
      await endBrowsers([...started, ...(await markedBrowsers(mark))]);
    },
  };
}

/** Starts a browser for `work` alone and ends it, whatever happens. See `BrowserSession.use`. */
export async function withBrowser<Instance, T>(
  browser: RenderBrowser,
  start: StartBrowser<Instance>,
  work: (use: BrowserUse<Instance>) => Promise<T>,
  abandon: () => void,
): Promise<T> {
  const session = await openSession(browser, start);
  try {
    return await session.use(work, abandon);
  } finally {
    await session.end();
  }
}

async function useUntilLost<Instance, T>(
  { instance, lost }: { instance: Instance; lost: Promise<void> },
  work: (use: BrowserUse<Instance>) => Promise<T>,
  abandon: () => void = () => undefined,
): Promise<T> {
  const loss = Promise.withResolvers<never>();
  // It may come when nobody waits for it any more.
  loss.promise.catch(() => undefined);
  let isOver = false;
  const lose = (reason: string) => {
    if (isOver) return;
    loss.reject(renderFault(new Error(reason)));
    abandon();
  };
  void lost.then(() => lose('Target closed'));
  const watch = () => setTimeout(lose, STALL_MS, 'Timeout exceeded without a new frame');
  let stall = watch();
  const progressed = () => {
    if (isOver) return;
    clearTimeout(stall);
    stall = watch();
  };
  try {
    const working = work({ instance, progressed });
    // What abandoned work still has to say is of no interest.
    working.catch(() => undefined);
    return await Promise.race([working, loss.promise]);
  } finally {
    isOver = true;
    clearTimeout(stall);
  }
}
