import { isRouteErrorResponse, Link } from '@remix-run/react';

interface Words {
  code: string;
  title: string;
  hint: string;
}

/** What people see instead of a page that is not there or did not work. Never shows what was thrown. */
export function ErrorPage({ error }: { error: unknown }) {
  const { code, title, hint } = wordsFor(error);
  return (
    <section className="lost page-width" aria-labelledby="lost-title">
      <p className="lost-code" aria-hidden="true">
        {code}
      </p>
      <h1 id="lost-title">{title}</h1>
      <p className="lead">{hint}</p>
      <p className="lost-ways">
        <Link className="button button-primary" to="/">
          See your videos
        </Link>
        <Link className="button" to="/create">
          Start a new one
        </Link>
      </p>
    </section>
  );
}

function wordsFor(error: unknown): Words {
  const status = isRouteErrorResponse(error) ? error.status : 500;
  if (status === 404) {
    return {
      code: '404',
      title: 'This reel is missing',
      hint: 'There is no page or video at this address. It may have been deleted, or the address was cut short.',
    };
  }
  if (status < 500) {
    return {
      code: String(status),
      title: 'That did not fit',
      hint: 'This page does not understand what was asked of it. Go back and try another way.',
    };
  }
  return {
    code: '500',
    title: 'The projector stopped',
    hint: 'Something went wrong on our side. Reload the page in a moment; your videos are safe.',
  };
}
