import type { DraftField, DraftIssue } from '#jobs/story/order/draft.ts';
import type { OptionName } from '#jobs/story/order/option-registry.ts';
import type { FormValues } from './create-form';
import type { FormField } from './form-fields';
import { OptionField } from './OptionField';

interface WritingOptionsProps {
  /** The way of writing first; the others are for a film that the model writes. */
  fields: readonly FormField[];
  chosen: FormValues;
  issueOf: (field: DraftField) => DraftIssue | undefined;
}

/**
 * Whose words tell the story; length and tone where they are the model's. The style sheet alone hides these in
 * the other case, so that they work without script; they are ignored there.
 */
export function WritingOptions({ fields, chosen, issueOf }: WritingOptionsProps) {
  const fieldOf = (field: FormField) => {
    const name = field.name as OptionName;
    return <OptionField key={name} field={field} chosen={chosen[name]} issue={issueOf(name)} />;
  };
  return (
    <div className="writing-options">
      {fields.slice(0, 1).map(fieldOf)}
      <div className="written-film">{fields.slice(1).map(fieldOf)}</div>
    </div>
  );
}
