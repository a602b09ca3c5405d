import { Link } from '@remix-run/react';

interface ShelfLinksProps {
  /** The place after which the older films come, and the one before which the newer ones do; null where none. */
  before: string | null;
  after: string | null;
}

/** The ways from one page of films to the next and back; nothing where there is one page. */
export function ShelfLinks({ before, after }: ShelfLinksProps) {
  if (!before && !after) return null;
  return (
    <nav className="shelf-links" aria-label="More videos">
      {after && (
        <Link className="button" rel="prev" to={`/?after=${after}#shelf-title`}>
          Newer films
        </Link>
      )}
      {before && (
        <Link className="button" rel="next" to={`/?before=${before}#shelf-title`}>
          Older films
        </Link>
      )}
    </nav>
  );
}
