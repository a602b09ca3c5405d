/** `GET /api/provenance?videoId=`: where each part of a film comes from. */
import type { LoaderFunctionArgs } from '@remix-run/node';
import { methodNotAllowed } from '#app/http/answer-api.server.ts';
import { answerFile } from '#app/http/answer-file.server.ts';
import { ownVideoId } from '#app/http/own-video.server.ts';
import { fileStem } from '#jobs/story/handoff/file-stem.ts';
import { readProvenance } from '#jobs/work/handoff/film-provenance.server.ts';

export async function loader({ request, context }: LoaderFunctionArgs) {
  return answerFile(context, request, async () => {
    const id = await ownVideoId(context, new URL(request.url).searchParams.get('videoId'));
    const { provenance, title } = await readProvenance(context.backend, id);
    return {
      body: `${JSON.stringify(provenance, null, 1)}\n`,
      name: `${fileStem(title)}-provenance.json`,
      type: 'application/json; charset=utf-8',
    };
  });
}

export function action({ request }: { request: Request }) {
  return methodNotAllowed(request.method, ['GET', 'HEAD']);
}
