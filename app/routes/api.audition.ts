/** `POST /api/audition`: has a voice say the story's first sentence, and answers with where that can be heard. */
import type { ActionFunctionArgs } from '@remix-run/node';
import { answerApi, methodNotAllowed } from '#app/http/answer-api.server.ts';
import { ApiFault, asApiFault, draftFault } from '#app/http/api-fault.ts';
import { readFields } from '#app/http/read-fields.server.ts';
import { mediaUrl } from '#jobs/storage/media-url.ts';
import { StoryError } from '#jobs/story/film/fault.ts';
import { readAudition } from '#jobs/story/order/voice/audition.ts';
import { hearAudition } from '#jobs/work/auditions.server.ts';

export function loader({ request }: { request: Request }) {
  return methodNotAllowed(request.method, ['POST']);
}

export async function action({ request, context }: ActionFunctionArgs) {
  if (request.method !== 'POST') return methodNotAllowed(request.method, ['POST']);
  return answerApi(context, async () => {
    const read = readAudition(await readFields(request), await context.readSpeech());
    if (!read.ok) throw draftFault([{ field: 'voice', ...read.issue }]);
    const key = await hearAudition(context.backend, read.chosen, request.signal).catch((error: unknown) => {
      throw request.signal.aborted ? NOBODY_WAITS : voiceFault(error);
    });
    return { status: 200, body: { url: mediaUrl(key) } };
  });
}

/** Read by nobody. */
const NOBODY_WAITS = new ApiFault(408, {
  code: 'request_ended',
  message: 'The request was ended before the voice had spoken.',
  hint: 'Ask again.',
});

/** Whatever a voice or its server says of why it does not speak. */
function voiceFault(error: unknown): unknown {
  if (!(error instanceof StoryError)) return error;
  const { code, message, hint } = error;
  return asApiFault(error) ?? new ApiFault(409, { code, message, hint });
}
