/** Everything that the home page shows: the shelf's rows to a view. Pure. */
import type { Language } from '#app/language/languages.ts';
import { languageWords } from '#app/shell/language-words.ts';
import { placeOf } from '#jobs/db/shelf/shelf-place.ts';
import type { ShelfFilters, ShelfQuery, ShelfSort } from '#jobs/db/shelf/shelf-query.ts';
import type { ShelfPage } from '#jobs/db/video-shelf.server.ts';
import { shelfAddress } from './shelf-address';
import { type VideoCardView, videoCardView } from './video-card-view';

export interface HomeView {
  videos: VideoCardView[];
  /** Whether there is no video at all, whatever is looked for. */
  isEmpty: boolean;
  filters: ShelfFilters;
  sort: ShelfSort;
  /** Address of what is shown. */
  address: string;
  /** Addresses of the pages beside this one; null where there are none. */
  next: string | null;
  previous: string | null;
  /** Languages that there are stories in, by their names in the page's language. */
  languages: { tag: string; name: string }[];
  /** Videos that were deleted just now and may be brought back; empty where the address names none. */
  deleted: { id: string; title: string }[];
}

/** What is known besides a page's rows. */
interface HomeFacts {
  isEmpty: boolean;
  languages: readonly string[];
  deleted: HomeView['deleted'];
  /** Of the page. */
  language: Language;
}

export function homeView(
  query: ShelfQuery,
  page: ShelfPage,
  { isEmpty, languages, deleted, language }: HomeFacts,
): HomeView {
  const { filters, sort } = query;
  return {
    videos: page.videos.map(videoCardView),
    ...{ isEmpty, filters, sort, deleted },
    address: shelfAddress(query),
    ...homeAddresses(query, page),
    languages: languages
      .map((tag) => ({ tag, name: languageWords(tag, { language }) }))
      .sort((a, b) => a.name.localeCompare(b.name, language)),
  };
}

/** Addresses of the pages beside one; null where there are none. */
export function homeAddresses(
  { filters, sort }: ShelfQuery,
  page: ShelfPage,
): Pick<HomeView, 'next' | 'previous'> {
  const [first, last] = [page.videos.at(0), page.videos.at(-1)];
  const turned = (turn: ShelfQuery['turn']) => shelfAddress({ filters, sort, turn });
  return {
    next: page.hasNext && last ? turned({ from: placeOf(sort, last) }) : null,
    previous: page.hasPrevious && first ? turned({ to: placeOf(sort, first) }) : null,
  };
}
