import { isRouteErrorResponse, Link } from '@remix-run/react';
import type { PublicFault } from '#app/http/api-fault.ts';
import { DATABASE_AWAY } from '#app/http/database-fault.ts';
import { phrase } from '#app/language/phrase.ts';
import { useWords } from '#app/language/use-words.ts';
import { ComingBack } from './ComingBack';

/** What the page says, in English. */
interface Fate {
  code: string;
  title: string;
  hint: string;
}

/**
 * What people see instead of a page that is not there or did not work. Of what was thrown it shows nothing, save what to
 * do about a disk.
 */
export function ErrorPage({ error }: { error: unknown }) {
  const { t, told } = useWords();
  const { code, title, hint } = fateOf(error);
  return (
    <section className="lost page-width" aria-labelledby="lost-title">
      <p className="lost-code" aria-hidden="true">
        {code}
      </p>
      <h1 id="lost-title">{told(title)}</h1>
      <p className="lead">{told(hint)}</p>
      {code === '503' && <ComingBack />}
      <p className="lost-ways">
        <Link className="button button-primary" to="/">
          {t('See your videos')}
        </Link>
        <Link className="button" to="/create">
          {t('Start a new one')}
        </Link>
      </p>
    </section>
  );
}

function fateOf(error: unknown): Fate {
  const status = isRouteErrorResponse(error) ? error.status : 500;
  if (status === 404) {
    return {
      code: '404',
      title: phrase('This reel is missing'),
      hint: phrase(
        'There is no page or video at this address. It may have been deleted, or the address was cut short.',
      ),
    };
  }
  const refused = status === 507 && isRouteErrorResponse(error) ? refusalOf(error.data) : null;
  if (refused) return { code: String(status), ...refused };
  if (status < 500) {
    return {
      code: String(status),
      title: phrase('That did not fit'),
      hint: phrase('This page does not understand what was asked of it. Go back and try another way.'),
    };
  }
  if (status === 503) {
    return {
      code: '503',
      title: DATABASE_AWAY.message,
      hint: phrase(
        'It comes back by itself, mostly within seconds, and so does this page. Your videos and what you typed are safe.',
      ),
    };
  }
  return {
    code: '500',
    title: phrase('The projector stopped'),
    hint: phrase('Something went wrong on our side. Reload the page in a moment; your videos are safe.'),
  };
}

/** What was refused because nothing can be written says so itself: there is somebody who can make room. */
function refusalOf(data: unknown): Omit<Fate, 'code'> | null {
  const { message, hint } = (data as { error?: Partial<PublicFault> } | null)?.error ?? {};
  return message && hint ? { title: message, hint } : null;
}
