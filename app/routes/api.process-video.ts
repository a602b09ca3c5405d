/**
 * `POST /api/process-video`: makes sure that the video is being worked on; harmless to repeat. `by=page` is the
 * safety net of a page that was merely opened.
 */
import type { ActionFunctionArgs } from '@remix-run/node';
import { answerApi, methodNotAllowed } from '#app/http/answer-api.server.ts';
import { ownVideoId } from '#app/http/own-video.server.ts';
import { readFields } from '#app/http/read-fields.server.ts';
import { requestProcessing } from '#jobs/work/commands.server.ts';

export function loader({ request }: { request: Request }) {
  return methodNotAllowed(request.method, ['POST']);
}

export async function action({ request, context }: ActionFunctionArgs) {
  if (request.method !== 'POST') return methodNotAllowed(request.method, ['POST']);
  return answerApi(context, async () => {
    const query = new URL(request.url).searchParams;
    const videoId = await ownVideoId(context, query.get('id') ?? (await readFields(request)).videoId);
    const by = query.get('by') === 'page' ? 'page' : 'person';
    const { queued } = await requestProcessing(context.backend, videoId, by);
    return { status: 202, body: { videoId, queued } };
  });
}
