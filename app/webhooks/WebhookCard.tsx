import { Form } from '@remix-run/react';
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
  const { id, url, isGone, deliveries } = webhook;
  return (
    <section className="account-section" aria-label={url}>
      <h2 className="webhook-address">{url}</h2>
      {isGone && (
        <p className="form-fault">It said that it is gone for good: nothing is sent there any more.</p>
      )}
      <div className="door-ways">
        {!isGone && <Act intent="test" id={id} words="Send a test" about={url} />}
        <Act intent="remove" id={id} words="Remove" about={url} />
      </div>
      {deliveries.length === 0 ? (
        <p className="panel-note">Nothing was sent there yet.</p>
      ) : (
        <ul className="door-list">
          {deliveries.map((delivery) => (
            <li key={delivery.id}>
              <div>
                <strong>{delivery.type}</strong>{' '}
                <span className="panel-note">
                  <LocalTime iso={delivery.createdAt} withDate />
                </span>
                <p className="panel-note">{deliveryWords(delivery)}</p>
              </div>
              {!isGone && (
                <Act
                  intent="again"
                  id={delivery.id}
                  words="Send again"
                  about={`${delivery.type} to ${url}`}
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
  return (
    <Form method="post" reloadDocument>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="id" value={id} />
      <button type="submit" className="button button-quiet" aria-label={`${words}: ${about}`}>
        {words}
      </button>
    </Form>
  );
}
