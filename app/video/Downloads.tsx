import { Icon } from '#app/shell/Icon.tsx';
import { downloadsOf } from './downloads';
import type { StatusView } from './status-view';

/** The finished files. */
export function Downloads({ status }: { status: StatusView }) {
  const downloads = status.status === 'completed' ? downloadsOf(status) : [];
  if (downloads.length === 0) return null;
  return (
    <section className="downloads" aria-labelledby="downloads-title">
      <h2 id="downloads-title">Take it with you</h2>
      <ul>
        {downloads.map(({ label, note, url, fileName }, index) => (
          <li key={label}>
            <a className={index === 0 ? 'button button-primary' : 'button'} href={url} download={fileName}>
              <Icon name="download" /> {label} <span className="visually-hidden">({note})</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
