/** A shared film: to be watched and taken along by whoever has the link, and nothing else. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { isRouteErrorResponse, useLoaderData, useRouteError } from '@remix-run/react';
import { titleWords } from '#app/language/title-words.ts';
import { LinkLost } from '#app/shared/LinkLost.tsx';
import { SharedFilmPage } from '#app/shared/SharedFilmPage.tsx';
import { isShareToken } from '#app/shared/shared-path.ts';
import { sharedView } from '#app/shared/shared-view.ts';
import { BARE_FRAME } from '#app/shell/bare-frame.ts';
import { displayTitle } from '#app/video/status-words.ts';
import { findSharedFilm } from '#jobs/db/shared-videos.server.ts';

export const handle = BARE_FRAME;

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => {
  const words = titleWords(matches);
  const { t } = words;
  return [
    {
      title: data
        ? `${displayTitle(data.title, words)} · StoryShort`
        : t('This link leads nowhere · StoryShort'),
    },
    { name: 'description', content: t('A short film, made of a story with StoryShort.') },
    { name: 'robots', content: 'noindex' },
  ];
};

export async function loader({ params, context }: LoaderFunctionArgs) {
  const token = params.token ?? '';
  const film = isShareToken(token) ? await findSharedFilm(context.backend.db, token) : null;
  if (!film) throw json(null, { status: 404 });
  return json(sharedView(token, film, context.language));
}

export default function SharedFilm() {
  return <SharedFilmPage film={useLoaderData<typeof loader>()} />;
}

export function ErrorBoundary() {
  const error = useRouteError();
  return <LinkLost isForNow={isRouteErrorResponse(error) && error.status === 503} />;
}
