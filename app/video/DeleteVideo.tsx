import { Form, Link } from '@remix-run/react';
import { useEffect, useRef } from 'react';
import { Rich } from '#app/language/Rich.tsx';
import { useWords } from '#app/language/use-words.ts';
import { Icon } from '#app/shell/Icon.tsx';
import type { StatusView } from './status-view';
import { displayTitle, titleLanguage } from './status-words';

interface DeleteVideoProps {
  status: StatusView;
  /** Whether the confirmation was asked for by address, as it is without script. */
  isAsking: boolean;
}

/** Deletes the video after asking. */
export function DeleteVideo({ status, isAsking }: DeleteVideoProps) {
  const words = useWords();
  const { t } = words;
  const { id, title } = status;
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (!isAsking || !dialog.current) return;
    dialog.current.close();
    dialog.current.showModal();
  }, [isAsking]);
  return (
    <div className="delete-video">
      <a
        className="button button-quiet"
        href={`/video/${id}?confirm=delete`}
        onClick={(event) => {
          event.preventDefault();
          dialog.current?.showModal();
        }}
      >
        <Icon name="trash" /> {t('Delete video')}
      </a>
      <dialog
        ref={dialog}
        className="dialog"
        open={isAsking ? true : undefined}
        aria-labelledby="delete-title"
        aria-describedby="delete-text"
      >
        <h2 id="delete-title">
          <Rich
            text="Delete “<title>{{title}}</title>”?"
            parts={{ title: <bdi {...titleLanguage(status)} /> }}
            values={{ title: displayTitle(title, words) }}
          />
        </h2>
        <p id="delete-text">
          {t(
            'It is gone from your videos at once, with its pictures and its voice. For ten seconds you can bring it back; then it is removed for good.',
          )}
        </p>
        <div className="dialog-ways">
          <Link
            className="button"
            to={`/video/${id}`}
            preventScrollReset
            onClick={(event) => {
              if (!isAsking) event.preventDefault();
              dialog.current?.close();
            }}
          >
            {t('Keep it')}
          </Link>
          <Form method="post" action={`/video/${id}`}>
            <button className="button button-bad" type="submit" name="intent" value="delete">
              {t('Delete')}
            </button>
          </Form>
        </div>
      </dialog>
    </div>
  );
}
