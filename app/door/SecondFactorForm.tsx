import { Form } from '@remix-run/react';
import { Rich } from '#app/language/Rich.tsx';
import { useWords } from '#app/language/use-words.ts';
import { AccountSection } from './AccountSection';
import type { AccountAnswer } from './account-acts.server';
import { DoorField } from './DoorField';

/** Turning a second factor on, in two steps, and off. */
export function SecondFactorForm({ isOn, answer }: { isOn: boolean; answer: AccountAnswer | null }) {
  const { t } = useWords();
  const begun = answer?.secret?.is === 'second-factor' ? answer.secret : null;
  return (
    <AccountSection
      form="second-factor"
      title={t('Second factor')}
      lead={t(
        isOn
          ? 'It is on: after your password you are asked for a code of your authenticator.'
          : 'It is off. With it, a password that somebody else knows opens nothing.',
      )}
      answer={answer}
    >
      {begun ? (
        <div className="second-factor">
          <img
            src={`data:image/svg+xml,${encodeURIComponent(begun.qr)}`}
            alt={t('QR code for an authenticator')}
            width="200"
            height="200"
          />
          <div>
            <p>
              <Rich
                text="Scan it with an authenticator, or type this key into one: <key/>"
                parts={{ key: <code dir="ltr">{begun.key}</code> }}
              />
            </p>
            <p>{t('Keep these codes elsewhere. Each lets you in once if your phone is lost:')}</p>
            <ul className="backup-codes">
              {begun.backupCodes.map((code) => (
                <li key={code}>
                  <code dir="ltr">{code}</code>
                </li>
              ))}
            </ul>
            <Form method="post" className="door-form" reloadDocument>
              <input type="hidden" name="intent" value="second-factor-finish" />
              <DoorField name="code" label={t('Code that it shows now')} autoComplete="one-time-code" />
              <button type="submit" className="button button-primary">
                {t('Turn it on')}
              </button>
            </Form>
          </div>
        </div>
      ) : (
        <Form method="post" className="door-form" reloadDocument>
          <input type="hidden" name="intent" value={isOn ? 'second-factor-end' : 'second-factor-begin'} />
          <DoorField
            name="password"
            label={t('Your password')}
            type="password"
            autoComplete="current-password"
          />
          <button type="submit" className="button">
            {t(isOn ? 'Turn it off' : 'Begin')}
          </button>
        </Form>
      )}
    </AccountSection>
  );
}
