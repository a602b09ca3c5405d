import { Link } from '@remix-run/react';
import type { ShelfFilters } from '#jobs/db/shelf/shelf-query.ts';

/** What the shelf says where there are videos, and none that is looked for. */
export function NothingFound({ filters: { search } }: { filters: ShelfFilters }) {
  return (
    <div className="nothing-found">
      <p>
        {search === '' ? (
          'No video is like that.'
        ) : (
          <>
            No video matches “<bdi>{search}</bdi>” here.
          </>
        )}
      </p>
      <Link className="button" to="/" preventScrollReset>
        Clear the filters
      </Link>
    </div>
  );
}
