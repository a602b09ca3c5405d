import { useWords } from '#app/language/use-words.ts';
import type { FieldIssues } from '#jobs/accounts/account-fields.ts';
import { DoorField } from './DoorField';

/** Who somebody is to be called here, and by what they come in. */
export function NewPersonFields({ typed, issues }: { typed: Record<string, string>; issues: FieldIssues }) {
  const { t } = useWords();
  return (
    <>
      <DoorField
        name="name"
        label={t('Your name')}
        value={typed.name ?? ''}
        issue={issues.name}
        autoComplete="name"
      />
      <DoorField
        name="email"
        label={t('Email address')}
        type="email"
        value={typed.email ?? ''}
        issue={issues.email}
        autoComplete="username"
        hint={t('You log in with it. Nothing is ever sent to it.')}
      />
      <DoorField
        name="password"
        label={t('Password')}
        type="password"
        issue={issues.password}
        autoComplete="new-password"
        hint={t('At least 10 characters; longer is better than stranger.')}
      />
    </>
  );
}
