import { Icon } from '#app/shell/Icon.tsx';

/** What became of a form: why it was refused, or that it was done. */
export function DoorMessage({ refused, done }: { refused?: string | null; done?: string | null }) {
  if (refused) {
    return (
      <p className="field-message" role="alert">
        <Icon name="alert" /> <span>{refused}</span>
      </p>
    );
  }
  return done ? (
    <p className="door-done" role="status">
      {done}
    </p>
  ) : null;
}
