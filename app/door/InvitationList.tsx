import { Form } from '@remix-run/react';
import { Rich } from '#app/language/Rich.tsx';
import { useWords } from '#app/language/use-words.ts';
import { LocalTime } from '#app/video/LocalTime.tsx';
import { DoorField } from './DoorField';

interface ShownInvitation {
  id: string;
  role: 'admin' | 'member';
  note: string;
  expiresAt: string;
}

export function InvitationList({ invitations }: { invitations: readonly ShownInvitation[] }) {
  const { t } = useWords();
  return (
    <section className="account-section" aria-labelledby="invitations">
      <h2 id="invitations">{t('Invite somebody')}</h2>
      <Form method="post" className="door-form" reloadDocument>
        <input type="hidden" name="intent" value="invite" />
        <DoorField name="note" label={t('Whom it is for')} />
        <fieldset className="door-checks">
          <legend className="field-label">{t('As')}</legend>
          <label>
            <input type="radio" name="role" value="member" defaultChecked /> {t('a member, who makes films')}
          </label>
          <label>
            <input type="radio" name="role" value="admin" /> {t('an admin, who lets others in as well')}
          </label>
        </fieldset>
        <button type="submit" className="button button-primary">
          {t('Make an invitation')}
        </button>
      </Form>
      {invitations.length > 0 && (
        <ul className="door-list">
          {invitations.map(({ id, role, note, expiresAt }) => (
            <li key={id}>
              <div>
                <strong dir="auto">{note}</strong>
                <p className="panel-note">
                  {role === 'admin' ? (
                    <Rich
                      text="as admin, until <when/>"
                      parts={{ when: <LocalTime iso={expiresAt} withDate /> }}
                    />
                  ) : (
                    <Rich
                      text="as member, until <when/>"
                      parts={{ when: <LocalTime iso={expiresAt} withDate /> }}
                    />
                  )}
                </p>
              </div>
              <Form method="post" reloadDocument>
                <input type="hidden" name="intent" value="withdraw" />
                <input type="hidden" name="id" value={id} />
                <button
                  type="submit"
                  className="button button-quiet"
                  aria-label={t('Withdraw it from {{note}}', { note })}
                >
                  {t('Withdraw')}
                </button>
              </Form>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
