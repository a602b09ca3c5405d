import { Link } from '@remix-run/react';
import { useWords } from '#app/language/use-words.ts';
import { formatName } from '#app/shell/format-name.ts';
import type { StatusView } from './status-view';
import { statusLabel } from './status-words';

/** The other videos of the same order. */
export function Family({ status: { id, family } }: { status: StatusView }) {
  const words = useWords();
  const { t } = words;
  const own = family.find((one) => one.id === id);
  const others = family.filter((one) => one.id !== id);
  if (!own || others.length === 0) return null;
  return (
    <nav className="film-family" aria-label={t('Other formats of this story')}>
      <span>{t('This one: {{format}}. Also:', { format: formatName(own, words) })}</span>
      <ul>
        {others.map((one) => (
          <li key={one.id}>
            <Link to={`/video/${one.id}`} prefetch="intent">
              {formatName(one, words)}
            </Link>{' '}
            <span className="panel-note">{t(statusLabel(one.status))}</span>
          </li>
        ))}
      </ul>
    </nav>
  );
}
