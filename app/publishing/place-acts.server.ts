/** What people do with the places where their films are published. */
import { type AppLoadContext, json } from '@remix-run/node';
import { actByIntent, type FieldText } from '#app/door/act-by-intent.server.ts';
import { type AddressAnswer, done, refused } from '#app/webhooks/address-answer.ts';
import { writeDeed } from '#jobs/accounts/deeds.server.ts';
import { listTargets } from '#jobs/db/publishing/publishing-accounts.server.ts';
import { withdrawConsent } from '#jobs/db/publishing/publishing-consents.server.ts';
import { PublishingSetback } from '#jobs/ports/publisher.ts';
import { StoryError } from '#jobs/story/film/fault.ts';
import { readWebhookAddress } from '#jobs/story/webhooks/webhook-address.ts';
import type { PublishingPlaces } from '#jobs/work/publishing/publishing-places.server.ts';

/** Places that one person may have. */
const MOST = 20;

type Act = (
  context: AppLoadContext & { publishing: PublishingPlaces },
  text: FieldText,
) => Promise<AddressAnswer>;

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

/** Does what a form of the page asks for. @throws Response as `actByIntent`, 404 where nothing is published */
export function actOnPlaces(context: AppLoadContext, request: Request) {
  const { publishing } = context;
  if (!publishing) throw json(null, { status: 404 });
  return actByIntent(request, ACTS, (act, text) => act({ ...context, publishing }, text));
}
