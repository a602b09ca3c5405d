import { Link } from '@remix-run/react';
import { useWords } from '#app/language/use-words.ts';
import { LocalTime } from '#app/video/LocalTime.tsx';
import { type BatchState, batchName, stateInSentence } from './batch-view';

export interface ShownBatch {
  id: string;
  /** Empty for none. */
  name: string;
  /** ISO 8601. */
  createdAt: string;
  state: BatchState;
  stories: number;
  ready: number;
}

/** The batches that there are, the newest first. */
export function BatchList({ batches }: { batches: readonly ShownBatch[] }) {
  const words = useWords();
  const { t, number } = words;
  if (batches.length === 0) return null;
  return (
    <section aria-labelledby="batch-list-title">
      <h2 id="batch-list-title">{t('Your batches')}</h2>
      <ul className="batch-list">
        {batches.map(({ id, name, createdAt, state, stories, ready }) => (
          <li key={id}>
            <Link to={`/batches/${id}`}>
              <bdi>{batchName({ name, createdAt }, words)}</bdi>
            </Link>
            <span className="panel-note">
              {t('{{ready}} of {{stories}} ready · {{state}}', {
                ready: number(ready),
                stories: number(stories),
                state: t(stateInSentence(state)),
              })}
              {' · '}
              <LocalTime iso={createdAt} withDate />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
