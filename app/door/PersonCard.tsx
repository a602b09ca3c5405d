import { Form } from '@remix-run/react';
import { LocalTime } from '#app/video/LocalTime.tsx';

export interface ShownPerson {
  id: string;
  name: string;
  email: string;
  role: 'admin' | 'member';
  createdAt: string;
  isDisabled: boolean;
  hasSecondFactor: boolean;
  videos: number;
  spent: string;
  used: string;
  /** As typed; empty for no limit. */
  cap: string;
  quota: string;
}

/** Somebody, what they use and may use, and what an admin may do for them. */
export function PersonCard({ person, isSelf }: { person: ShownPerson; isSelf: boolean }) {
  const { id, name, email, role, isDisabled } = person;
  return (
    <section className="person" aria-labelledby={`person-${id}`} data-out={isDisabled || undefined}>
      <header>
        <h2 id={`person-${id}`}>{name}</h2>
        {role === 'admin' && <span className="badge">admin</span>}
        {isDisabled && (
          <span className="badge" data-tone="bad">
            shut out
          </span>
        )}
        {isSelf && <span className="badge">you</span>}
      </header>
      <p className="panel-note">
        {email} · since <LocalTime iso={person.createdAt} withDate /> ·{' '}
        {person.hasSecondFactor ? 'with a second factor' : 'password alone'}
      </p>
      <dl className="figures person-figures">
        <div>
          <dt>videos</dt>
          <dd>{person.videos}</dd>
        </div>
        <div>
          <dt>disk</dt>
          <dd>{person.used}</dd>
        </div>
        <div>
          <dt>spent</dt>
          <dd>{person.spent}</dd>
        </div>
      </dl>
      <Form method="post" className="person-limits" reloadDocument>
        <input type="hidden" name="intent" value="limits" />
        <input type="hidden" name="id" value={id} />
        <label>
          <span className="field-label">US dollars a day</span>
          <input
            className="text-input"
            name="cap"
            inputMode="decimal"
            defaultValue={person.cap}
            placeholder="no limit"
          />
        </label>
        <label>
          <span className="field-label">GB of disk</span>
          <input
            className="text-input"
            name="quota"
            inputMode="decimal"
            defaultValue={person.quota}
            placeholder="no limit"
          />
        </label>
        <button type="submit" className="button" aria-label={`Set the limits of ${name}`}>
          Set
        </button>
      </Form>
      <div className="door-ways">
        <PersonAct person={person} intent="password" words="Link for a new password" />
        {!isSelf && (
          <PersonAct
            person={person}
            intent="role"
            words={role === 'admin' ? 'Make a member' : 'Make an admin'}
          />
        )}
        {!isSelf && (
          <PersonAct
            person={person}
            intent={isDisabled ? 'enable' : 'disable'}
            words={isDisabled ? 'Let in' : 'Shut out'}
          />
        )}
      </div>
    </section>
  );
}

/** One thing that an admin may do for somebody. */
function PersonAct({ person, intent, words }: { person: ShownPerson; intent: string; words: string }) {
  return (
    <Form method="post" reloadDocument>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="id" value={person.id} />
      <button type="submit" className="button button-quiet" aria-label={`${words}: ${person.name}`}>
        {words}
      </button>
    </Form>
  );
}
