import { Form } from '@remix-run/react';
import { useWords } from '#app/language/use-words.ts';
import { LocalTime } from '#app/video/LocalTime.tsx';
import { deliveryWords } from './delivery-words';

export interface ShownWebhook {
  id: string;
  url: string;
  isGone: boolean;
  deliveries: readonly {
    id: string;
    type: string;
    createdAt: string;
    attempts: number;
    lastStatus: number | null;
    lastFault: string | null;
    deliveredAt: string | null;
    givenUpAt: string | null;
  }[];
}

/** One address, with what was sent there. */
export function WebhookCard({ webhook }: { webhook: ShownWebhook }) {
  const words = useWords();
  const { t } = words;
  const { id, url, isGone, deliveries } = webhook;
  return (
    <section className="account-section" aria-label={url}>
      <h2 className="webhook-address">
        <bdi>{url}</bdi>
      </h2>
      {isGone && (
        <p className="form-fault">{t('It said that it is gone for good: nothing is sent there any more.')}</p>
      )}
      <div className="door-ways">
        {!isGone && <Act intent="test" id={id} words={t('Send a test')} about={url} />}
        <Act intent="remove" id={id} words={t('Remove')} about={url} />
      </div>
      {deliveries.length === 0 ? (
        <p className="panel-note">{t('Nothing was sent there yet.')}</p>
      ) : (
        <ul className="door-list">
          {deliveries.map((delivery) => (
            <li key={delivery.id}>
              <div>
                <strong>{delivery.type}</strong>{' '}
                <span className="panel-note">
                  <LocalTime iso={delivery.createdAt} withDate />
                </span>
                <p className="panel-note">{deliveryWords(delivery, words)}</p>
              </div>
              {!isGone && (
                <Act
                  intent="again"
                  id={delivery.id}
                  words={t('Send again')}
                  about={t('{{type}} to {{url}}', { type: delivery.type, url })}
                />
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Act({ intent, id, words, about }: { intent: string; id: string; words: string; about: string }) {
  const { t } = useWords();
  return (
    <Form method="post" reloadDocument>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="id" value={id} />
      <button
        type="submit"
        className="button button-quiet"
        aria-label={t('{{act}}: {{what}}', { act: words, what: about })}
      >
        {words}
      </button>
    </Form>
  );
}
