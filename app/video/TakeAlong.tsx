import { Icon } from '#app/shell/Icon.tsx';
import type { StatusView } from './status-view';
import { takeAlongOf } from './take-along';

/** All that a video is made of, to go on with elsewhere. */
export function TakeAlong({ status }: { status: StatusView }) {
  return (
    <details className="take-along">
      <summary>Take it along</summary>
      <ul>
        {takeAlongOf(status).map(({ label, note, url, fileName }) => (
          <li key={label}>
            <a className="button" href={url} download={fileName}>
              <Icon name="download" /> {label}
            </a>
            <span className="take-along-note">{note}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
