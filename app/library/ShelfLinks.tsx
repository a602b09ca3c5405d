import { Link } from '@remix-run/react';
import type { ShelfSort } from '#jobs/db/shelf/shelf-query.ts';

interface ShelfLinksProps {
  sort: ShelfSort;
  /** Addresses of the pages beside this one; null where there are none. */
  next: string | null;
  previous: string | null;
}

const WORDS: Record<ShelfSort, [previous: string, next: string]> = {
  newest: ['Newer films', 'Older films'],
  oldest: ['Older films', 'Newer films'],
  title: ['Earlier titles', 'Later titles'],
  longest: ['Longer films', 'Shorter films'],
};

/** The ways from one page of films to the next and back; nothing where there is one page. */
export function ShelfLinks({ sort, next, previous }: ShelfLinksProps) {
  if (!next && !previous) return null;
  const [back, on] = WORDS[sort];
  return (
    <nav className="shelf-links" aria-label="More videos">
      {previous && (
        <Link className="button" rel="prev" to={`${previous}#shelf-title`}>
          {back}
        </Link>
      )}
      {next && (
        <Link className="button" rel="next" to={`${next}#shelf-title`}>
          {on}
        </Link>
      )}
    </nav>
  );
}
