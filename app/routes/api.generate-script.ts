/** `POST /api/generate-script`: takes a story, answers at once with the video that will be made of it. */
import type { ActionFunctionArgs } from '@remix-run/node';
import { answerApi, methodNotAllowed } from '#app/http/answer-api.server.ts';
import { draftFault } from '#app/http/api-fault.ts';
import { readIdempotencyKey } from '#app/http/idempotency-key.ts';
import { noteDeed } from '#app/http/note-deed.server.ts';
import { draftSurroundings, orderVideo } from '#app/http/order-video.server.ts';
import { readFields } from '#app/http/read-fields.server.ts';
import { readDraft } from '#jobs/story/order/draft.ts';

export function loader({ request }: { request: Request }) {
  return methodNotAllowed(request.method, ['POST']);
}

export async function action({ request, context }: ActionFunctionArgs) {
  if (request.method !== 'POST') return methodNotAllowed(request.method, ['POST']);
  return answerApi(context, async () => {
    const fields = await readFields(request);
    const key = readIdempotencyKey(request.headers.get('idempotency-key') ?? fields.idempotencyKey);
    const result = readDraft(fields, await draftSurroundings(context));
    if (!result.ok) throw draftFault(result.issues);
    const { videoId, formats, created } = await orderVideo(context, result.draft, { key });
    if (created) for (const id of [videoId, ...formats]) await noteDeed(context, 'video.created', id);
    const pageUrl = `/video/${videoId}`;
    return {
      status: created ? 201 : 200,
      body: {
        ...{ videoId, statusUrl: `/api/video-status?id=${videoId}`, pageUrl },
        ...(formats.length > 0 && { formats }),
      },
      headers: { Location: pageUrl },
    };
  });
}
