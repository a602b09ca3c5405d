import type { ReactNode } from 'react';
import type { AccountAnswer, AccountForm } from './account-acts.server';
import { DoorMessage } from './DoorMessage';

interface AccountSectionProps {
  form: AccountForm;
  title: string;
  lead: string;
  /** Of any form of the page; told in its own section. */
  answer: AccountAnswer | null;
  children: ReactNode;
}

/** One matter of an account, with what became of its form. */
export function AccountSection({ form, title, lead, answer, children }: AccountSectionProps) {
  const own = answer?.form === form ? answer : null;
  return (
    <section className="account-section" aria-labelledby={`account-${form}`}>
      <h2 id={`account-${form}`}>{title}</h2>
      <p className="panel-note">{lead}</p>
      <DoorMessage refused={own?.refused ?? null} done={own?.done ?? null} />
      {children}
    </section>
  );
}
