import { Form } from '@remix-run/react';
import { useWords } from '#app/language/use-words.ts';
import { Icon } from '#app/shell/Icon.tsx';
import type { StatusView } from './status-view';

/** What happened, why, and what to do. */
export function FailurePanel({ status, cost }: { status: StatusView; cost: string | null }) {
  const { t, told } = useWords();
  const { error } = status;
  return (
    <section className="panel panel-bad" aria-labelledby="failure-title">
      <h2 id="failure-title">
        <Icon name="alert" /> {t('The film could not be made')}
      </h2>
      <p>{error ? told(error.message) : t('Something went wrong on the way.')}</p>
      <p>{error ? told(error.hint) : t('Try again; what is already made is kept.')}</p>
      <Form method="post">
        <button className="button button-primary" type="submit" name="intent" value="process">
          <Icon name="retry" /> {t('Retry')}
        </button>
        <span className="panel-note">
          {cost === null
            ? t('Only what is missing is made again.')
            : t('Only what is missing is made again, for {{cost}}.', { cost })}
        </span>
      </Form>
    </section>
  );
}
