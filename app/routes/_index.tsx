/** Home: what this is, and the films that were made with it. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { type ClientLoaderFunctionArgs, Link, useLoaderData, useRevalidator } from '@remix-run/react';
import { useEffect, useState } from 'react';
import { EmptyReel } from '#app/library/EmptyReel.tsx';
import { HeroGround, HeroScenery, HeroStage } from '#app/library/HeroStage.tsx';
import { VideoCard } from '#app/library/VideoCard.tsx';
import { type VideoCardView, videoCardView } from '#app/library/video-card-view.ts';
import { createLastKnown } from '#app/video/last-known.ts';
import { nextPace, STEADY_PACE } from '#app/video/poll-pace.ts';
import { usePolling } from '#app/video/use-polling.ts';
import { listVideos } from '#jobs/db/videos.server.ts';
import { isFinished } from '#jobs/story/film/status.ts';

interface HomeData {
  videos: VideoCardView[];
}

export const meta: MetaFunction = () => [
  { title: 'StoryShort: your story as a short film' },
  {
    name: 'description',
    content:
      'Type a story and get a finished vertical short film with a voice, pictures and word-by-word captions.',
  },
];

export async function loader({ context }: LoaderFunctionArgs) {
  const videos = await listVideos(context.backend.db);
  return json<HomeData & { isStale?: boolean }>({ videos: videos.map(videoCardView) });
}

const lastKnown = createLastKnown<HomeData>();

export function clientLoader({ serverLoader }: ClientLoaderFunctionArgs) {
  return lastKnown.load('home', () => serverLoader<typeof loader>());
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
          <ul className="video-grid">
            {videos.map((video) => (
              <li key={video.id}>
                <VideoCard video={video} />
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
}

/** Keeps the grid true while any of its videos is unfinished. */
function useHomePolling(data: HomeData & { isStale?: boolean }) {
  const { revalidate, state } = useRevalidator();
  const [pace, setPace] = useState(STEADY_PACE);
  useEffect(() => {
    lastKnown.remember('home', { videos: data.videos });
    setPace((current) => nextPace(current, data.isStale ? 'unanswered' : 'answered'));
  }, [data]);
  usePolling({
    active: data.videos.some((video) => !isFinished(video.status)),
    busy: state !== 'idle',
    pace,
    poll: revalidate,
  });
}
