import { Link } from '@remix-run/react';
import { formatName } from '#app/shell/format-name.ts';
import type { StatusView } from './status-view';
import { statusLabel } from './status-words';

/** The other videos of the same order. */
export function Family({ status: { id, family } }: { status: StatusView }) {
  const own = family.find((one) => one.id === id);
  const others = family.filter((one) => one.id !== id);
  if (!own || others.length === 0) return null;
  return (
    <nav className="film-family" aria-label="Other formats of this story">
      <span>This one: {formatName(own)}. Also:</span>
      <ul>
        {others.map((one) => (
          <li key={one.id}>
            <Link to={`/video/${one.id}`} prefetch="intent">
              {formatName(one)}
            </Link>{' '}
            <span className="panel-note">{statusLabel(one.status)}</span>
          </li>
        ))}
      </ul>
    </nav>
  );
}
