import { useRef, useState } from 'react';
import { useWords } from '#app/language/use-words.ts';
import { Icon } from '#app/shell/Icon.tsx';
import { displayTitle } from '#app/video/status-words.ts';
import { MAX_TITLE_CHARACTERS } from '#jobs/story/order/title-text.ts';

interface TitleInPlaceProps {
  title: string;
  language: { lang?: string | undefined; dir?: 'ltr' | 'rtl' | undefined };
  onTitle: (title: string) => void;
}

/** The film's title, which becomes a field where it stands: Enter keeps what is typed, Escape what was there. */
export function TitleInPlace({ title, language, onTitle }: TitleInPlaceProps) {
  const words = useWords();
  const { t } = words;
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    requestAnimationFrame(() => button.current?.focus());
  };
  if (!isOpen) {
    return (
      <div className="title-in-place">
        <h1 className={title === '' ? 'untitled' : undefined} {...language}>
          {displayTitle(title, words)}
        </h1>
        <button
          ref={button}
          type="button"
          className="button button-quiet with-script"
          aria-label={t('Change the title')}
          onClick={() => setOpen(true)}
        >
          <Icon name="pencil" />
        </button>
      </div>
    );
  }
  return (
    <form
      className="title-in-place"
      onSubmit={(event) => {
        event.preventDefault();
        const typed = String(new FormData(event.currentTarget).get('title') ?? '').trim();
        if (typed !== '') onTitle(typed);
        close();
      }}
    >
      <h1 className="visually-hidden">{displayTitle(title, words)}</h1>
      <input
        name="title"
        className="text-input"
        aria-label={t('Title')}
        maxLength={MAX_TITLE_CHARACTERS}
        defaultValue={title}
        // It was asked for by a press of its button.
        ref={(field) => field?.focus()}
        onKeyDown={(event) => event.key === 'Escape' && close()}
        {...language}
      />
      <button type="submit" className="button button-primary">
        {t('Keep it')}
      </button>
      <button type="button" className="button button-quiet" onClick={close}>
        {t('Cancel')}
      </button>
    </form>
  );
}
