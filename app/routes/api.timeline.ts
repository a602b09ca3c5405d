/** `GET /api/timeline?id=&format=`: a film's timeline for editors, beside the files of `/api/assets`. */
import type { LoaderFunctionArgs } from '@remix-run/node';
import { methodNotAllowed } from '#app/http/answer-api.server.ts';
import { answerFile } from '#app/http/answer-file.server.ts';
import { ApiFault } from '#app/http/api-fault.ts';
import { ownVideoId } from '#app/http/own-video.server.ts';
import { fileStem } from '#jobs/story/handoff/file-stem.ts';
import {
  TIMELINE_FORMATS,
  type TimelineFormat,
  writeTimeline,
} from '#jobs/work/handoff/film-files.server.ts';

const TYPES: Record<TimelineFormat, string> = {
  otio: 'application/vnd.otio+json; charset=utf-8',
  fcpxml: 'application/xml; charset=utf-8',
};

export async function loader({ request, context }: LoaderFunctionArgs) {
  return answerFile(context, request, async () => {
    const query = new URL(request.url).searchParams;
    const id = await ownVideoId(context, query.get('id'));
    const wanted = query.get('format') ?? 'otio';
    const format = TIMELINE_FORMATS.find((known) => known === wanted);
    if (!format) {
      throw new ApiFault(400, {
        code: 'unknown_format',
        message: 'There is no timeline of that format.',
        hint: `Ask for one of: ${TIMELINE_FORMATS.join(', ')}.`,
      });
    }
    const { text, title } = await writeTimeline(context.backend, id, format);
    return { body: text, name: `${fileStem(title)}.${format}`, type: TYPES[format] };
  });
}

export function action({ request }: { request: Request }) {
  return methodNotAllowed(request.method, ['GET', 'HEAD']);
}
