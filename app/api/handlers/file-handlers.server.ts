import type { FILE_OPERATIONS } from '#app/api/operations/file-operations.ts';
import { takeOwnFile } from '#app/http/own-file.server.ts';
import { takeProjectIn } from '#app/http/project-upload.server.ts';
import { fileStem } from '#jobs/story/handoff/file-stem.ts';
import { PROJECT_EXTENSION } from '#jobs/story/project/project-name.ts';
import { exportProject } from '#jobs/work/handoff/export-project.server.ts';
import type { Handlers } from './handler';
import { madeVideo } from './made-video';

export const FILE_HANDLERS: Handlers<keyof typeof FILE_OPERATIONS> = {
  uploadFile: async (context, { params, query, request }) => ({
    status: 201,
    body: await takeOwnFile(context, request, params.id, query.kind),
  }),

  exportVideo: async ({ backend }, { params }) => {
    const { stream, title, mark } = await exportProject(backend, params.id);
    const name = `${fileStem(title)}${PROJECT_EXTENSION}`;
    return { status: 200, file: { body: stream, name, type: 'application/zip' }, mark };
  },

  importVideo: async (context, { request, key }) => {
    const { lost, ...made } = await takeProjectIn(context, request, key);
    const { body, ...answer } = madeVideo(made);
    return { ...answer, body: { ...body, lost } };
  },
};
