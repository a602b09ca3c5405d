/** One browser process, from its start to its certain end. */
import { randomUUID } from 'node:crypto';
import { renderFault } from '#jobs/render/render-fault.ts';
import type { RenderBrowser } from './browser.server';
import { endBrowsers, markedBrowsers } from './orphans.server';

/** How long a rendering may show no progress, ms; loading an asset has a shorter limit of its own. */
const STALL_MS = 120_000;

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

export interface BrowserSession<Instance> {
  instance: Instance;
  /** To be told whenever there is progress. */
  progressed(): void;
}

/**
 * Starts a browser, lets `work` use it and ends it, whatever happens. When the browser is lost, `work` is
 * told through `abandon` and no longer waited for: a driver's own recovery may wait for ever on a browser
 * that was killed.
 *
 * @throws StoryError `browser_crashed` when the browser ends or cannot be started, `render_timeout` when
 *   it stands still
 */
export async function withBrowser<Instance, T>(
  browser: RenderBrowser,
  start: StartBrowser<Instance>,
  work: (session: BrowserSession<Instance>) => Promise<T>,
  abandon: () => void,
): Promise<T> {
  // Of its own, so that what is left of this session can be told from any other.
  const mark = `${browser.mark}/${randomUUID()}`;
  const { instance, onLost, close } = await start(mark).catch(async (thrown: unknown) => {
    await endBrowsers(await markedBrowsers(mark));
    throw renderFault(thrown);
  });
  const loss = Promise.withResolvers<never>();
  // It may come when nobody waits for it any more.
  loss.promise.catch(() => undefined);
  const lose = (reason: string) => {
    loss.reject(renderFault(new Error(reason)));
    abandon();
  };
  onLost(() => lose('Target closed'));
  const watch = () => setTimeout(lose, STALL_MS, 'Timeout exceeded without a new frame');
  let stall = watch();
  const progressed = () => {
    clearTimeout(stall);
    stall = watch();
  };
  // Noted now: of a browser that is lost, only this tells where its profile is.
  const started = await markedBrowsers(mark);
  try {
    const working = work({ instance, progressed });
    // What abandoned work still has to say is of no interest.
    working.catch(() => undefined);
    return await Promise.race([working, loss.promise]);
  } finally {
    clearTimeout(stall);
    close();
    // Among them any that the driver put in a lost one's place.
    await endBrowsers([...started, ...(await markedBrowsers(mark))]);
  }
}
