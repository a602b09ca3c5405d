import * as Dialog from '@radix-ui/react-dialog';
import { conflictTexts } from '#app/video/editor/state/conflict-texts.ts';
import { useEditor } from '#app/video/editor/state/StoryboardContext.ts';

/** Two people changed the same part: both are shown, and one is kept. */
export function ConflictDialog() {
  const { conflict, settle } = useEditor();
  if (!conflict) return null;
  const { mine, theirs } = conflictTexts(conflict);
  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && settle('theirs')}>
      <Dialog.Portal>
        <Dialog.Overlay className="dialog-shade" />
        <Dialog.Content className="dialog dialog-over">
          <Dialog.Title>Somebody else changed this too</Dialog.Title>
          <Dialog.Description>Nothing is lost: look at both, and keep one.</Dialog.Description>
          <div className="conflict-texts">
            <section aria-label="Yours">
              <h3>Yours</h3>
              <p>{mine}</p>
            </section>
            <section aria-label="Theirs">
              <h3>Theirs</h3>
              <p>{theirs}</p>
            </section>
          </div>
          <div className="dialog-ways">
            <button type="button" className="button" onClick={() => settle('theirs')}>
              Keep theirs
            </button>
            <button type="button" className="button button-primary" onClick={() => settle('mine')}>
              Keep mine
            </button>
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
