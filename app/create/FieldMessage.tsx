import { useWords } from '#app/language/use-words.ts';
import { Icon } from '#app/shell/Icon.tsx';
import type { DraftIssue } from '#jobs/story/order/draft.ts';

/** Id of a field's message, for `aria-describedby`. */
export function messageId(field: string): string {
  return `${field}-message`;
}

/** What is wrong with a field, beside it. */
export function FieldMessage({ issue }: { issue: DraftIssue | undefined }) {
  const { told } = useWords();
  if (!issue) return null;
  return (
    <p className="field-message" id={messageId(issue.field)}>
      <Icon name="alert" />
      <span>
        <strong>{told(issue.message)}</strong> {told(issue.hint)}
      </span>
    </p>
  );
}
