/** What the HTTP server hands to every loader and action. */
import type { Logger } from 'pino';
import type { ApiFault } from '#app/http/api-fault.ts';
import type { Door } from '#app/http/door.ts';
import type { Language } from '#app/language/languages.ts';
import type { Visitor } from '#jobs/accounts/person-account.ts';
import type { EngineOverview } from '#jobs/ports/engine-overview.ts';
import type { SpeechAbilities } from '#jobs/story/language/speech-language.ts';
import type { WebhookSettings } from '#jobs/story/webhooks/webhook-address.ts';
import type { Backend } from '#jobs/work/commands.server.ts';
import type { PublishingPlaces } from '#jobs/work/publishing/publishing-places.server.ts';

declare module '@remix-run/node' {
  interface AppLoadContext {
    /** What is made with it belongs to the visitor. */
    backend: Backend;
    /** Where people come in; null where the site can be reached from its own machine alone. */
    door: Door | null;
    /** Null where there is no door, and for whoever is not known. */
    visitor: Visitor | null;
    /** In which the pages speak to whoever asks. */
    language: Language;
    /** Must be carried by every inline script of the response. */
    cspNonce: string;
    log: Logger;
    /** Why what a form asks for is not done, though the form is shown again; null where nothing is against it. */
    refusal: ApiFault | null;
    /** What can be spoken besides English, as the machine's voices are now: asked for where it is shown or chosen. */
    readSpeech: () => Promise<SpeechAbilities>;
    /** What tells addresses elsewhere of videos; nothing does where it is absent. */
    webhooks?: WebhookSettings;
    /** Where people's films are published; none are where it is absent. */
    publishing?: PublishingPlaces;
    /** The servers that take the built-in engines' place; nothing is remote where it is absent. */
    engines?: EngineOverview;
  }
}
