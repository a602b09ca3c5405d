import type { FieldIssues } from '#jobs/accounts/account-fields.ts';
import { DoorField } from './DoorField';

/** Who somebody is to be called here, and by what they come in. */
export function NewPersonFields({ typed, issues }: { typed: Record<string, string>; issues: FieldIssues }) {
  return (
    <>
      <DoorField
        name="name"
        label="Your name"
        value={typed.name ?? ''}
        issue={issues.name}
        autoComplete="name"
      />
      <DoorField
        name="email"
        label="Email address"
        type="email"
        value={typed.email ?? ''}
        issue={issues.email}
        autoComplete="username"
        hint="You log in with it. Nothing is ever sent to it."
      />
      <DoorField
        name="password"
        label="Password"
        type="password"
        issue={issues.password}
        autoComplete="new-password"
        hint="At least 10 characters; longer is better than stranger."
      />
    </>
  );
}
