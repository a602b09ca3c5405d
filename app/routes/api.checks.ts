/** `GET /api/checks?id=`: what was found in a finished film by looking at it. */
import type { LoaderFunctionArgs } from '@remix-run/node';
import { answerApi, methodNotAllowed } from '#app/http/answer-api.server.ts';
import { ApiFault } from '#app/http/api-fault.ts';
import { ownVideoId } from '#app/http/own-video.server.ts';
import { checksView } from '#app/video/checks/checks-view.ts';
import { findVerdict } from '#jobs/db/checks/film-checks.server.ts';
import { findProgress } from '#jobs/db/video-progress.server.ts';

export async function loader({ request, context }: LoaderFunctionArgs) {
  return answerApi(context, async () => {
    const { db } = context.backend;
    const id = await ownVideoId(context, new URL(request.url).searchParams.get('id'));
    const video = await findProgress(db, id);
    if (!video) {
      throw new ApiFault(404, {
        code: 'video_not_found',
        message: 'There is no video with this id.',
        hint: 'It may have been deleted. The home page lists all videos.',
      });
    }
    if (video.filmKey === null) {
      throw new ApiFault(409, {
        code: 'film_not_ready',
        message: 'There is no film to be looked at yet.',
        hint: 'Ask again once /api/video-status tells of a videoUrl.',
      });
    }
    return { status: 200, body: checksView(await findVerdict(db, id)) };
  });
}

export function action({ request }: { request: Request }) {
  return methodNotAllowed(request.method, ['GET', 'HEAD']);
}
