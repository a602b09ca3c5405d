/** What the HTTP server hands to every loader and action. */
import type { Logger } from 'pino';
import type { EngineDesk } from '../jobs/domain/engine-desk';
import type { SpeechAbilities } from '../jobs/domain/speech-language';
import type { Desk } from '../jobs/queue/enqueue.server';

declare module '@remix-run/node' {
  interface AppLoadContext {
    desk: Desk;
    /** Must be carried by every inline script of the response. */
    cspNonce: string;
    log: Logger;
    dataDir: string;
    /** What can be spoken besides English; the built-in voices alone where it is absent. */
    speech?: SpeechAbilities;
    /** The servers that take the built-in engines' place; nothing is remote where it is absent. */
    engines?: EngineDesk;
  }
}
