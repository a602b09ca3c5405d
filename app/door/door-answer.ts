/** What a form about accounts is answered with. Pure. */
import type { FieldIssues } from '#jobs/accounts/account-fields.ts';

export interface DoorAnswer {
  issues: FieldIssues;
  /** Why all of it was refused. */
  refused: string | null;
  /** What was typed, but for passwords and codes. */
  typed: Record<string, string>;
}

/** @param refused why, where it is not one field that is wrong */
export function refusal(
  fields: Readonly<Record<string, unknown>>,
  { issues = {}, refused = null }: { issues?: FieldIssues; refused?: string | null },
): DoorAnswer {
  const typed: Record<string, string> = {};
  for (const name of ['name', 'email', 'note']) {
    const value = fields[name];
    if (typeof value === 'string') typed[name] = value.slice(0, 300);
  }
  return { issues, refused, typed };
}

/** One sentence of a fault. */
export function sentenceOf({ message, hint }: { message: string; hint: string }): string {
  return `${message} ${hint}`;
}
