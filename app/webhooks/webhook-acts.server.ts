/** What people do with the addresses that are told of their videos. */
import { type AppLoadContext, json } from '@remix-run/node';
import { asApiFault } from '#app/http/api-fault.ts';
import { readFields } from '#app/http/read-fields.server.ts';
import { writeDeed } from '#jobs/accounts/deeds.server.ts';
import { isUuid } from '#jobs/db/videos.server.ts';
import { addWebhook, listWebhooks, removeWebhook } from '#jobs/db/webhooks/webhooks.server.ts';
import { readWebhookAddress } from '#jobs/story/webhooks/webhook-address.ts';
import { sendAgain, tryWebhook } from '#jobs/work/webhooks/tell-webhooks.server.ts';

/** Addresses that one person may have. */
const MOST = 10;

export interface WebhookAnswer {
  refused: string | null;
  done: string | null;
  /** What signatures are checked with, which is shown only now. */
  secret: string | null;
  /** What was typed, where it was refused. */
  typed: string;
}

type Act = (context: AppLoadContext, text: (name: string) => string) => Promise<WebhookAnswer>;

const refused = (words: string, typed = ''): WebhookAnswer => ({
  ...{ refused: words, done: null, secret: null, typed },
});
const done = (words: string, secret: string | null = null): WebhookAnswer => ({
  ...{ refused: null, done: words, secret, typed: '' },
});

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

/** Does what a form of the page asks for. @throws Response 400 for what none of them can ask */
export async function actOnWebhooks(context: AppLoadContext, request: Request) {
  const fields = await readFields(request).catch((thrown: unknown) => {
    const fault = asApiFault(thrown);
    throw fault ? json(null, { status: fault.status }) : thrown;
  });
  const text = (name: string) => (typeof fields[name] === 'string' ? fields[name] : '');
  const act = Object.hasOwn(ACTS, text('intent')) ? ACTS[text('intent')] : undefined;
  if (!act) throw json(null, { status: 400 });
  const answer = await act(context, text);
  return json(answer, { status: answer.refused ? 422 : 200, headers: { 'Cache-Control': 'no-store' } });
}
