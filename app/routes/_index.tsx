/** Home: what this is, and the films that were made with it. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import {
  type ClientLoaderFunctionArgs,
  Link,
  useLoaderData,
  useLocation,
  useRevalidator,
} from '@remix-run/react';
import { useEffect, useState } from 'react';
import { EmptyReel } from '#app/library/EmptyReel.tsx';
import { HeroGround, HeroScenery, HeroStage } from '#app/library/HeroStage.tsx';
import { ShelfLinks } from '#app/library/ShelfLinks.tsx';
import { VideoCard } from '#app/library/VideoCard.tsx';
import { type VideoCardView, videoCardView } from '#app/library/video-card-view.ts';
import { createLastKnown } from '#app/video/last-known.ts';
import { nextPace, STEADY_PACE } from '#app/video/poll-pace.ts';
import { usePolling } from '#app/video/use-polling.ts';
import { readPlace, readShelf, type ShelfQuery, writePlace } from '#jobs/db/video-shelf.server.ts';
import { isFinished } from '#jobs/story/film/status.ts';

interface HomeData {
  videos: VideoCardView[];
  /** Where the older films begin, and the newer ones; null where there are none. */
  before: string | null;
  after: string | null;
}

export const meta: MetaFunction = () => [
  { title: 'StoryShort: your story as a short film' },
  {
    name: 'description',
    content:
      'Type a story and get a finished vertical short film with a voice, pictures and word-by-word captions.',
  },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { videos, hasOlder, hasNewer } = await readShelf(context.backend.db, shelfQuery(request.url));
  const [first, last] = [videos.at(0), videos.at(-1)];
  return json<HomeData & { isStale?: boolean }>({
    videos: videos.map(videoCardView),
    before: hasOlder && last ? writePlace(last) : null,
    after: hasNewer && first ? writePlace(first) : null,
  });
}

function shelfQuery(url: string): ShelfQuery {
  const { searchParams } = new URL(url);
  const before = readPlace(searchParams.get('before'));
  const after = readPlace(searchParams.get('after'));
  return before ? { before } : after ? { after } : {};
}

const lastKnown = createLastKnown<HomeData>();

export function clientLoader({ request, serverLoader }: ClientLoaderFunctionArgs) {
  return lastKnown.load(pageKey(new URL(request.url)), () => serverLoader<typeof loader>());
}

/** Each page of the shelf is remembered by its own address. */
function pageKey({ search }: { search: string }): string {
  return `home${search}`;
}

export default function Home() {
  const data = useLoaderData<typeof loader>();
  const { videos } = data;
  useHomePolling(data);
  return (
    <>
      <section className="hero" aria-labelledby="hero-title">
        <HeroScenery />
        <div className="page-width hero-row">
          <div className="hero-words">
            <h1 id="hero-title">Type a story. Watch the film.</h1>
            <p className="lead">
              StoryShort reads it aloud, paints every scene and sets the captions word by word. A few minutes
              later you have a vertical short film, ready to share.
            </p>
            <Link className="button button-primary button-large" to="/create" prefetch="intent">
              Start Creating Video
            </Link>
          </div>
          <HeroStage />
        </div>
        <HeroGround />
      </section>
      <section className="page-width shelf" aria-labelledby="shelf-title">
        <h2 id="shelf-title">Your videos</h2>
        {videos.length === 0 ? (
          <EmptyReel />
        ) : (
          <>
            <ul className="video-grid">
              {videos.map((video) => (
                <li key={video.id}>
                  <VideoCard video={video} />
                </li>
              ))}
            </ul>
            <ShelfLinks before={data.before} after={data.after} />
          </>
        )}
      </section>
    </>
  );
}

/** Keeps the grid true while any of its videos is unfinished. */
function useHomePolling(data: HomeData & { isStale?: boolean }) {
  const { revalidate, state } = useRevalidator();
  const [pace, setPace] = useState(STEADY_PACE);
  const key = pageKey(useLocation());
  useEffect(() => {
    lastKnown.remember(key, { videos: data.videos, before: data.before, after: data.after });
    setPace((current) => nextPace(current, data.isStale ? 'unanswered' : 'answered'));
  }, [key, data]);
  usePolling({
    active: data.videos.some((video) => !isFinished(video.status)),
    busy: state !== 'idle',
    pace,
    poll: revalidate,
  });
}
