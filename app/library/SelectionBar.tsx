import { Form } from '@remix-run/react';
import { useWords } from '#app/language/use-words.ts';
import { Icon } from '#app/shell/Icon.tsx';
import { LIBRARY_ACTION } from './acts/use-library-actions';

interface SelectionBarProps {
  chosen: ReadonlySet<string>;
  /** How many can be selected. */
  shown: number;
  /** Address of the shelf as it is shown, to come back to. */
  address: string;
  onDelete: () => void;
  onChooseAll: () => void;
  onEnd: () => void;
}

/** What may be done with the selected videos: a form of the cards' boxes, which works without script as well. */
export function SelectionBar({ chosen, shown, address, onDelete, onChooseAll, onEnd }: SelectionBarProps) {
  const { t } = useWords();
  return (
    <Form
      id="selection"
      method="post"
      action={LIBRARY_ACTION}
      className="selection-bar"
      onSubmit={(event) => {
        event.preventDefault();
        onDelete();
      }}
    >
      <input type="hidden" name="intent" value="delete" />
      <input type="hidden" name="back" value={address} />
      <p className="with-script figures" role="status">
        {t('{{count}} selected', { count: chosen.size })}
      </p>
      <p className="without-script">{t('Tick videos to delete them.')}</p>
      <button
        className="button with-script"
        type="button"
        onClick={onChooseAll}
        disabled={chosen.size === shown}
      >
        {t('Select all {{count}}', { count: shown })}
      </button>
      <button
        className="button button-bad selection-delete"
        type="submit"
        data-empty={chosen.size === 0 || undefined}
      >
        <Icon name="trash" /> {t('Delete')}
      </button>
      <button className="button button-quiet with-script" type="button" onClick={onEnd}>
        {t('Cancel')}
      </button>
    </Form>
  );
}
