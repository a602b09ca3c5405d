/** `GET /api/post?id=`: a film’s texts, covers and files for platforms. `POST` chooses a cover or asks for a file. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { answerApi, methodNotAllowed } from '#app/http/answer-api.server.ts';
import { ApiFault } from '#app/http/api-fault.ts';
import { ownVideoId } from '#app/http/own-video.server.ts';
import { readFields } from '#app/http/read-fields.server.ts';
import { actOnPost, isPostIntent } from '#app/video/post/post-acts.server.ts';
import { postView } from '#app/video/post/post-view.ts';
import { readPost } from '#jobs/work/posting/post-commands.server.ts';

export async function loader({ request, context }: LoaderFunctionArgs) {
  return answerApi(context, async () => {
    const id = await ownVideoId(context, new URL(request.url).searchParams.get('id'));
    return { status: 200, body: postView(id, await readPost(context.backend, id)) };
  });
}

export async function action({ request, context }: ActionFunctionArgs) {
  if (request.method !== 'POST') return methodNotAllowed(request.method, ['GET', 'HEAD', 'POST']);
  return answerApi(context, async () => {
    const fields = await readFields(request);
    const id = await ownVideoId(context, fields.id);
    const { intent } = fields;
    if (!isPostIntent(intent))
      throw new ApiFault(400, {
        code: 'unknown_intent',
        message: 'There is no such thing to be asked for.',
        hint: 'Ask for “choose-cover” or “prepare-file”.',
      });
    await actOnPost(context.backend, id, intent, fields);
    return { status: 200, body: postView(id, await readPost(context.backend, id)) };
  });
}
