import * as Dialog from '@radix-ui/react-dialog';
import { useWords } from '#app/language/use-words.ts';
import { EDITOR_KEYS } from '#app/video/editor/use-editor-keys.ts';

/** The editor's keys, listed. */
export function KeysDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t, told } = useWords();
  return (
    <Dialog.Root open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="dialog-shade" />
        <Dialog.Content className="dialog dialog-over" aria-describedby={undefined}>
          <Dialog.Title>{t('Keys')}</Dialog.Title>
          <dl className="editor-keys">
            {EDITOR_KEYS.map(([keys, does]) => (
              <div key={keys}>
                <dt>
                  <kbd>{told(keys)}</kbd>
                </dt>
                <dd>{t(does)}</dd>
              </div>
            ))}
          </dl>
          <div className="dialog-ways">
            <Dialog.Close className="button">{t('Close')}</Dialog.Close>
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
