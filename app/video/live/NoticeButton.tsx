import { useEffect, useState } from 'react';
import { useWords } from '#app/language/use-words.ts';
import { Icon } from '#app/shell/Icon.tsx';
import { askForNotices, type NoticeState, noticeState } from './notice';

/** Offers to tell the person by a notification when the film is ready. */
export function NoticeButton() {
  const { t } = useWords();
  const [state, setState] = useState<NoticeState>('impossible');
  useEffect(() => setState(noticeState()), []);
  if (state === 'impossible') return null;
  if (state === 'allowed') {
    return (
      <p className="notice-promise">
        <Icon name="bell" /> {t('You will be told when it is ready.')}
      </p>
    );
  }
  return (
    <button
      className="button button-quiet"
      type="button"
      onClick={async () => setState(await askForNotices())}
    >
      <Icon name="bell" /> {t('Tell me when it is ready')}
    </button>
  );
}
