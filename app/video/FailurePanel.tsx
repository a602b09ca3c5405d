import { Form } from '@remix-run/react';
import { Icon } from '#app/shell/Icon.tsx';
import type { StatusView } from './status-view';

/** What happened, why, and what to do. */
export function FailurePanel({ status, cost }: { status: StatusView; cost: string | null }) {
  const { error } = status;
  return (
    <section className="panel panel-bad" aria-labelledby="failure-title">
      <h2 id="failure-title">
        <Icon name="alert" /> The film could not be made
      </h2>
      <p>{error?.message ?? 'Something went wrong on the way.'}</p>
      <p>{error?.hint ?? 'Try again; what is already made is kept.'}</p>
      <Form method="post">
        <button className="button button-primary" type="submit" name="intent" value="process">
          <Icon name="retry" /> Retry
        </button>
        <span className="panel-note">
          Only what is missing is made again{cost === null ? '' : `, for ${cost}`}.
        </span>
      </Form>
    </section>
  );
}
