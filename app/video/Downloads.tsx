import { useWords } from '#app/language/use-words.ts';
import { Icon } from '#app/shell/Icon.tsx';
import { downloadsOf } from './downloads';
import type { StatusView } from './status-view';

/** The finished files. */
export function Downloads({ status }: { status: StatusView }) {
  const { t, told } = useWords();
  const downloads = status.status === 'completed' ? downloadsOf(status) : [];
  if (downloads.length === 0) return null;
  return (
    <section className="downloads" aria-labelledby="downloads-title">
      <h2 id="downloads-title">{t('Take it with you')}</h2>
      <ul>
        {downloads.map(({ label, note, url, fileName }, index) => (
          <li key={label}>
            <a className={index === 0 ? 'button button-primary' : 'button'} href={url} download={fileName}>
              <Icon name="download" /> {told(label)} <span className="visually-hidden">({told(note)})</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
