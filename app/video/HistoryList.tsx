import { useWords } from '#app/language/use-words.ts';
import { LocalTime } from './LocalTime';
import type { HistoryView } from './video-page-view';

/** What happened to the video and when, newest last. */
export function HistoryList({ history }: { history: readonly HistoryView[] }) {
  const { t, told } = useWords();
  return (
    <section className="history" aria-labelledby="history-title">
      <h2 id="history-title">{t('History')}</h2>
      <ol>
        {history.map(({ id, at, message }) => (
          <li key={id}>
            <LocalTime iso={at} />
            <span>{told(message)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
