import { useContext } from 'react';
import { useWords } from '#app/language/use-words.ts';
import { Icon } from '#app/shell/Icon.tsx';
import { LostFilesContext } from './use-kept-draft';

/** Says beside a file field that the file of before has to be chosen again; nothing where none was. */
export function LostFile({ field }: { field: string }) {
  const { t } = useWords();
  const name = useContext(LostFilesContext)[field];
  if (name === undefined) return null;
  return (
    <p className="field-note" role="status">
      <Icon name="alert" />
      <span>
        {t(
          '“{{name}}” was chosen before, but a browser does not keep files while a page is loaded again. Choose it once more.',
          { name },
        )}
      </span>
    </p>
  );
}
