/** `GET /api/publications?videoId=`: how far a film's publications are. */
import type { LoaderFunctionArgs } from '@remix-run/node';
import { answerApi, methodNotAllowed } from '#app/http/answer-api.server.ts';
import { ownVideoId } from '#app/http/own-video.server.ts';
import { publicationView } from '#app/publishing/publication-view.ts';
import { listPublications } from '#jobs/db/publishing/publications.server.ts';
import { findVideo } from '#jobs/db/videos.server.ts';
import { videoNotFound } from '#jobs/work/commands.server.ts';

export async function loader({ request, context }: LoaderFunctionArgs) {
  return answerApi(context, async () => {
    const { db } = context.backend;
    const id = await ownVideoId(context, new URL(request.url).searchParams.get('videoId'));
    if (!(await findVideo(db, id))) throw videoNotFound();
    return { status: 200, body: { publications: (await listPublications(db, id)).map(publicationView) } };
  });
}

export function action({ request }: { request: Request }) {
  return methodNotAllowed(request.method, ['GET', 'HEAD']);
}
