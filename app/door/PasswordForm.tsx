import { Form } from '@remix-run/react';
import { useWords } from '#app/language/use-words.ts';
import { AccountSection } from './AccountSection';
import type { AccountAnswer } from './account-acts.server';
import { DoorField } from './DoorField';

export function PasswordForm({ email, answer }: { email: string; answer: AccountAnswer | null }) {
  const { t } = useWords();
  return (
    <AccountSection
      form="password"
      title={t('Password')}
      lead={t('A new one ends your other sessions.')}
      answer={answer}
    >
      <Form method="post" className="door-form" reloadDocument>
        <input type="hidden" name="intent" value="password" />
        <input type="hidden" name="username" autoComplete="username" value={email} />
        <DoorField
          name="old"
          label={t('Password until now')}
          type="password"
          autoComplete="current-password"
        />
        <DoorField
          name="password"
          label={t('New password')}
          type="password"
          autoComplete="new-password"
          hint={t('At least 10 characters.')}
        />
        <button type="submit" className="button">
          {t('Change it')}
        </button>
      </Form>
    </AccountSection>
  );
}
