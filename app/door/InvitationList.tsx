import { Form } from '@remix-run/react';
import { LocalTime } from '#app/video/LocalTime.tsx';
import { DoorField } from './DoorField';

interface ShownInvitation {
  id: string;
  role: 'admin' | 'member';
  note: string;
  expiresAt: string;
}

export function InvitationList({ invitations }: { invitations: readonly ShownInvitation[] }) {
  return (
    <section className="account-section" aria-labelledby="invitations">
      <h2 id="invitations">Invite somebody</h2>
      <Form method="post" className="door-form" reloadDocument>
        <input type="hidden" name="intent" value="invite" />
        <DoorField name="note" label="Whom it is for" />
        <fieldset className="door-checks">
          <legend className="field-label">As</legend>
          <label>
            <input type="radio" name="role" value="member" defaultChecked /> a member, who makes films
          </label>
          <label>
            <input type="radio" name="role" value="admin" /> an admin, who lets others in as well
          </label>
        </fieldset>
        <button type="submit" className="button button-primary">
          Make an invitation
        </button>
      </Form>
      {invitations.length > 0 && (
        <ul className="door-list">
          {invitations.map(({ id, role, note, expiresAt }) => (
            <li key={id}>
              <div>
                <strong>{note}</strong>
                <p className="panel-note">
                  as {role}, until <LocalTime iso={expiresAt} withDate />
                </p>
              </div>
              <Form method="post" reloadDocument>
                <input type="hidden" name="intent" value="withdraw" />
                <input type="hidden" name="id" value={id} />
                <button type="submit" className="button button-quiet" aria-label={`Withdraw it from ${note}`}>
                  Withdraw
                </button>
              </Form>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
