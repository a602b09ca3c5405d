import * as Dialog from '@radix-ui/react-dialog';
import { useWords } from '#app/language/use-words.ts';
import { conflictTexts } from '#app/video/editor/state/conflict-texts.ts';
import { useEditor } from '#app/video/editor/state/StoryboardContext.ts';

/** Two people changed the same part: both are shown, and one is kept. */
export function ConflictDialog() {
  const { t } = useWords();
  const { conflict, settle } = useEditor();
  if (!conflict) return null;
  const { mine, theirs } = conflictTexts(conflict, t);
  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && settle('theirs')}>
      <Dialog.Portal>
        <Dialog.Overlay className="dialog-shade" />
        <Dialog.Content className="dialog dialog-over">
          <Dialog.Title>{t('Somebody else changed this too')}</Dialog.Title>
          <Dialog.Description>{t('Nothing is lost: look at both, and keep one.')}</Dialog.Description>
          <div className="conflict-texts">
            <section aria-label={t('Yours')}>
              <h3>{t('Yours')}</h3>
              <p dir="auto">{mine}</p>
            </section>
            <section aria-label={t('Theirs')}>
              <h3>{t('Theirs')}</h3>
              <p dir="auto">{theirs}</p>
            </section>
          </div>
          <div className="dialog-ways">
            <button type="button" className="button" onClick={() => settle('theirs')}>
              {t('Keep theirs')}
            </button>
            <button type="button" className="button button-primary" onClick={() => settle('mine')}>
              {t('Keep mine')}
            </button>
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
