import { Form } from '@remix-run/react';
import { LocalTime } from '#app/video/LocalTime.tsx';
import { AccountSection } from './AccountSection';
import type { AccountAnswer } from './account-acts.server';

interface ShownSession {
  browser: string;
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
  return (
    <AccountSection
      form="sessions"
      title="Where you are logged in"
      lead="A session ends two weeks after it was last used."
      answer={answer}
    >
      <ul className="door-list">
        {sessions.map(({ browser, createdAt, isThis }) => (
          <li key={`${browser}${createdAt}`}>
            <div>
              <strong>{browser}</strong> {isThis && <span className="badge">this one</span>}
              <p className="panel-note">
                since <LocalTime iso={createdAt} withDate />
              </p>
            </div>
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <Form method="post" reloadDocument>
          <input type="hidden" name="intent" value="sessions-end" />
          <button type="submit" className="button">
            End all others
          </button>
        </Form>
      )}
    </AccountSection>
  );
}
