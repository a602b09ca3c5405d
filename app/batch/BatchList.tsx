import { Link } from '@remix-run/react';
import { LocalTime } from '#app/video/LocalTime.tsx';

export interface ShownBatch {
  id: string;
  name: string;
  /** ISO 8601. */
  createdAt: string;
  state: string;
  stories: number;
  ready: number;
}

/** The batches that there are, the newest first. */
export function BatchList({ batches }: { batches: readonly ShownBatch[] }) {
  if (batches.length === 0) return null;
  return (
    <section aria-labelledby="batch-list-title">
      <h2 id="batch-list-title">Your batches</h2>
      <ul className="batch-list">
        {batches.map(({ id, name, createdAt, state, stories, ready }) => (
          <li key={id}>
            <Link to={`/batches/${id}`}>{name}</Link>
            <span className="panel-note">
              {`${ready.toLocaleString('en')} of ${stories.toLocaleString('en')} ready · ${state} · `}
              <LocalTime iso={createdAt} withDate />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
