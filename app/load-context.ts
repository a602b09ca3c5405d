/** What the HTTP server hands to every loader and action. */
import type { Logger } from 'pino';
import type { Desk } from '../jobs/queue/enqueue.server';

declare module '@remix-run/node' {
  interface AppLoadContext {
    desk: Desk;
    /** Must be carried by every inline script of the response. */
    cspNonce: string;
    log: Logger;
    dataDir: string;
  }
}
