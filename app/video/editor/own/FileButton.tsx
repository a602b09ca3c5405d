import { type DragEvent, useId, useState } from 'react';
import { Icon } from '#app/shell/Icon.tsx';

/** A button that takes a file: chosen, or dropped on it. */
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
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file && !disabled) onFile(file);
  };
  return (
    <div
      className="own-file"
      data-over={isOver}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input
        id={id}
        className="own-file-input"
        type="file"
        accept={accept}
        disabled={disabled}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          // The same file may be chosen again.
          currentTarget.value = '';
          if (file) onFile(file);
        }}
      />
      <label htmlFor={id} className="button">
        <Icon name="plus" />
        {label}
      </label>
    </div>
  );
}
