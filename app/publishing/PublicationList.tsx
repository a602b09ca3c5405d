import { Form } from '@remix-run/react';
import { Rich } from '#app/language/Rich.tsx';
import { useWords } from '#app/language/use-words.ts';
import { Icon } from '#app/shell/Icon.tsx';
import { LocalTime } from '#app/video/LocalTime.tsx';
import { isUnderWay } from '#jobs/story/publishing/publication-state.ts';
import { type PublicationView, publicationWords } from './publication-view';

/** Where a film was published, or is on its way to. */
export function PublicationList({
  videoId,
  publications,
}: {
  videoId: string;
  publications: readonly PublicationView[];
}) {
  const words = useWords();
  const { t, told } = words;
  return (
    <ul className="publications">
      {publications.map((publication) => {
        const { id, state, target, address, error, note, againAt, createdAt, progress } = publication;
        return (
          <li key={id} data-state={state}>
            <div>
              <strong dir="auto">{target}</strong>{' '}
              <span className="panel-note">
                <LocalTime iso={createdAt} withDate />
              </span>
              <p role={state === 'failed' ? 'alert' : 'status'}>{publicationWords(publication, words)}</p>
              {state === 'uploading' && progress > 0 && (
                <progress max={100} value={progress} aria-label={t('Sent to {{target}}', { target })} />
              )}
              {state === 'uploading' && error && againAt && (
                <p className="panel-note">
                  <Rich text="Again at <when/>." parts={{ when: <LocalTime iso={againAt} /> }} />{' '}
                  {told(error.hint)}
                </p>
              )}
              {note && (
                <p className="panel-note">
                  {told(note.message)} {told(note.hint)}
                </p>
              )}
              {address && (
                <a href={address} rel="noreferrer" dir="ltr">
                  {address}
                </a>
              )}
            </div>
            {isUnderWay(state) && <Act {...{ videoId, id, target }} intent="stop" words={t('Stop')} />}
            {(state === 'failed' || state === 'cancelled') && (
              <Act {...{ videoId, id, target }} intent="retry" words={t('Try again')} />
            )}
          </li>
        );
      })}
    </ul>
  );
}

interface ActProps {
  videoId: string;
  id: string;
  target: string;
  intent: 'stop' | 'retry';
  words: string;
}

function Act({ videoId, id, target, intent, words }: ActProps) {
  const { t } = useWords();
  return (
    <Form method="post" action={`/publish/${videoId}`}>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="publication" value={id} />
      <button
        type="submit"
        className="button button-quiet"
        aria-label={t('{{act}}: {{what}}', { act: words, what: target })}
      >
        <Icon name={intent === 'stop' ? 'stop' : 'retry'} /> {words}
      </button>
    </Form>
  );
}
