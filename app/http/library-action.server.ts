import type { AppLoadContext } from '@remix-run/node';
import { LIBRARY_INTENTS, type LibraryAnswer, type LibraryIntent } from '#app/library/acts/library-answer.ts';
import { sharedPath } from '#app/shared/shared-path.ts';
import { type Backend, videoNotFound } from '#jobs/work/commands.server.ts';
import { deleteVideos, restoreVideos } from '#jobs/work/delete-videos.server.ts';
import { duplicateVideo } from '#jobs/work/duplicate-video.server.ts';
import { renameVideo } from '#jobs/work/rename-video.server.ts';
import { shareVideo, withdrawShare } from '#jobs/work/share-video.server.ts';
import { ApiFault, asApiFault } from './api-fault';
import { noteDeed } from './note-deed.server';
import { ownVideoIds } from './own-video.server';
import { readForm } from './read-form';
import { readVideoId } from './video-id';

/** More videos than these are not acted on at once. */
const MOST_VIDEOS = 200;

/** What the home page asked for. */
export interface LibraryRequest {
  intent: LibraryIntent;
  /** At least one. */
  ids: [string, ...string[]];
  title: FormDataEntryValue | null;
  /** Whether the page itself waits for the answer; else the browser does, and is to be sent on to a page. */
  isInPlace: boolean;
  /** Where on the shelf it was asked. */
  back: string;
}

/**
 * Reads what the home page asks for.
 * @throws ApiFault 400 for what it cannot have asked.
 */
export async function readLibraryRequest(request: Request): Promise<LibraryRequest> {
  const form = await readForm(request);
  const intent = LIBRARY_INTENTS.find((name) => name === form.get('intent'));
  if (!intent) {
    throw new ApiFault(400, {
      code: 'unknown_intent',
      message: 'The page asked for something that does not exist.',
      hint: `Ask for one of: ${LIBRARY_INTENTS.join(', ')}.`,
    });
  }
  const [id, ...more] = [...new Set(form.getAll('id').slice(0, MOST_VIDEOS).map(readVideoId))];
  const back = form.get('back');
  return {
    intent,
    ids: [id ?? readVideoId(null), ...more],
    title: form.get('title'),
    isInPlace: form.get('inPlace') === '1',
    // A path of this page, never of another site.
    back: typeof back === 'string' && /^\/\?[^\\]*$/.test(back) ? back : '/',
  };
}

/** Does what the home page asked for, or says what keeps it from being done. */
export async function actOnLibrary(
  context: AppLoadContext,
  request: LibraryRequest,
): Promise<{ answer: LibraryAnswer; status: number }> {
  try {
    const ids = await ownVideoIds(context, request.ids);
    const answer = await ACTS[request.intent](context.backend, { ...request, ids });
    if (answer.done === 'delete')
      await noteDeed(context, 'video.deleted', ...answer.videos.map(({ id }) => id));
    if (answer.done === 'share') await noteDeed(context, 'video.shared', ...ids.slice(0, 1));
    return { answer, status: 200 };
  } catch (thrown) {
    const refused = asApiFault(thrown);
    if (!refused) throw thrown;
    const { status, fault } = refused;
    return { answer: { done: null, intent: request.intent, fault }, status };
  }
}

/** What was asked for, with those of its videos that are the visitor's own. */
type OwnRequest = Omit<LibraryRequest, 'ids'> & { ids: string[] };

const ACTS: Record<LibraryIntent, (backend: Backend, asked: OwnRequest) => Promise<LibraryAnswer>> = {
  rename: async (backend, { ids, title }) => ({
    done: 'rename',
    title: await renameVideo(backend, oneOf(ids), title),
  }),
  duplicate: async (backend, { ids }) => {
    await duplicateVideo(backend, oneOf(ids));
    return { done: 'duplicate' };
  },
  delete: async (backend, { ids }) => ({ done: 'delete', videos: await deleteVideos(backend, ids) }),
  undo: async (backend, { ids }) => {
    const { restored, gone } = await restoreVideos(backend, ids);
    return { done: 'undo', restored: restored.length, gone: gone.length };
  },
  share: async (backend, { ids }) => ({
    done: 'share',
    path: sharedPath(await shareVideo(backend, oneOf(ids))),
  }),
  withdraw: async (backend, { ids }) => {
    await withdrawShare(backend, oneOf(ids));
    return { done: 'withdraw' };
  },
};

function oneOf([id]: readonly string[]): string {
  if (id === undefined) throw videoNotFound();
  return id;
}
