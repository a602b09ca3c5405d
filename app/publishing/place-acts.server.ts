/** What people do with the places where their films are published. */
import { type AppLoadContext, json } from '@remix-run/node';
import { asApiFault } from '#app/http/api-fault.ts';
import { readFields } from '#app/http/read-fields.server.ts';
import { writeDeed } from '#jobs/accounts/deeds.server.ts';
import { listTargets } from '#jobs/db/publishing/publishing-accounts.server.ts';
import { withdrawConsent } from '#jobs/db/publishing/publishing-consents.server.ts';
import { PublishingSetback } from '#jobs/ports/publisher.ts';
import { StoryError } from '#jobs/story/film/fault.ts';
import { readWebhookAddress } from '#jobs/story/webhooks/webhook-address.ts';
import type { PublishingPlaces } from '#jobs/work/publishing/publishing-places.server.ts';

/** Places that one person may have. */
const MOST = 20;

export interface PlaceAnswer {
  refused: string | null;
  done: string | null;
  /** What an address's owner checks signatures with, which is shown only now. */
  secret: string | null;
  /** What was typed, where it was refused. */
  typed: string;
}

type Act = (
  context: AppLoadContext & { publishing: PublishingPlaces },
  text: (name: string) => string,
) => Promise<PlaceAnswer>;

const refused = (words: string, typed = ''): PlaceAnswer => ({
  ...{ refused: words, done: null, secret: null, typed },
});
const done = (words: string, secret: string | null = null): PlaceAnswer => ({
  ...{ refused: null, done: words, secret, typed: '' },
});

const ACTS: Readonly<Record<string, Act>> = {
  'connect-youtube': async ({ publishing, backend }) => {
    if ((await listTargets(backend.db, backend.ownerId)).length >= MOST) return refused(TOO_MANY);
    try {
      await publishing.beginYoutube(backend.ownerId);
      return done('Type the code at Google: it is below.');
    } catch (error) {
      if (error instanceof PublishingSetback)
        return refused('Google cannot be reached just now. Try again in a minute.');
      if (error instanceof StoryError) return refused(`${error.message} ${error.hint}`);
      throw error;
    }
  },
  'forget-consent': async ({ backend }) => {
    await withdrawConsent(backend.db, backend.ownerId);
    return done('It is not asked for any more.');
  },
  'add-address': async ({ publishing, backend, visitor }, text) => {
    const read = readWebhookAddress(text('url'));
    if ('refused' in read) return refused(read.refused, text('url'));
    if ((await listTargets(backend.db, backend.ownerId)).length >= MOST)
      return refused(TOO_MANY, text('url'));
    const secret = await publishing.addAddress(backend.ownerId, read.url);
    if (secret === null) return refused('That address is connected already.', text('url'));
    if (visitor) await writeDeed(backend.db, visitor, 'publishing.connected', new URL(read.url).host);
    return done('Films can be published there. Copy its secret: it is shown only now.', secret);
  },
  disconnect: async ({ publishing, backend, visitor }, text) => {
    const gone = await publishing.disconnect(backend.ownerId, text('id'));
    if (!gone) return refused('There is no such place any more.');
    const name = URL.parse(gone.name)?.host ?? gone.name;
    if (visitor) await writeDeed(backend.db, visitor, 'publishing.disconnected', name);
    return gone.isRevoked
      ? done(`${name} is disconnected: nothing more is published there.`)
      : done(
          `${name} is disconnected. Google could not be told: take StoryShort’s access away at myaccount.google.com/connections.`,
        );
  },
};

const TOO_MANY = `There may be ${MOST} places: disconnect one first.`;

/** Does what a form of the page asks for. @throws Response 400 for what none of them can ask, 404 where nothing is published */
export async function actOnPlaces(context: AppLoadContext, request: Request) {
  const { publishing } = context;
  if (!publishing) throw json(null, { status: 404 });
  const fields = await readFields(request).catch((thrown: unknown) => {
    const fault = asApiFault(thrown);
    throw fault ? json(null, { status: fault.status }) : thrown;
  });
  const text = (name: string) => (typeof fields[name] === 'string' ? fields[name] : '');
  const act = Object.hasOwn(ACTS, text('intent')) ? ACTS[text('intent')] : undefined;
  if (!act) throw json(null, { status: 400 });
  const answer = await act({ ...context, publishing }, text);
  return json(answer, { status: answer.refused ? 422 : 200, headers: { 'Cache-Control': 'no-store' } });
}
