import { Form } from '@remix-run/react';
import { Icon } from '#app/shell/Icon.tsx';

/** The film is whole, but some of its scenes have another picture or voice than they were to have. */
export function AttentionPanel({ count, cost }: { count: number; cost: string | null }) {
  return (
    <section className="panel panel-warn" aria-labelledby="attention-title">
      <h2 id="attention-title">
        <Icon name="alert" /> {count} {count === 1 ? 'scene needs' : 'scenes need'} attention
      </h2>
      <p>
        {count === 1 ? 'Its picture or voice' : 'Their pictures or voices'} could not be had as wanted. The
        storyboard below says why; Fix asks for {count === 1 ? 'it' : 'them'} again.
      </p>
      <Form method="post">
        <button className="button button-primary" type="submit" name="intent" value="process">
          <Icon name="retry" /> Fix {count === 1 ? 'it' : 'them'}
        </button>
        {cost !== null && <span className="panel-note">For {cost}.</span>}
      </Form>
    </section>
  );
}
