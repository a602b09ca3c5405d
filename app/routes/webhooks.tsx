/** Webhooks: addresses that are told what becomes of one's videos, and what was sent to them. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { DoorField } from '#app/door/DoorField.tsx';
import { DoorHead } from '#app/door/DoorHead.tsx';
import { pageOfPeople } from '#app/http/visitor.ts';
import { titleWords } from '#app/language/title-words.ts';
import { useWords } from '#app/language/use-words.ts';
import { WebhookCard } from '#app/webhooks/WebhookCard.tsx';
import { actOnWebhooks } from '#app/webhooks/webhook-acts.server.ts';
import { listDeliveries } from '#jobs/db/webhooks/deliveries.server.ts';
import { listWebhooks } from '#jobs/db/webhooks/webhooks.server.ts';

/** Of each address, the newest. */
const SHOWN = 20;

export const meta: MetaFunction = ({ matches }) => [
  { title: titleWords(matches).t('Webhooks · StoryShort') },
];

export async function loader({ context }: LoaderFunctionArgs) {
  pageOfPeople(context);
  const { backend, visitor } = context;
  const own = await listWebhooks(backend.db, visitor?.id ?? null);
  const webhooks = await Promise.all(
    own.map(async ({ id, url, isGone }) => ({
      ...{ id, url, isGone },
      deliveries: await listDeliveries(backend.db, id, SHOWN),
    })),
  );
  return json({ webhooks }, { headers: { 'Cache-Control': 'no-store' } });
}

export async function action({ request, context }: ActionFunctionArgs) {
  pageOfPeople(context);
  return actOnWebhooks(context, request);
}

export default function Webhooks() {
  const { webhooks } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useWords();
  return (
    <div className="page-width account">
      <DoorHead
        title={t('Webhooks')}
        lead={t(
          'Addresses that are told when a script is written, and when a film is ready, failed, was cancelled or needs attention. Each message is signed after the scheme of Standard Webhooks, and sent again for a day until it arrived.',
        )}
        answer={answer}
        toCopy={answer?.secret}
      />
      <Form method="post" className="door-form" reloadDocument>
        <input type="hidden" name="intent" value="add" />
        <DoorField
          name="url"
          label={t('Address')}
          hint={t('Such as https://example.org/hooks/films.')}
          value={answer?.typed ?? ''}
        />
        <button type="submit" className="button button-primary">
          {t('Tell it')}
        </button>
      </Form>
      {webhooks.map((webhook) => (
        <WebhookCard key={webhook.id} webhook={webhook} />
      ))}
    </div>
  );
}
