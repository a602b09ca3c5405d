import { Form } from '@remix-run/react';
import { Rich } from '#app/language/Rich.tsx';
import { useWords } from '#app/language/use-words.ts';
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
  const { t, told } = useWords();
  const { id, name, email, role, isDisabled } = person;
  return (
    <section className="person" aria-labelledby={`person-${id}`} data-out={isDisabled || undefined}>
      <header>
        <h2 id={`person-${id}`}>
          <bdi>{name}</bdi>
        </h2>
        {role === 'admin' && <span className="badge">{t('admin')}</span>}
        {isDisabled && (
          <span className="badge" data-tone="bad">
            {t('Shut out')}
          </span>
        )}
        {isSelf && <span className="badge">{t('you')}</span>}
      </header>
      <p className="panel-note">
        <bdi>{email}</bdi> ·{' '}
        <Rich text="since <when/>" parts={{ when: <LocalTime iso={person.createdAt} withDate /> }} /> ·{' '}
        {t(person.hasSecondFactor ? 'with a second factor' : 'password alone')}
      </p>
      <dl className="figures person-figures">
        <div>
          <dt>{t('videos')}</dt>
          <dd>{person.videos}</dd>
        </div>
        <div>
          <dt>{t('disk')}</dt>
          <dd>{told(person.used)}</dd>
        </div>
        <div>
          <dt>{t('spent')}</dt>
          <dd>{told(person.spent)}</dd>
        </div>
      </dl>
      <Form method="post" className="person-limits" reloadDocument>
        <input type="hidden" name="intent" value="limits" />
        <input type="hidden" name="id" value={id} />
        <label>
          <span className="field-label">{t('US dollars a day')}</span>
          <input
            className="text-input"
            name="cap"
            inputMode="decimal"
            defaultValue={person.cap}
            placeholder={t('no limit')}
          />
        </label>
        <label>
          <span className="field-label">{t('GB of disk')}</span>
          <input
            className="text-input"
            name="quota"
            inputMode="decimal"
            defaultValue={person.quota}
            placeholder={t('no limit')}
          />
        </label>
        <button type="submit" className="button" aria-label={t('Set the limits of {{name}}', { name })}>
          {t('Set')}
        </button>
      </Form>
      <div className="door-ways">
        <PersonAct person={person} intent="password" words={t('Link for a new password')} />
        {!isSelf && (
          <PersonAct
            person={person}
            intent="role"
            words={t(role === 'admin' ? 'Make a member' : 'Make an admin')}
          />
        )}
        {!isSelf && (
          <PersonAct
            person={person}
            intent={isDisabled ? 'enable' : 'disable'}
            words={t(isDisabled ? 'Let in' : 'Shut out')}
          />
        )}
      </div>
    </section>
  );
}

/** One thing that an admin may do for somebody. */
function PersonAct({ person, intent, words }: { person: ShownPerson; intent: string; words: string }) {
  const { t } = useWords();
  return (
    <Form method="post" reloadDocument>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="id" value={person.id} />
      <button
        type="submit"
        className="button button-quiet"
        aria-label={t('{{act}}: {{what}}', { act: words, what: person.name })}
      >
        {words}
      </button>
    </Form>
  );
}
