import { useNavigation } from '@remix-run/react';
import { useState } from 'react';
import type { Words } from '#app/language/page-words.ts';
import { useWords } from '#app/language/use-words.ts';
import { Icon } from '#app/shell/Icon.tsx';
import { Toasts } from '#app/shell/toasts/Toasts.tsx';
import { isFiltered } from '#jobs/db/shelf/shelf-query.ts';
import { useLibraryActions, useVanishing } from './acts/use-library-actions';
import { VideoCard } from './card/VideoCard';
import { EmptyReel } from './EmptyReel';
import type { HomeView } from './home-view';
import { ImportProject } from './import/ImportProject';
import { NothingFound } from './NothingFound';
import { SelectionBar } from './SelectionBar';
import { ShelfLinks } from './ShelfLinks';
import { ShelfNotice } from './ShelfNotice';
import { ShelfTools } from './ShelfTools';

/** Cards that a screen shows before anything is scrolled. */
const FIRST_SIGHT = 4;

/** All videos, with everything that may be done with them. */
export function Shelf({ view }: { view: HomeView }) {
  const words = useWords();
  const { t } = words;
  const actions = useLibraryActions();
  const vanishing = useVanishing();
  const [isSelecting, setSelecting] = useState(false);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const videos = view.videos.filter(({ id }) => !vanishing.has(id));
  // Those of another page, or gone meanwhile, are not selected any more.
  const chosen = new Set(videos.map(({ id }) => id).filter((id) => ticked.has(id)));
  const isBusy = useNavigation().state === 'loading';
  const end = () => {
    setSelecting(false);
    setTicked(new Set());
  };
  const choose = (id: string, isChosen: boolean) => {
    const next = new Set(chosen);
    if (isChosen) next.add(id);
    else next.delete(id);
    setTicked(next);
  };
  const isBare = view.isEmpty && view.deleted.length === 0;
  return (
    <section
      className="page-width shelf"
      aria-labelledby="shelf-title"
      data-selecting={isSelecting || undefined}
      data-busy={isBusy || undefined}
    >
      <div className="shelf-head">
        <h2 id="shelf-title" tabIndex={-1}>
          {t('Your videos')}
        </h2>
        {videos.length > 0 && (
          <button
            className="button button-quiet with-script"
            type="button"
            aria-pressed={isSelecting}
            onClick={() => (isSelecting ? end() : setSelecting(true))}
          >
            <Icon name="check" /> {t('Select')}
          </button>
        )}
      </div>
      {!isBare && <ShelfNotice deleted={view.deleted} address={view.address} />}
      {view.isEmpty ? (
        <EmptyReel />
      ) : (
        <>
          <ShelfTools view={view} />
          <p className="visually-hidden" role="status">
            {isFiltered(view.filters) && foundWords(videos.length, view.next !== null, words)}
          </p>
          {videos.length === 0 ? (
            isFiltered(view.filters) && <NothingFound filters={view.filters} />
          ) : (
            <ul className="video-grid">
              {videos.map((video, at) => (
                <li key={video.id}>
                  <VideoCard
                    video={video}
                    actions={actions}
                    isFirst={at < FIRST_SIGHT}
                    isChosen={chosen.has(video.id)}
                    onChoose={(isChosen) => choose(video.id, isChosen)}
                  />
                </li>
              ))}
            </ul>
          )}
          <ShelfLinks sort={view.sort} next={view.next} previous={view.previous} />
          {videos.length > 0 && (
            <SelectionBar
              chosen={chosen}
              shown={videos.length}
              address={view.address}
              onDelete={() => {
                if (chosen.size > 0) actions.remove([...chosen]);
                end();
              }}
              onChooseAll={() => setTicked(new Set(videos.map(({ id }) => id)))}
              onEnd={end}
            />
          )}
        </>
      )}
      <details className="shelf-import">
        <summary>{t('Bring in a project file')}</summary>
        <ImportProject />
      </details>
      <Toasts />
    </section>
  );
}

function foundWords(count: number, hasMore: boolean, { t }: Pick<Words, 't'>): string {
  return hasMore
    ? t('{{count}} videos on this page, and more.', { count })
    : t('{{count}} videos found.', { count });
}
