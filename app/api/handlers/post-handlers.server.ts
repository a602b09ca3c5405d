import type { POST_OPERATIONS } from '#app/api/operations/post-operations.ts';
import { postView } from '#app/video/post/post-view.ts';
import type { Backend } from '#jobs/work/commands.server.ts';
import { chooseCover, preparePostFile, readPost } from '#jobs/work/posting/post-commands.server.ts';
import type { Handlers } from './handler';

export const POST_HANDLERS: Handlers<keyof typeof POST_OPERATIONS> = {
  readPost: async ({ backend }, { params }) => ({ status: 200, body: await viewOf(backend, params.id) }),

  preparePostFile: async ({ backend }, { params, body }) => {
    await preparePostFile(backend, params.id, body.platform);
    return { status: 202, body: await viewOf(backend, params.id) };
  },

  chooseCover: async ({ backend }, { params, body }) => {
    await chooseCover(backend, params.id, body.atMs);
    return { status: 200, body: await viewOf(backend, params.id) };
  },
};

async function viewOf(backend: Backend, id: string) {
  return postView(id, await readPost(backend, id));
}
