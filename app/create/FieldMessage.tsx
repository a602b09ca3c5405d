import { Icon } from '#app/shell/Icon.tsx';
import type { DraftIssue } from '#jobs/story/order/draft.ts';

/** Id of a field's message, for `aria-describedby`. */
export function messageId(field: string): string {
  return `${field}-message`;
}

/** What is wrong with a field, beside it. */
export function FieldMessage({ issue }: { issue: DraftIssue | undefined }) {
  if (!issue) return null;
  return (
    <p className="field-message" id={messageId(issue.field)}>
      <Icon name="alert" />
      <span>
        <strong>{issue.message}</strong> {issue.hint}
      </span>
    </p>
  );
}
