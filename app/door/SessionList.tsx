import { Form } from '@remix-run/react';
import { Rich } from '#app/language/Rich.tsx';
import { useWords } from '#app/language/use-words.ts';
import { LocalTime } from '#app/video/LocalTime.tsx';
import { AccountSection } from './AccountSection';
import type { AccountAnswer } from './account-acts.server';
import { browserWords } from './browser-words';

interface ShownSession {
  userAgent: string;
  createdAt: string;
  isThis: boolean;
}

export function SessionList({
  sessions,
  answer,
}: {
  sessions: readonly ShownSession[];
  answer: AccountAnswer | null;
}) {
  const words = useWords();
  const { t } = words;
  return (
    <AccountSection
      form="sessions"
      title={t('Where you are logged in')}
      lead={t('A session ends two weeks after it was last used.')}
      answer={answer}
    >
      <ul className="door-list">
        {sessions.map(({ userAgent, createdAt, isThis }) => (
          <li key={`${userAgent}${createdAt}`}>
            <div>
              <strong>{browserWords(userAgent, words)}</strong>{' '}
              {isThis && <span className="badge">{t('this one')}</span>}
              <p className="panel-note">
                <Rich text="since <when/>" parts={{ when: <LocalTime iso={createdAt} withDate /> }} />
              </p>
            </div>
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <Form method="post" reloadDocument>
          <input type="hidden" name="intent" value="sessions-end" />
          <button type="submit" className="button">
            {t('End all others')}
          </button>
        </Form>
      )}
    </AccountSection>
  );
}
