/** `GET /api/video-status?id=`: how far a video is. The page polls this. */
import type { LoaderFunctionArgs } from '@remix-run/node';
import type { ClientLoaderFunctionArgs, ShouldRevalidateFunction } from '@remix-run/react';
import { answerApi, methodNotAllowed } from '#app/http/answer-api.server.ts';
import { ApiFault } from '#app/http/api-fault.ts';
import { readVideoId } from '#app/http/video-id.ts';
import { reachesStatus } from '#app/video/revalidation-scope.ts';
import { readStatusAnswer } from '#app/video/status-answer.ts';
import { statusView } from '#app/video/status-view.ts';
import { findVideo } from '#jobs/db/videos.server.ts';

export async function loader({ request, context }: LoaderFunctionArgs) {
  return answerApi(context, async () => {
    const id = readVideoId(new URL(request.url).searchParams.get('id'));
    const video = await findVideo(context.backend.db, id);
    if (!video) {
      throw new ApiFault(404, {
        code: 'video_not_found',
        message: 'There is no video with this id.',
        hint: 'It may have been deleted. The home page lists all videos.',
      });
    }
    return { status: 200, body: statusView(video) };
  });
}

export function action({ request }: { request: Request }) {
  return methodNotAllowed(request.method, ['GET', 'HEAD']);
}

/** In the page an unreachable server is an answer like any other: the page stays, and asks again later. */
export async function clientLoader({ serverLoader }: ClientLoaderFunctionArgs) {
  return readStatusAnswer(() => serverLoader<typeof loader>());
}

export const shouldRevalidate: ShouldRevalidateFunction = reachesStatus;
