/**
 * `POST /api/upload?id=&kind=`: takes a picture, a clip or a recording for a video's scenes, and answers with what
 * an edit says of it; see docs/api.md.
 */
import type { ActionFunctionArgs } from '@remix-run/node';
import { answerApi, methodNotAllowed } from '#app/http/answer-api.server.ts';
import { ApiFault } from '#app/http/api-fault.ts';
import { takeOwnFile } from '#app/http/own-file.server.ts';
import { ownVideoId } from '#app/http/own-video.server.ts';
import { UPLOAD_KINDS, type UploadKind } from '#jobs/story/film/own/own-limits.ts';

export function loader({ request }: { request: Request }) {
  return methodNotAllowed(request.method, ['POST']);
}

export async function action({ request, context }: ActionFunctionArgs) {
  if (request.method !== 'POST') return methodNotAllowed(request.method, ['POST']);
  return answerApi(context, async () => {
    const query = new URL(request.url).searchParams;
    const id = await ownVideoId(context, query.get('id'));
    const kind = readKind(query.get('kind'));
    return { status: 201, body: await takeOwnFile(context, request, id, kind) };
  });
}

function readKind(value: string | null): UploadKind {
  const kind = UPLOAD_KINDS.find((known) => known === value);
  if (kind) return kind;
  throw new ApiFault(400, {
    code: 'unknown_upload_kind',
    message: 'The request does not say what the file is for.',
    hint: `Add kind= with one of ${UPLOAD_KINDS.join(', ')}.`,
  });
}
