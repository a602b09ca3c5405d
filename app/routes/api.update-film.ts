/** `POST /api/update-film?id=`: has the film made of the storyboard as it stands; only what differs is made. */
import type { ActionFunctionArgs } from '@remix-run/node';
import { answerApi, methodNotAllowed } from '#app/http/answer-api.server.ts';
import { noteDeed } from '#app/http/note-deed.server.ts';
import { ownVideoId } from '#app/http/own-video.server.ts';
import { updateFilm } from '#jobs/work/storyboard-commands.server.ts';

export function loader({ request }: { request: Request }) {
  return methodNotAllowed(request.method, ['POST']);
}

export async function action({ request, context }: ActionFunctionArgs) {
  if (request.method !== 'POST') return methodNotAllowed(request.method, ['POST']);
  return answerApi(context, async () => {
    const videoId = await ownVideoId(context, new URL(request.url).searchParams.get('id'));
    await updateFilm(context.backend, videoId);
    await noteDeed(context, 'video.updated', videoId);
    return { status: 202, body: { videoId } };
  });
}
