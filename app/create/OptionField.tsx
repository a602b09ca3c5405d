import type { ReactNode } from 'react';
import { useWords } from '#app/language/use-words.ts';
import type { DraftField, DraftIssue } from '#jobs/story/order/draft.ts';
import { ChoiceCards } from './ChoiceCards';
import { choicesOf } from './choices';
import { FieldMessage, messageId } from './FieldMessage';
import type { FormField } from './form-fields';

interface OptionFieldProps {
  field: FormField;
  chosen: string;
  issue: DraftIssue | undefined;
  /** What stands above a card's words. */
  picture?: ((value: string) => ReactNode) | undefined;
  /** Where a choice can be heard. */
  soundOf?: ((value: string) => string | null) | undefined;
}

/** Any option as a field of the form; those that need more have components of their own. */
export function OptionField({ field: { name, option }, chosen, issue, picture, soundOf }: OptionFieldProps) {
  const { t, told } = useWords();
  if (option.kind === 'choice' || option.kind === 'seconds') {
    return (
      <ChoiceCards
        field={name as DraftField}
        legend={option.legend}
        choices={choicesOf(option)}
        chosen={chosen}
        issue={issue}
        look={option.look}
        soundOf={soundOf}
        {...(picture && { picture })}
      />
    );
  }
  return (
    <div className="title-field">
      <label className="field-label" htmlFor={name}>
        {told(option.legend)} <span className="optional">{t('optional')}</span>
      </label>
      <input
        id={name}
        name={name}
        type="text"
        dir="auto"
        className="text-input"
        defaultValue={chosen}
        autoComplete="off"
        aria-invalid={issue ? true : undefined}
        aria-describedby={issue && messageId(name)}
      />
      <FieldMessage issue={issue} />
    </div>
  );
}
