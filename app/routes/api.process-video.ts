/** `POST /api/process-video`: makes sure that the video is being worked on; harmless to repeat. */
import type { ActionFunctionArgs } from '@remix-run/node';
import { requestProcessing } from '../../jobs/queue/enqueue.server';
import { answerApi, methodNotAllowed } from '../http/answer-api.server';
import { readFields } from '../http/read-fields.server';
import { readVideoId } from '../http/video-id';

export function loader({ request }: { request: Request }) {
  return methodNotAllowed(request.method, ['POST']);
}

export async function action({ request, context }: ActionFunctionArgs) {
  if (request.method !== 'POST') return methodNotAllowed(request.method, ['POST']);
  return answerApi(context, async () => {
    const query = new URL(request.url).searchParams;
    const videoId = readVideoId(query.get('id') ?? (await readFields(request)).videoId);
    const { queued } = await requestProcessing(context.desk, videoId);
    return { status: 202, body: { videoId, queued } };
  });
}
