import { ConflictDialog } from './ConflictDialog';
import { KeysDialog } from './KeysDialog';

interface EditorDialogsProps {
  areKeysShown: boolean;
  onKeysClosed: () => void;
}

/** What the editor says in front of all else. Loaded when there is something to say. */
export function EditorDialogs({ areKeysShown, onKeysClosed }: EditorDialogsProps) {
  return (
    <>
      <ConflictDialog />
      <KeysDialog isOpen={areKeysShown} onClose={onKeysClosed} />
    </>
  );
}
