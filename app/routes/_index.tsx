/** Home: what this is, and the films that were made with it. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json, redirect } from '@remix-run/node';
import {
  type ClientActionFunctionArgs,
  type ClientLoaderFunctionArgs,
  useLoaderData,
  useLocation,
  useRevalidator,
} from '@remix-run/react';
import { useEffect, useState } from 'react';
import { asApiFault } from '#app/http/api-fault.ts';
import { actOnLibrary, readLibraryRequest } from '#app/http/library-action.server.ts';
import { ownVideoIds } from '#app/http/own-video.server.ts';
import { titleWords } from '#app/language/title-words.ts';
import { askLibrary } from '#app/library/acts/ask-library.ts';
import type { LibraryAnswer } from '#app/library/acts/library-answer.ts';
import { tellLibraryNews } from '#app/library/acts/library-news.ts';
import { HomeHero } from '#app/library/HomeHero.tsx';
import { type HomeView, homeView } from '#app/library/home-view.ts';
import { Shelf } from '#app/library/Shelf.tsx';
import { deletedAddress, readShelfAddress, undoneAddress } from '#app/library/shelf-address.ts';
import { createLastKnown } from '#app/video/last-known.ts';
import { nextPace, STEADY_PACE } from '#app/video/poll-pace.ts';
import { usePolling } from '#app/video/use-polling.ts';
import { listHidden } from '#jobs/db/deleted-videos.server.ts';
import { isShelfEmpty, listLanguages, readShelf } from '#jobs/db/video-shelf.server.ts';
import { isFinished } from '#jobs/story/film/status.ts';
import { goneBefore } from '#jobs/story/film/undo-time.ts';

export const meta: MetaFunction = ({ matches }) => {
  const { t } = titleWords(matches);
  return [
    { title: t('StoryShort: your story as a short film') },
    {
      name: 'description',
      content: t(
        'Type a story and get a finished vertical short film with a voice, pictures and word-by-word captions.',
      ),
    },
  ];
};

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { language } = context;
  const { db, ownerId } = context.backend;
  const { searchParams } = new URL(request.url);
  const query = readShelfAddress(searchParams);
  const gone = searchParams.getAll('deleted');
  const [page, languages, deleted] = await Promise.all([
    readShelf(db, query, ownerId),
    listLanguages(db, ownerId),
    gone.length > 0 ? listHidden(db, await ownVideoIds(context, gone), goneBefore()) : [],
  ]);
  const isEmpty = page.videos.length === 0 && (await isShelfEmpty(db, ownerId));
  return json<HomeView & { isStale?: boolean }>(
    homeView(query, page, { isEmpty, languages, deleted, language }),
  );
}

export async function action({ request, context }: ActionFunctionArgs) {
  try {
    const asked = await readLibraryRequest(request);
    const { answer, status } = await actOnLibrary(context, asked);
    if (asked.isInPlace) return json<LibraryAnswer>(answer, { status });
    return redirect(addressAfter(answer, asked.back), 303);
  } catch (thrown) {
    const refused = asApiFault(thrown);
    if (!refused) throw thrown;
    throw json({ error: refused.fault }, { status: refused.status });
  }
}

/** Where a browser without script is sent on to. */
function addressAfter(answer: LibraryAnswer, back: string): string {
  if (answer.done === 'delete') {
    return deletedAddress(
      answer.videos.map(({ id }) => id),
      back,
    );
  }
  return answer.done === 'undo' ? undoneAddress(answer, back) : back;
}

const lastKnown = createLastKnown<HomeView>();

export function clientLoader({ request, serverLoader }: ClientLoaderFunctionArgs) {
  return lastKnown.load(pageKey(new URL(request.url)), () => serverLoader<typeof loader>());
}

/** In the page answers are told by whoever listens: a card may be gone when its own comes. */
export async function clientAction({ request, serverAction }: ClientActionFunctionArgs) {
  const asked = await request.clone().formData();
  const answer = await askLibrary(asked, () => serverAction<typeof action>());
  tellLibraryNews(answer);
  return answer;
}

/** Each page of the shelf is remembered by its own address. */
function pageKey({ search }: { search: string }): string {
  return `home${search}`;
}

export default function Home() {
  const data = useLoaderData<typeof loader>();
  useHomePolling(data);
  return (
    <>
      <HomeHero isShort={!data.isEmpty} />
      <Shelf view={data} />
    </>
  );
}

/** Keeps the grid true while any of its videos is unfinished. */
function useHomePolling(data: HomeView & { isStale?: boolean }) {
  const { revalidate, state } = useRevalidator();
  const [pace, setPace] = useState(STEADY_PACE);
  const key = pageKey(useLocation());
  useEffect(() => {
    const { isStale, ...known } = data;
    lastKnown.remember(key, known);
    setPace((current) => nextPace(current, isStale ? 'unanswered' : 'answered'));
  }, [key, data]);
  usePolling({
    active: data.videos.some((video) => !isFinished(video.status)),
    busy: state !== 'idle',
    pace,
    poll: revalidate,
  });
}
