import { useWords } from '#app/language/use-words.ts';
import { Icon } from '#app/shell/Icon.tsx';

/** What became of a form: why it was refused, or that it was done. */
export function DoorMessage({ refused, done }: { refused?: string | null; done?: string | null }) {
  const { told } = useWords();
  if (refused) {
    return (
      <p className="field-message" role="alert">
        <Icon name="alert" /> <span>{told(refused)}</span>
      </p>
    );
  }
  return done ? (
    <p className="door-done" role="status">
      {told(done)}
    </p>
  ) : null;
}
