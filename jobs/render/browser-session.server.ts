/** One browser process, from its start to its certain end. */
import { randomUUID } from 'node:crypto';
import { type HeadlessBrowser, openBrowser } from '@remotion/renderer';
import type { RenderBrowser } from './browser.server';
import { endBrowsers, markedBrowsers } from './orphans.server';
import { renderFault } from './render-fault';

/** How long a rendering may show no progress, ms; loading an asset has a shorter limit of its own. */
const STALL_MS = 120_000;

export interface BrowserSession {
  instance: HeadlessBrowser;
  /** To be told whenever there is progress. */
  progressed(): void;
}

/**
 * Starts a browser, lets `work` use it and ends it, whatever happens. When the browser is lost, `work` is
 * told through `abandon` and no longer waited for: Remotion's own recovery may wait for ever on a browser
 * that was killed.
 *
 * @throws StoryError `browser_crashed` when the browser ends or cannot be started, `render_timeout` when
 *   it stands still
 */
export async function withBrowser<T>(
  browser: RenderBrowser,
  work: (session: BrowserSession) => Promise<T>,
  abandon: () => void,
): Promise<T> {
  // Of its own, so that what is left of this session can be told from any other.
  const mark = `${browser.mark}/${randomUUID()}`;
  const instance = await openBrowser('chrome', {
    browserExecutable: browser.executable,
    chromeMode: browser.chromeMode,
    chromiumOptions: { userAgent: mark },
    logLevel: 'error',
  }).catch(async (thrown: unknown) => {
    await endBrowsers(await markedBrowsers(mark));
    throw renderFault(thrown);
  });
  leaveSignalsAlone(instance);
  const loss = Promise.withResolvers<never>();
  // It may come when nobody waits for it any more.
  loss.promise.catch(() => undefined);
  const lose = (reason: string) => {
    loss.reject(renderFault(new Error(reason)));
    abandon();
  };
  instance.connection.transport.websocket.addEventListener('close', () => lose('Target closed'));
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
    instance.runner.closeProcess().catch(() => undefined);
    instance.disconnect();
    // Among them any that Remotion put in a lost one's place.
    await endBrowsers([...started, ...(await markedBrowsers(mark))]);
  }
}

/**
 * Remotion ends this whole process at SIGINT and its browser at SIGTERM, for as long as a browser is open.
 * What becomes of a rendering then is for the worker to say, through the attempt's signal; of Remotion's
 * listeners only the first stays, which ends the browser when this process exits.
 */
function leaveSignalsAlone(instance: HeadlessBrowser): void {
  for (const remove of instance.runner.listeners.slice(1)) remove();
}
