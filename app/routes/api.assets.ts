/** `GET /api/assets?id=`: all files of a film in a zip, under names for people, with timelines for editors. */
import type { LoaderFunctionArgs } from '@remix-run/node';
import { methodNotAllowed } from '#app/http/answer-api.server.ts';
import { answerFile } from '#app/http/answer-file.server.ts';
import { ownVideoId } from '#app/http/own-video.server.ts';
import { fileStem } from '#jobs/story/handoff/file-stem.ts';
import { packAssets } from '#jobs/work/handoff/film-files.server.ts';

export async function loader({ request, context }: LoaderFunctionArgs) {
  return answerFile(context, request, async () => {
    const id = await ownVideoId(context, new URL(request.url).searchParams.get('id'));
    const { stream, title } = await packAssets(context.backend, id);
    return { body: stream, name: `${fileStem(title)}-assets.zip`, type: 'application/zip' };
  });
}

export function action({ request }: { request: Request }) {
  return methodNotAllowed(request.method, ['GET', 'HEAD']);
}
