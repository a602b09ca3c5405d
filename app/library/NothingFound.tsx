import { Link } from '@remix-run/react';
import { Rich } from '#app/language/Rich.tsx';
import { useWords } from '#app/language/use-words.ts';
import type { ShelfFilters } from '#jobs/db/shelf/shelf-query.ts';

/** What the shelf says where there are videos, and none that is looked for. */
export function NothingFound({ filters: { search } }: { filters: ShelfFilters }) {
  const { t } = useWords();
  return (
    <div className="nothing-found">
      <p>
        {search === '' ? (
          t('No video is like that.')
        ) : (
          <Rich text="No video matches “<search/>” here." parts={{ search: <bdi>{search}</bdi> }} />
        )}
      </p>
      <Link className="button" to="/" preventScrollReset>
        {t('Clear the filters')}
      </Link>
    </div>
  );
}
