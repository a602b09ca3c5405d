/** `POST /api/generate-script`: takes a story, answers at once with the video that will be made of it. */
import type { ActionFunctionArgs } from '@remix-run/node';
import { readDraft } from '../../jobs/domain/draft';
import { isConfigured } from '../../jobs/domain/engine-desk';
import { submitVideo } from '../../jobs/queue/enqueue.server';
import { answerApi, methodNotAllowed } from '../http/answer-api.server';
import { draftFault } from '../http/api-fault';
import { readIdempotencyKey } from '../http/idempotency-key';
import { readFields } from '../http/read-fields.server';

export function loader({ request }: { request: Request }) {
  return methodNotAllowed(request.method, ['POST']);
}

export async function action({ request, context }: ActionFunctionArgs) {
  if (request.method !== 'POST') return methodNotAllowed(request.method, ['POST']);
  return answerApi(context, async () => {
    const fields = await readFields(request);
    const key = readIdempotencyKey(request.headers.get('idempotency-key') ?? fields.idempotencyKey);
    const result = readDraft(fields, {
      speech: context.speech,
      pictures: context.engines?.pictures ?? null,
      canWrite: isConfigured(context.engines, 'script'),
    });
    if (!result.ok) throw draftFault(result.issues);
    const { videoId, created } = await submitVideo(context.desk, result.draft, key);
    const pageUrl = `/video/${videoId}`;
    return {
      status: created ? 201 : 200,
      body: { videoId, statusUrl: `/api/video-status?id=${videoId}`, pageUrl },
      headers: { Location: pageUrl },
    };
  });
}
