import type { STORYBOARD_OPERATIONS } from '#app/api/operations/storyboard-operations.ts';
import { ApiFault } from '#app/http/api-fault.ts';
import { noteDeed } from '#app/http/note-deed.server.ts';
import { readStoryboard } from '#app/video/editor/read-storyboard.server.ts';
import type { StoryboardView } from '#app/video/editor/storyboard-view.ts';
import { versionView } from '#app/video/versions/version-view.ts';
import { listVersions } from '#jobs/db/versions.server.ts';
import { findVideo } from '#jobs/db/videos.server.ts';
import { type Backend, videoNotFound } from '#jobs/work/commands.server.ts';
import {
  changeStoryboard,
  EditConflict,
  type StoryboardRequest,
  updateFilm,
} from '#jobs/work/storyboard-commands.server.ts';
import type { Handlers } from './handler';

export const STORYBOARD_HANDLERS: Handlers<keyof typeof STORYBOARD_OPERATIONS> = {
  readStoryboard: async ({ backend }, { params }) => ({
    status: 200,
    body: boardAnswer(await readStoryboard(backend, params.id)),
  }),

  changeStoryboard: async ({ backend }, { params, body: { revision, ...asked } }) => ({
    status: 200,
    body: await changed(backend, params.id, asked, revision),
  }),

  listScenes: async ({ backend }, { params }) => {
    const { revision, scenes } = await readStoryboard(backend, params.id);
    return { status: 200, body: { revision, scenes } };
  },

  readScene: async ({ backend }, { params }) => {
    const { scenes } = await readStoryboard(backend, params.id);
    const scene = scenes.find(({ id }) => id === params.sceneId.toLowerCase());
    if (!scene) throw sceneNotFound();
    return { status: 200, body: scene };
  },

  readPlan: async ({ backend }, { params }) => ({
    status: 200,
    body: (await readStoryboard(backend, params.id)).plan,
  }),

  updateFilm: async (context, { params }) => {
    await updateFilm(context.backend, params.id);
    await noteDeed(context, 'video.updated', params.id);
    return { status: 202 };
  },

  listVersions: async ({ backend }, { params }) => {
    if (!(await findVideo(backend.db, params.id))) throw videoNotFound();
    const versions = await listVersions(backend.db, params.id);
    return { status: 200, body: { versions: versions.map(versionView) } };
  },

  restoreVersion: async ({ backend }, { params }) => ({
    status: 200,
    body: await changed(backend, params.id, { kind: 'restore', version: Number(params.number) }, null),
  }),
};

async function changed(backend: Backend, id: string, asked: StoryboardRequest, revision: number | null) {
  try {
    await changeStoryboard(backend, id, asked, revision);
  } catch (thrown) {
    if (!(thrown instanceof EditConflict)) throw thrown;
    const { code, message, hint, parts, retryable } = thrown;
    throw new ApiFault(409, { code, message, hint }, { parts, retryable });
  }
  return boardAnswer(await readStoryboard(backend, id));
}

/** A storyboard without what an update would make, and without what a player is given. */
function boardAnswer({ revision, board, scenes, isEdited, canUndo, canRedo }: StoryboardView) {
  const { title, options } = board;
  return { revision, title, options, scenes, isEdited, canUndo, canRedo };
}

function sceneNotFound(): ApiFault {
  return new ApiFault(404, {
    code: 'scene_not_found',
    message: 'The storyboard has no scene with this id.',
    hint: 'It may have been removed meanwhile: list the scenes again.',
  });
}
