import { isRouteErrorResponse, Link } from '@remix-run/react';
import type { PublicFault } from '#app/http/api-fault.ts';
import { DATABASE_AWAY } from '#app/http/database-fault.ts';
import { ComingBack } from './ComingBack';

interface Words {
  code: string;
  title: string;
  hint: string;
}

/**
 * What people see instead of a page that is not there or did not work. Of what was thrown it shows nothing, save what to
 * do about a disk.
 */
export function ErrorPage({ error }: { error: unknown }) {
  const { code, title, hint } = wordsFor(error);
  return (
    <section className="lost page-width" aria-labelledby="lost-title">
      <p className="lost-code" aria-hidden="true">
        {code}
      </p>
      <h1 id="lost-title">{title}</h1>
      <p className="lead">{hint}</p>
      {code === '503' && <ComingBack />}
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
  const told = status === 507 && isRouteErrorResponse(error) ? toldWords(error.data) : null;
  if (told) return { code: String(status), ...told };
  if (status < 500) {
    return {
      code: String(status),
      title: 'That did not fit',
      hint: 'This page does not understand what was asked of it. Go back and try another way.',
    };
  }
  if (status === 503) {
    return {
      code: '503',
      title: DATABASE_AWAY.message,
      hint: 'It comes back by itself, mostly within seconds, and so does this page. Your videos and what you typed are safe.',
    };
  }
  return {
    code: '500',
    title: 'The projector stopped',
    hint: 'Something went wrong on our side. Reload the page in a moment; your videos are safe.',
  };
}

/** What was refused because nothing can be written says so itself: there is somebody who can make room. */
function toldWords(data: unknown): Omit<Words, 'code'> | null {
  const { message, hint } = (data as { error?: Partial<PublicFault> } | null)?.error ?? {};
  return message && hint ? { title: message, hint } : null;
}
