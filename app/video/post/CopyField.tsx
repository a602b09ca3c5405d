import { useId, useRef, useState } from 'react';
import { Rich } from '#app/language/Rich.tsx';
import { useWords } from '#app/language/use-words.ts';
import { Icon } from '#app/shell/Icon.tsx';

interface CopyFieldProps {
  label: string;
  text: string;
  /** A BCP 47 tag, and the direction that it is written in. */
  language: string;
  direction: 'ltr' | 'rtl';
  /** What is said beside it, such as how long it is; absent for nothing. */
  note?: string;
  rows?: number;
}

/** A text to be copied: in one press, or by hand where pages may not. */
export function CopyField({ label, text, language, direction, note, rows = 1 }: CopyFieldProps) {
  const { t } = useWords();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [told, setTold] = useState('');
  const copy = async () => {
    field.current?.select();
    try {
      // There is no clipboard for pages that come without encryption from another machine.
      await navigator.clipboard.writeText(text);
      setTold(t('Copied.'));
    } catch {
      setTold(t('It is selected: press Ctrl+C, or copy it from its menu.'));
    }
  };
  return (
    <div className="copy-field">
      <label htmlFor={id}>{label}</label>
      {note !== undefined && <span className="copy-note figures">{note}</span>}
      <textarea
        id={id}
        ref={field}
        className="text-input"
        readOnly
        rows={rows}
        lang={language}
        dir={direction}
        value={text}
      />
      <button className="button" type="button" onClick={copy}>
        <Icon name="copy" />{' '}
        <Rich
          text="Copy <what>{{what}}</what>"
          parts={{ what: <span className="visually-hidden" /> }}
          values={{ what: label }}
        />
      </button>
      <p className="copy-told" role="status">
        {told}
      </p>
    </div>
  );
}
