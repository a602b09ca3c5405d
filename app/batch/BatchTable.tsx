import { Form, Link } from '@remix-run/react';
import isEqual from 'fast-deep-equal';
import { memo } from 'react';
import { type ItemView, itemStateLabel } from './batch-view';

/** Every story of a batch, and how far it is. */
export function BatchTable({ items }: { items: readonly ItemView[] }) {
  return (
    <table className="batch-table">
      <caption className="visually-hidden">Stories of the batch</caption>
      <thead>
        <tr>
          <th scope="col">No.</th>
          <th scope="col">Story</th>
          <th scope="col">State</th>
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
  const { number, title, state, stage, progress, videoId } = item;
  return (
    <tr data-state={state}>
      <td className="batch-number">{number}</td>
      <td>
        {videoId === null ? title : <Link to={`/video/${videoId}`}>{title}</Link>}
        <p className="panel-note">{stage}</p>
        {state === 'making' && (
          <progress max={100} value={progress} aria-label={`Progress of ${title}`}>
            {progress} %
          </progress>
        )}
      </td>
      <td>
        <span className="batch-state">{itemStateLabel(state)}</span>
        {state === 'to-look-at' && (
          <Form method="post">
            <input type="hidden" name="number" value={number} />
            <button
              className="button"
              type="submit"
              name="do"
              value="release"
              aria-label={`Let ${title} go on`}
            >
              Let it go on
            </button>
          </Form>
        )}
      </td>
    </tr>
  );
}, isEqual);
