import { Form, Link } from '@remix-run/react';
import { useEffect, useRef } from 'react';
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
        <Icon name="trash" /> Delete video
      </a>
      <dialog
        ref={dialog}
        className="dialog"
        open={isAsking ? true : undefined}
        aria-labelledby="delete-title"
        aria-describedby="delete-text"
      >
        <h2 id="delete-title">
          Delete “<bdi {...titleLanguage(status)}>{displayTitle(title)}</bdi>”?
        </h2>
        <p id="delete-text">
          It is gone from your videos at once, with its pictures and its voice. For ten seconds you can bring
          it back; then it is removed for good.
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
            Keep it
          </Link>
          <Form method="post" action={`/video/${id}`}>
            <button className="button button-bad" type="submit" name="intent" value="delete">
              Delete
            </button>
          </Form>
        </div>
      </dialog>
    </div>
  );
}
