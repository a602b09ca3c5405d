import { useId } from 'react';
import { Icon } from '#app/shell/Icon.tsx';

/** A button that takes a file: chosen, or dropped on it, since the field itself lies over it. */
export function FileButton({
  label,
  accept,
  disabled,
  onFile,
}: {
  label: string;
  /** For the system's dialog alone: what a file is, is told by its contents. */
  accept: string;
  disabled: boolean;
  onFile: (file: File) => void;
}) {
  const id = useId();
  return (
    <div className="own-file">
      <input
        id={id}
        className="own-file-input"
        type="file"
        accept={accept}
        disabled={disabled}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) onFile(file);
          // The same file may be chosen again.
          currentTarget.value = '';
        }}
      />
      <label htmlFor={id} className="button">
        <Icon name="plus" />
        {label}
      </label>
    </div>
  );
}
