import { useFetcher } from '@remix-run/react';
import { useEffect, useId, useRef } from 'react';
import { useWords } from '#app/language/use-words.ts';
import type { LibraryAnswer } from '#app/library/acts/library-answer.ts';
import { LIBRARY_ACTION } from '#app/library/acts/use-library-actions.ts';
import type { VideoCardView } from '#app/library/video-card-view.ts';
import { displayTitle, titleLanguage } from '#app/video/status-words.ts';

interface RenameFormProps {
  video: VideoCardView;
  /** The title was kept, or nothing was changed. */
  onDone: () => void;
}

/** A card's title as a field. What was typed stays until it is kept or given up. */
export function RenameForm({ video, onDone }: RenameFormProps) {
  const words = useWords();
  const { t, told } = words;
  const fetcher = useFetcher<LibraryAnswer>();
  const field = useRef<HTMLInputElement>(null);
  const faultId = useId();
  const done = useRef(onDone);
  useEffect(() => {
    done.current = onDone;
  });
  // It was asked for by the menu a moment ago.
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const { state, data } = fetcher;
  useEffect(() => {
    if (state === 'idle' && data?.done === 'rename') done.current();
  }, [state, data]);
  const fault = state === 'idle' && data?.done === null ? data.fault : null;
  return (
    <fetcher.Form
      method="post"
      action={LIBRARY_ACTION}
      className="rename-form"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone();
      }}
    >
      <input type="hidden" name="intent" value="rename" />
      <input type="hidden" name="inPlace" value="1" />
      <input type="hidden" name="id" value={video.id} />
      <input
        ref={field}
        className="text-input"
        name="title"
        defaultValue={video.title}
        placeholder={displayTitle('', words)}
        aria-label={t('Title')}
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? faultId : undefined}
        autoComplete="off"
        {...titleLanguage(video)}
      />
      {fault && (
        <p id={faultId} className="rename-fault" role="alert">
          {told(fault.message)} {told(fault.hint)}
        </p>
      )}
      <div className="rename-ways">
        <button className="button button-primary" type="submit" disabled={state !== 'idle'}>
          {t('Save')}
        </button>
        <button className="button button-quiet" type="button" onClick={onDone}>
          {t('Cancel')}
        </button>
      </div>
    </fetcher.Form>
  );
}
