import { API_ROOT } from '#app/api/operation.ts';
import type { VIDEO_OPERATIONS } from '#app/api/operations/video-operations.ts';
import { ApiFault, draftFault } from '#app/http/api-fault.ts';
import { readMusicUpload } from '#app/http/music-upload.server.ts';
import { noteDeed } from '#app/http/note-deed.server.ts';
import { draftSurroundings, orderVideo } from '#app/http/order-video.server.ts';
import { homeAddresses } from '#app/library/home-view.ts';
import { readShelfAddress } from '#app/library/shelf-address.ts';
import { videoCardView } from '#app/library/video-card-view.ts';
import { readStatus } from '#app/video/live/read-status.server.ts';
import { readShelf } from '#jobs/db/video-shelf.server.ts';
import { findVideo } from '#jobs/db/videos.server.ts';
import { filmCapFault } from '#jobs/ledger/caps.ts';
import { estimateBatch } from '#jobs/story/batch/batch-estimate.ts';
import { readDraft } from '#jobs/story/order/draft.ts';
import { cancelVideo, requestProcessing, videoNotFound } from '#jobs/work/commands.server.ts';
import { deleteVideo, restoreVideos } from '#jobs/work/delete-videos.server.ts';
import { duplicateVideo } from '#jobs/work/duplicate-video.server.ts';
import { renameVideo } from '#jobs/work/rename-video.server.ts';
import type { Handlers } from './handler';
import { madeVideo } from './made-video';

export const VIDEO_HANDLERS: Handlers<keyof typeof VIDEO_OPERATIONS> = {
  listVideos: async ({ backend }, { query, request }) => {
    const asked = readShelfAddress(new URL(request.url).searchParams);
    const place = query.from ?? query.to;
    if (place !== undefined && asked.turn === null) throw noPlace(query.from === undefined ? 'to' : 'from');
    const page = await readShelf(backend.db, asked, backend.ownerId);
    const { next, previous } = homeAddresses(asked, page);
    const addressOf = (address: string | null) => address && `${API_ROOT}/videos${address.slice(1)}`;
    return {
      status: 200,
      body: {
        videos: page.videos.map(videoCardView),
        next: addressOf(next),
        previous: addressOf(previous),
      },
    };
  },

  createVideo: async (context, { body, key }) => {
    const upload = body.music === 'own' ? await readMusicUpload(body.ownMusic) : null;
    const refused = upload && 'code' in upload ? upload : null;
    const music = upload && 'music' in upload ? upload : null;
    const result = readDraft(refused ? { ...body, music: 'none' } : body, {
      ...(await draftSurroundings(context)),
      ownMusic: music?.music ?? null,
    });
    const issues = [...(refused ? [refused] : []), ...(result.ok ? [] : result.issues)];
    if (!result.ok || issues.length > 0) throw draftFault(issues);
    const made = await orderVideo(context, result.draft, { key, music });
    if (made.created) {
      for (const id of [made.videoId, ...made.formats]) await noteDeed(context, 'video.created', id);
    }
    const { body: where, ...answer } = madeVideo(made);
    return { ...answer, body: { ...where, formats: made.formats } };
  },

  estimateVideo: async (context, { body }) => {
    // Music of one's own is free, and not sent along.
    const order = body.music === 'own' ? { ...body, music: 'none' } : body;
    const result = readDraft(order, await draftSurroundings(context));
    if (!result.ok) throw draftFault(result.issues);
    const { tariff, caps } = context.backend.money;
    const { words, durationMs, usd } = await estimateBatch([result.draft], tariff);
    const fault = filmCapFault(caps, { videoUsd: 0, dayUsd: 0 }, usd);
    const refusal = fault && { code: fault.code, message: fault.message, hint: fault.hint };
    return { status: 200, body: { words, durationMs, usd, refusal } };
  },

  readVideo: async ({ backend }, { params, query }) => {
    const body = await readStatus(backend, params.id, query.since ?? null);
    if (!body) throw videoNotFound();
    return { status: 200, body };
  },

  renameVideo: async ({ backend }, { params, body }) => ({
    status: 200,
    body: { title: await renameVideo(backend, params.id, body.title) },
  }),

  deleteVideo: async (context, { params }) => {
    await deleteVideo(context.backend, params.id);
    await noteDeed(context, 'video.deleted', params.id);
    return { status: 204 };
  },

  restoreVideo: async ({ backend }, { params }) => {
    const { restored } = await restoreVideos(backend, [params.id]);
    if (restored.length === 0 && !(await findVideo(backend.db, params.id))) throw videoNotFound();
    return { status: 204 };
  },

  duplicateVideo: async ({ backend }, { params, key }) =>
    madeVideo(await duplicateVideo(backend, params.id, key)),

  processVideo: async ({ backend }, { params }) => ({
    status: 202,
    body: await requestProcessing(backend, params.id),
  }),

  cancelVideo: async ({ backend }, { params }) => {
    await cancelVideo(backend, params.id);
    return { status: 204 };
  },
};

function noPlace(field: 'from' | 'to'): ApiFault {
  return new ApiFault(400, {
    code: 'invalid_parameter',
    message: `That is no place in this order of the shelf: “${field}”.`,
    hint: 'Ask for the address that `next` or `previous` of an earlier answer names.',
    field,
  });
}
