/** `GET /api/batch-results?id=`: a batch's films with a report, as a zip. */
import type { LoaderFunctionArgs } from '@remix-run/node';
import { methodNotAllowed } from '#app/http/answer-api.server.ts';
import { answerFile } from '#app/http/answer-file.server.ts';
import { ownBatchId } from '#app/http/batch/own-batch.server.ts';
import { fileStem } from '#jobs/story/handoff/file-stem.ts';
import { packResults } from '#jobs/work/batches/batch-results.server.ts';

export async function loader({ request, context }: LoaderFunctionArgs) {
  return answerFile(context, request, async () => {
    const id = await ownBatchId(context, new URL(request.url).searchParams.get('id'));
    const { stream, name } = await packResults(context.backend, id);
    const stem = name === '' ? 'batch' : fileStem(name);
    return { body: stream, name: `${stem}.zip`, type: 'application/zip' };
  });
}

export function action({ request }: { request: Request }) {
  return methodNotAllowed(request.method, ['GET', 'HEAD']);
}
