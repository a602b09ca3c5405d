import { Form } from '@remix-run/react';
import { phrase } from '#app/language/phrase.ts';
import { Rich } from '#app/language/Rich.tsx';
import { useWords } from '#app/language/use-words.ts';
import { LocalTime } from '#app/video/LocalTime.tsx';
import type { TokenScope } from '#jobs/accounts/token-scope.ts';
import { AccountSection } from './AccountSection';
import type { AccountAnswer } from './account-acts.server';
import { DoorField } from './DoorField';
import { ToCopy } from './ToCopy';

interface ShownToken {
  id: string;
  name: string;
  ending: string;
  scopes: TokenScope[];
  createdAt: string;
  lastUsedAt: string | null;
}

const SCOPES: Record<TokenScope, string> = {
  read: phrase('Read: see your videos and fetch their files'),
  make: phrase('Make: order, change and delete videos too'),
};
const SHORT_SCOPES: Record<TokenScope, string> = { read: phrase('read'), make: phrase('make') };

/** Tokens of programs: made, told when they were used, and revoked. */
export function TokenList({
  tokens,
  answer,
}: {
  tokens: readonly ShownToken[];
  answer: AccountAnswer | null;
}) {
  const { t, list } = useWords();
  const made = answer?.secret?.is === 'token' ? answer.secret.token : null;
  return (
    <AccountSection
      form="tokens"
      title={t('Tokens for programs')}
      lead={t(
        'A program sends one in the header Authorization, as “Bearer …”. It opens the API and your files, never a page.',
      )}
      answer={answer}
    >
      <ToCopy text={made} />
      {tokens.length > 0 && (
        <ul className="door-list">
          {tokens.map(({ id, name, ending, scopes, createdAt, lastUsedAt }) => (
            <li key={id}>
              <div>
                <strong dir="auto">{name}</strong>{' '}
                <span className="panel-note" dir="ltr">
                  …{ending}
                </span>
                <p className="panel-note">
                  {list(scopes.map((scope) => t(SHORT_SCOPES[scope])))} ·{' '}
                  <Rich text="made <when/>" parts={{ when: <LocalTime iso={createdAt} withDate /> }} /> ·{' '}
                  {lastUsedAt ? (
                    <Rich
                      text="last used <when/>"
                      parts={{ when: <LocalTime iso={lastUsedAt} withDate /> }}
                    />
                  ) : (
                    t('never used')
                  )}
                </p>
              </div>
              <Form method="post" reloadDocument>
                <input type="hidden" name="intent" value="token-revoke" />
                <input type="hidden" name="id" value={id} />
                <button
                  type="submit"
                  className="button button-quiet"
                  aria-label={t('Revoke {{name}}', { name })}
                >
                  {t('Revoke')}
                </button>
              </Form>
            </li>
          ))}
        </ul>
      )}
      <Form method="post" className="door-form" reloadDocument>
        <input type="hidden" name="intent" value="token-make" />
        <DoorField
          name="name"
          label={t('Name of a new token')}
          hint={t('Such as the program that it is for.')}
        />
        <fieldset className="door-checks">
          <legend className="field-label">{t('What it lets the program do')}</legend>
          {(Object.keys(SCOPES) as TokenScope[]).map((scope) => (
            <label key={scope}>
              <input type="checkbox" name="scope" value={scope} defaultChecked={scope === 'read'} />{' '}
              {t(SCOPES[scope])}
            </label>
          ))}
        </fieldset>
        <button type="submit" className="button">
          {t('Make a token')}
        </button>
      </Form>
    </AccountSection>
  );
}
