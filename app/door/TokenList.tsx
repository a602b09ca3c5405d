import { Form } from '@remix-run/react';
import { LocalTime } from '#app/video/LocalTime.tsx';
import type { TokenScope } from '#jobs/accounts/token-scope.ts';
import { AccountSection } from './AccountSection';
import type { AccountAnswer } from './account-acts.server';
import { DoorField } from './DoorField';

interface ShownToken {
  id: string;
  name: string;
  ending: string;
  scopes: TokenScope[];
  createdAt: string;
  lastUsedAt: string | null;
}

const SCOPES: Record<TokenScope, string> = {
  read: 'Read: see your videos and fetch their files',
  make: 'Make: order, change and delete videos too',
};

/** Tokens of programs: made, told when they were used, and revoked. */
export function TokenList({
  tokens,
  answer,
}: {
  tokens: readonly ShownToken[];
  answer: AccountAnswer | null;
}) {
  const made = answer?.secret?.is === 'token' ? answer.secret.token : null;
  return (
    <AccountSection
      form="tokens"
      title="Tokens for programs"
      lead="A program sends one in the header Authorization, as “Bearer …”. It opens the API and your files, never a page."
      answer={answer}
    >
      {made && (
        <p className="new-token">
          <code>{made}</code>
        </p>
      )}
      {tokens.length > 0 && (
        <ul className="door-list">
          {tokens.map(({ id, name, ending, scopes, createdAt, lastUsedAt }) => (
            <li key={id}>
              <div>
                <strong>{name}</strong> <span className="panel-note">…{ending}</span>
                <p className="panel-note">
                  {scopes.join(' and ')} · made <LocalTime iso={createdAt} withDate /> ·{' '}
                  {lastUsedAt ? (
                    <>
                      last used <LocalTime iso={lastUsedAt} withDate />
                    </>
                  ) : (
                    'never used'
                  )}
                </p>
              </div>
              <Form method="post" reloadDocument>
                <input type="hidden" name="intent" value="token-revoke" />
                <input type="hidden" name="id" value={id} />
                <button type="submit" className="button button-quiet" aria-label={`Revoke ${name}`}>
                  Revoke
                </button>
              </Form>
            </li>
          ))}
        </ul>
      )}
      <Form method="post" className="door-form" reloadDocument>
        <input type="hidden" name="intent" value="token-make" />
        <DoorField name="name" label="Name of a new token" hint="Such as the program that it is for." />
        <fieldset className="door-checks">
          <legend className="field-label">What it lets the program do</legend>
          {(Object.keys(SCOPES) as TokenScope[]).map((scope) => (
            <label key={scope}>
              <input type="checkbox" name="scope" value={scope} defaultChecked={scope === 'read'} />{' '}
              {SCOPES[scope]}
            </label>
          ))}
        </fieldset>
        <button type="submit" className="button">
          Make a token
        </button>
      </Form>
    </AccountSection>
  );
}
