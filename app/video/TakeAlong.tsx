import { useWords } from '#app/language/use-words.ts';
import { Icon } from '#app/shell/Icon.tsx';
import type { StatusView } from './status-view';
import { takeAlongOf } from './take-along';

/** All that a video is made of, to go on with elsewhere. */
export function TakeAlong({ status }: { status: StatusView }) {
  const { t, told } = useWords();
  return (
    <details className="take-along">
      <summary>{t('Take it along')}</summary>
      <ul>
        {takeAlongOf(status).map(({ label, note, url, fileName }) => (
          <li key={label}>
            <a className="button" href={url} download={fileName}>
              <Icon name="download" /> {told(label)}
            </a>
            <span className="take-along-note">{told(note)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
