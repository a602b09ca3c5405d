/** Places where one's films are published: a channel at YouTube, or addresses of one's own. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { DoorField } from '#app/door/DoorField.tsx';
import { DoorHead } from '#app/door/DoorHead.tsx';
import { pageOfPeople } from '#app/http/visitor.ts';
import { Rich } from '#app/language/Rich.tsx';
import { titleWords } from '#app/language/title-words.ts';
import { useWords } from '#app/language/use-words.ts';
import { ConsentPanel } from '#app/publishing/ConsentPanel.tsx';
import { actOnPlaces } from '#app/publishing/place-acts.server.ts';
import { listTargets } from '#jobs/db/publishing/publishing-accounts.server.ts';
import { findConsent } from '#jobs/db/publishing/publishing-consents.server.ts';

export const meta: MetaFunction = ({ matches }) => [
  { title: titleWords(matches).t('Publishing · StoryShort') },
];

export async function loader({ context }: LoaderFunctionArgs) {
  pageOfPeople(context);
  const { backend, publishing } = context;
  if (!publishing) throw json(null, { status: 404 });
  const [targets, consent] = await Promise.all([
    listTargets(backend.db, backend.ownerId),
    findConsent(backend.db, backend.ownerId),
  ]);
  const { hasYoutube } = publishing;
  return json({ targets, consent, hasYoutube }, { headers: { 'Cache-Control': 'no-store' } });
}

export async function action({ request, context }: ActionFunctionArgs) {
  pageOfPeople(context);
  return actOnPlaces(context, request);
}

export default function Publishing() {
  const { targets, consent, hasYoutube } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useWords();
  return (
    <div className="page-width account">
      <DoorHead
        title={t('Publishing')}
        lead={t(
          'Where your films can be published from their own pages: your channel at YouTube, or an address that is told of a film with its words and its files.',
        )}
        answer={answer}
        toCopy={answer?.secret}
      />
      {consent && <ConsentPanel consent={consent} />}
      {hasYoutube ? (
        <Form method="post" reloadDocument>
          <input type="hidden" name="intent" value="connect-youtube" />
          <button type="submit" className="button button-primary">
            {t('Connect YouTube')}
          </button>
        </Form>
      ) : (
        <p className="panel-note">
          <Rich
            text="YouTube is not set up here: whoever runs this StoryShort gives it an application at Google first; <guide/> says how."
            parts={{ guide: <code dir="ltr">docs/publishing.md</code> }}
          />
        </p>
      )}
      <Form method="post" className="door-form" reloadDocument>
        <input type="hidden" name="intent" value="add-address" />
        <DoorField
          name="url"
          label={t('Address')}
          hint={t('Such as https://example.org/films: a program of yours that takes films on.')}
          value={answer?.typed ?? ''}
        />
        <button type="submit" className="button">
          {t('Connect it')}
        </button>
      </Form>
      {targets.map(({ id, kind, name, isLost }) => (
        <section key={id} className="account-section" aria-label={name}>
          <h2 className="webhook-address">
            <bdi>{kind === 'youtube' ? `YouTube: ${name}` : name}</bdi>
          </h2>
          {isLost && (
            <p className="form-fault">
              {t('It does not let StoryShort in any more. Connect it again: what is here stays.')}
            </p>
          )}
          <Form method="post" reloadDocument>
            <input type="hidden" name="intent" value="disconnect" />
            <input type="hidden" name="id" value={id} />
            <button
              type="submit"
              className="button button-quiet"
              aria-label={t('Disconnect: {{name}}', { name })}
            >
              {t('Disconnect')}
            </button>
          </Form>
        </section>
      ))}
      <p>
        <Rich
          text="<webhooks>Webhooks</webhooks> tell addresses what becomes of all your videos."
          parts={{ webhooks: <Link to="/webhooks" /> }}
        />
      </p>
    </div>
  );
}
