import { Form } from '@remix-run/react';
import { AccountSection } from './AccountSection';
import type { AccountAnswer } from './account-acts.server';
import { DoorField } from './DoorField';

export function PasswordForm({ email, answer }: { email: string; answer: AccountAnswer | null }) {
  return (
    <AccountSection
      form="password"
      title="Password"
      lead="A new one ends your other sessions."
      answer={answer}
    >
      <Form method="post" className="door-form" reloadDocument>
        <input type="hidden" name="intent" value="password" />
        <input type="hidden" name="username" autoComplete="username" value={email} />
        <DoorField name="old" label="Password until now" type="password" autoComplete="current-password" />
        <DoorField
          name="password"
          label="New password"
          type="password"
          autoComplete="new-password"
          hint="At least 10 characters."
        />
        <button type="submit" className="button">
          Change it
        </button>
      </Form>
    </AccountSection>
  );
}
