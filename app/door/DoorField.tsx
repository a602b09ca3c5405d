import type { HTMLInputAutoCompleteAttribute } from 'react';
import { useWords } from '#app/language/use-words.ts';
import { Icon } from '#app/shell/Icon.tsx';

interface DoorFieldProps {
  name: string;
  label: string;
  type?: 'text' | 'email' | 'password' | 'number';
  value?: string;
  hint?: string;
  /** What is wrong with what was typed. */
  issue?: string | undefined;
  autoComplete?: HTMLInputAutoCompleteAttribute;
  isOptional?: boolean;
}

/** A field of a form about accounts. What was typed stays, but for passwords, which browsers give back by themselves. */
export function DoorField({
  name,
  label,
  type = 'text',
  value,
  hint,
  issue,
  autoComplete = 'off',
  isOptional = false,
}: DoorFieldProps) {
  const { t, told } = useWords();
  const id = `door-${name}`;
  return (
    <div className="door-field">
      <label className="field-label" htmlFor={id}>
        {label} {isOptional && <span className="optional">{t('optional')}</span>}
      </label>
      <input
        {...{ id, name, type, autoComplete }}
        className="text-input"
        dir={type === 'text' ? 'auto' : undefined}
        defaultValue={type === 'password' ? undefined : value}
        required={!isOptional}
        aria-invalid={issue ? true : undefined}
        aria-describedby={issue || hint ? `${id}-note` : undefined}
        {...(type === 'number' && { min: 0, step: 'any', inputMode: 'decimal' as const })}
      />
      {issue ? (
        <p className="field-message" id={`${id}-note`}>
          <Icon name="alert" /> <strong>{told(issue)}</strong>
        </p>
      ) : (
        hint && (
          <p className="field-hint" id={`${id}-note`}>
            {hint}
          </p>
        )
      )}
    </div>
  );
}
