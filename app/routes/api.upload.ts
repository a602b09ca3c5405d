/**
 * `POST /api/upload?id=&kind=`: takes a picture, a clip or a recording for a video's scenes, and answers with what
 * an edit says of it; see docs/api.md.
 */
import type { ActionFunctionArgs } from '@remix-run/node';
import { answerApi, methodNotAllowed } from '#app/http/answer-api.server.ts';
import { ApiFault } from '#app/http/api-fault.ts';
import { ownVideoId } from '#app/http/own-video.server.ts';
import { takeSentFile } from '#app/http/sent-file.server.ts';
import { holdQuota } from '#jobs/accounts/quota.server.ts';
import { mediaUrl } from '#jobs/storage/media-url.ts';
import { UPLOAD_KINDS, type UploadKind } from '#jobs/story/film/own/own-limits.ts';
import { takeUpload } from '#jobs/work/upload-commands.server.ts';

export function loader({ request }: { request: Request }) {
  return methodNotAllowed(request.method, ['POST']);
}

export async function action({ request, context }: ActionFunctionArgs) {
  if (request.method !== 'POST') return methodNotAllowed(request.method, ['POST']);
  return answerApi(context, async () => {
    const query = new URL(request.url).searchParams;
    const id = await ownVideoId(context, query.get('id'));
    const kind = readKind(query.get('kind'));
    await holdQuota(context.backend, context.backend.ownerId);
    const announced = request.headers.get('content-length');
    const length = announced === null ? null : Number(announced);
    const received = await takeSentFile(request, (bytes) =>
      takeUpload(context.backend, id, { kind, bytes, length }, request.signal),
    );
    const { fileKey } = received;
    const body =
      'recording' in received
        ? { recording: received.recording, url: mediaUrl(fileKey) }
        : { picture: received.picture, url: mediaUrl(fileKey), imageUrl: mediaUrl(received.stillKey) };
    return { status: 201, body };
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
