/**
 * `GET /api/storyboard?id=`: a video's storyboard, edited or not, with what an update would make.
 * `POST /api/storyboard?id=`: changes it; see docs/api.md for the edits.
 */
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { answerApi, methodNotAllowed } from '#app/http/answer-api.server.ts';
import { ownVideoId } from '#app/http/own-video.server.ts';
import { readFields } from '#app/http/read-fields.server.ts';
import { readStoryboard } from '#app/video/editor/read-storyboard.server.ts';
import { readStoryboardRequest } from '#app/video/editor/storyboard-request.ts';
import type { StoryboardView } from '#app/video/editor/storyboard-view.ts';
import { changeStoryboard, EditConflict } from '#jobs/work/storyboard-commands.server.ts';

/** What is answered where somebody else has changed the same part meanwhile. */
interface Conflict {
  error: { code: string; message: string; hint: string; parts: readonly string[] };
  storyboard: StoryboardView;
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  return answerApi(context, async () => {
    const id = await ownVideoId(context, new URL(request.url).searchParams.get('id'));
    return { status: 200, body: await readStoryboard(context.backend, id) };
  });
}

export async function action({ request, context }: ActionFunctionArgs) {
  if (request.method !== 'POST') return methodNotAllowed(request.method, ['GET', 'HEAD', 'POST']);
  return answerApi<StoryboardView | Conflict>(context, async () => {
    const id = await ownVideoId(context, new URL(request.url).searchParams.get('id'));
    const { revision, ...asked } = readStoryboardRequest(await readFields(request));
    try {
      await changeStoryboard(context.backend, id, asked, revision);
    } catch (thrown) {
      if (!(thrown instanceof EditConflict)) throw thrown;
      const { code, message, hint, parts } = thrown;
      const storyboard = await readStoryboard(context.backend, id);
      return { status: 409, body: { error: { code, message, hint, parts }, storyboard } };
    }
    return { status: 200, body: await readStoryboard(context.backend, id) };
  });
}
