import { Link } from '@remix-run/react';
import { phrase } from '#app/language/phrase.ts';
import { useWords } from '#app/language/use-words.ts';
import type { ShelfSort } from '#jobs/db/shelf/shelf-query.ts';

interface ShelfLinksProps {
  sort: ShelfSort;
  /** Addresses of the pages beside this one; null where there are none. */
  next: string | null;
  previous: string | null;
}

const WORDS: Record<ShelfSort, [previous: string, next: string]> = {
  newest: [phrase('Newer films'), phrase('Older films')],
  oldest: [phrase('Older films'), phrase('Newer films')],
  title: [phrase('Earlier titles'), phrase('Later titles')],
  longest: [phrase('Longer films'), phrase('Shorter films')],
};

/** The ways from one page of films to the next and back; nothing where there is one page. */
export function ShelfLinks({ sort, next, previous }: ShelfLinksProps) {
  const { t } = useWords();
  if (!next && !previous) return null;
  const [back, on] = WORDS[sort];
  return (
    <nav className="shelf-links" aria-label={t('More videos')}>
      {previous && (
        <Link className="button" rel="prev" to={`${previous}#shelf-title`}>
          {t(back)}
        </Link>
      )}
      {next && (
        <Link className="button" rel="next" to={`${next}#shelf-title`}>
          {t(on)}
        </Link>
      )}
    </nav>
  );
}
