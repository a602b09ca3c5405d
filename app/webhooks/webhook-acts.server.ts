/** What people do with the addresses that are told of their videos. */
import type { AppLoadContext } from '@remix-run/node';
import { actByIntent, type FieldText } from '#app/door/act-by-intent.server.ts';
import { writeDeed } from '#jobs/accounts/deeds.server.ts';
import { isUuid } from '#jobs/db/videos.server.ts';
import { addWebhook, listWebhooks, removeWebhook } from '#jobs/db/webhooks/webhooks.server.ts';
import { readWebhookAddress } from '#jobs/story/webhooks/webhook-address.ts';
import { sendAgain, tryWebhook } from '#jobs/work/webhooks/tell-webhooks.server.ts';
import { type AddressAnswer, done, refused } from './address-answer';

/** Addresses that one person may have. */
const MOST = 10;

type Act = (context: AppLoadContext, text: FieldText) => Promise<AddressAnswer>;

const ACTS: Readonly<Record<string, Act>> = {
  add: async ({ backend, visitor, webhooks }, text) => {
    const read = readWebhookAddress(text('url'));
    if ('refused' in read) return refused(read.refused, text('url'));
    const known = await listWebhooks(backend.db, visitor?.id ?? null);
    if (known.length >= MOST)
      return refused(`There may be ${MOST} addresses: remove one first.`, text('url'));
    if (known.some(({ url }) => url === read.url))
      return refused('That address is told already.', text('url'));
    const id = await addWebhook(backend.db, visitor?.id ?? null, read.url);
    if (visitor) await writeDeed(backend.db, visitor, 'webhook.added', new URL(read.url).host);
    return done(
      'It is told from now on. Copy its secret: it is shown only now.',
      webhooks?.secretOf(id) ?? null,
    );
  },
  remove: async ({ backend, visitor }, text) => {
    const id = text('id');
    const url = isUuid(id) ? await removeWebhook(backend.db, visitor?.id ?? null, id) : null;
    if (url === null) return refused('There is no such address any more.');
    if (visitor) await writeDeed(backend.db, visitor, 'webhook.removed', new URL(url).host);
    return done('It is told nothing any more.');
  },
  test: async ({ backend, visitor }, text) => {
    const own = await listWebhooks(backend.db, visitor?.id ?? null);
    const webhook = own.find(({ id }) => id === text('id'));
    if (!webhook) return refused('There is no such address any more.');
    await tryWebhook(backend, webhook.id);
    return done('A test is on its way; what became of it is below in a moment.');
  },
  again: async ({ backend, visitor }, text) => {
    const id = text('id');
    const isSent = isUuid(id) && (await sendAgain(backend, visitor?.id ?? null, id));
    return isSent ? done('It is sent once more.') : refused('There is no such message any more.');
  },
};

/** Does what a form of the page asks for. @throws Response as `actByIntent` */
export function actOnWebhooks(context: AppLoadContext, request: Request) {
  return actByIntent(request, ACTS, (act, text) => act(context, text));
}
