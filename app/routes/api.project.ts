/**
 * `GET /api/project?id=`: a video as a project file.
 * `POST /api/project`: makes a new video of a project file.
 */
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { answerApi, methodNotAllowed } from '#app/http/answer-api.server.ts';
import { answerFile } from '#app/http/answer-file.server.ts';
import { ownVideoId } from '#app/http/own-video.server.ts';
import { takeProjectIn } from '#app/http/project-upload.server.ts';
import { fileStem } from '#jobs/story/handoff/file-stem.ts';
import { PROJECT_EXTENSION } from '#jobs/story/project/project-name.ts';
import { exportProject } from '#jobs/work/handoff/export-project.server.ts';

export async function loader({ request, context }: LoaderFunctionArgs) {
  return answerFile(context, request, async () => {
    const id = await ownVideoId(context, new URL(request.url).searchParams.get('id'));
    const { stream, title } = await exportProject(context.backend, id);
    return { body: stream, name: `${fileStem(title)}${PROJECT_EXTENSION}`, type: 'application/zip' };
  });
}

export async function action({ request, context }: ActionFunctionArgs) {
  if (request.method !== 'POST') return methodNotAllowed(request.method, ['GET', 'HEAD', 'POST']);
  return answerApi(context, async () => {
    const { videoId, lost } = await takeProjectIn(context, request);
    const pageUrl = `/video/${videoId}`;
    return {
      status: 201,
      body: { videoId, statusUrl: `/api/video-status?id=${videoId}`, pageUrl, lost },
      headers: { Location: pageUrl },
    };
  });
}
