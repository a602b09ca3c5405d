/** `GET /api/video-status?id=&since=`: how far a video is, and what changed since. The page polls this. */
import type { LoaderFunctionArgs } from '@remix-run/node';
import type { ClientLoaderFunctionArgs, ShouldRevalidateFunction } from '@remix-run/react';
import { answerApi, methodNotAllowed } from '#app/http/answer-api.server.ts';
import { ApiFault } from '#app/http/api-fault.ts';
import { ownVideoId } from '#app/http/own-video.server.ts';
import { readCursor } from '#app/http/read-cursor.ts';
import { readStatus } from '#app/video/live/read-status.server.ts';
import { reachesStatus } from '#app/video/live/revalidation-scope.ts';
import { seenTransitions } from '#app/video/live/seen-transitions.ts';
import { readStatusAnswer } from '#app/video/live/status-answer.ts';

export async function loader({ request, context }: LoaderFunctionArgs) {
  return answerApi(context, async () => {
    const query = new URL(request.url).searchParams;
    const id = await ownVideoId(context, query.get('id'));
    const since = readCursor(query.get('since'));
    const body = await readStatus(context.backend, id, since);
    if (!body) throw gone();
    return { status: 200, body };
  });
}

/** Told to pages that were left open. */
function gone(): ApiFault {
  return new ApiFault(404, {
    code: 'video_not_found',
    message: 'There is no video with this id.',
    hint: 'It may have been deleted. The home page lists all videos.',
  });
}

export function action({ request }: { request: Request }) {
  return methodNotAllowed(request.method, ['GET', 'HEAD']);
}

/**
 * In the page an unreachable server is an answer like any other: the page stays, and asks again later. Each
 * question names the transition that the tab has told of last.
 */
export async function clientLoader({ request }: ClientLoaderFunctionArgs) {
  const { signal, url } = request;
  const since = seenTransitions.last(new URL(url).searchParams.get('id') ?? '');
  const address = since === null ? url : `${url}&since=${since}`;
  return readStatusAnswer(async () => (await fetch(address, { signal })).json());
}

export const shouldRevalidate: ShouldRevalidateFunction = reachesStatus;
