import { Form, Link } from '@remix-run/react';
import isEqual from 'fast-deep-equal';
import { memo } from 'react';
import { useWords } from '#app/language/use-words.ts';
import { type ItemView, itemStateLabel } from './batch-view';

/** Every story of a batch, and how far it is. */
export function BatchTable({ items }: { items: readonly ItemView[] }) {
  const { t } = useWords();
  return (
    <table className="batch-table">
      <caption className="visually-hidden">{t('Stories of the batch')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('No.')}</th>
          <th scope="col">{t('Story')}</th>
          <th scope="col">{t('State')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <ItemRow key={item.number} item={item} />
        ))}
      </tbody>
    </table>
  );
}

/** Of a thousand rows few change between two questions. */
const ItemRow = memo(function ItemRow({ item }: { item: ItemView }) {
  const { t } = useWords();
  const { number, title, state, stage, progress, videoId } = item;
  const name = <bdi>{title}</bdi>;
  return (
    <tr data-state={state}>
      <td className="batch-number">{number}</td>
      <td>
        {videoId === null ? name : <Link to={`/video/${videoId}`}>{name}</Link>}
        <p className="panel-note">{stage}</p>
        {state === 'making' && (
          <progress max={100} value={progress} aria-label={t('Progress of {{title}}', { title })}>
            {t('{{progress}}%', { progress })}
          </progress>
        )}
      </td>
      <td>
        <span className="batch-state">{t(itemStateLabel(state))}</span>
        {state === 'to-look-at' && (
          <Form method="post">
            <input type="hidden" name="number" value={number} />
            <button
              className="button"
              type="submit"
              name="do"
              value="release"
              aria-label={t('Let {{title}} go on', { title })}
            >
              {t('Let it go on')}
            </button>
          </Form>
        )}
      </td>
    </tr>
  );
}, isEqual);
