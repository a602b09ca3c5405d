/** Videos as a whole: ordered, looked at, gone on with, stopped, deleted. */
import { z } from 'zod';
import { operation } from '#app/api/operation.ts';
import { orderSchema } from '#app/api/schemas/order-schema.ts';
import {
  estimateSchema,
  madeVideoSchema,
  orderedVideoSchema,
  shelfQuerySchema,
  shelfSchema,
  videoSchema,
} from '#app/api/schemas/video-schemas.ts';
import { UNDO_MS } from '#jobs/story/film/undo-time.ts';
import { videoParams } from './video-params';

export const VIDEO_OPERATIONS = {
  listVideos: operation({
    method: 'GET',
    path: '/videos',
    group: 'Videos',
    summary: 'List videos',
    about:
      'Page by page; pages hang on places, so that none is skipped or told twice while videos come and go.',
    query: shelfQuerySchema,
    answers: { 200: { says: 'A page of the shelf.', schema: shelfSchema } },
    faults: [],
    creates: false,
    scope: 'read',
    counts: null,
  }),
  createVideo: operation({
    method: 'POST',
    path: '/videos',
    group: 'Videos',
    summary: 'Have a film made of a story',
    about: 'Answers at once; the film is made in the background.',
    body: { kind: 'fields', size: 'music', schema: orderSchema, file: 'ownMusic' },
    answers: {
      201: { says: 'The video that will be made of it.', schema: orderedVideoSchema },
      200: { says: 'The video that the first request with this key has made.', schema: orderedVideoSchema },
    },
    faults: ['quota_reached', 'idempotency_conflict'],
    refusesFields: true,
    creates: true,
    scope: 'make',
    counts: 'create',
  }),
  estimateVideo: operation({
    method: 'POST',
    path: '/estimates',
    group: 'Videos',
    summary: 'Tell how long a story’s film will be and what it will cost',
    about: 'Takes what ordering it takes, and orders nothing.',
    body: { kind: 'fields', size: 'text', schema: orderSchema, file: 'ownMusic' },
    answers: { 200: { says: 'By the same reckoning as the form’s.', schema: estimateSchema } },
    faults: [],
    refusesFields: true,
    creates: false,
    scope: 'make',
    counts: 'change',
  }),
  readVideo: operation({
    method: 'GET',
    path: '/videos/{id}',
    group: 'Videos',
    summary: 'Tell how far a video is',
    params: videoParams,
    query: z.object({
      since: z
        .string()
        .regex(/^\d{1,18}$/)
        .optional()
        .describe('`cursor` of an earlier answer: `transitions` are all after it; after `0` they are all.'),
    }),
    answers: { 200: { says: 'Its state, its scenes and its files.', schema: videoSchema } },
    faults: ['video_not_found'],
    creates: false,
    scope: 'read',
    counts: null,
  }),
  renameVideo: operation({
    method: 'PATCH',
    path: '/videos/{id}',
    group: 'Videos',
    summary: 'Give a video another title',
    about: 'Nothing is made again by it.',
    params: videoParams,
    body: {
      kind: 'json',
      size: 'text',
      schema: z.object({ title: z.string() }).meta({ id: 'Renaming' }),
    },
    answers: {
      200: {
        says: 'The title as it is kept.',
        schema: z.object({ title: z.string() }).meta({ id: 'Renamed' }),
      },
    },
    faults: [
      'video_not_found',
      'title_empty',
      'title_not_text',
      'title_control_characters',
      'title_too_long',
    ],
    creates: false,
    scope: 'make',
    counts: 'change',
  }),
  deleteVideo: operation({
    method: 'DELETE',
    path: '/videos/{id}',
    group: 'Videos',
    summary: 'Delete a video',
    about: `It is shown nowhere any more, and can be brought back for ${UNDO_MS / 1000} seconds.`,
    params: videoParams,
    answers: { 204: { says: 'It is deleted.' } },
    faults: ['video_not_found'],
    creates: false,
    scope: 'make',
    counts: 'change',
  }),
  restoreVideo: operation({
    method: 'POST',
    path: '/videos/{id}/restore',
    group: 'Videos',
    summary: 'Bring a deleted video back',
    params: videoParams,
    answers: { 204: { says: 'It is back as it was, or was never gone.' } },
    faults: ['video_not_found'],
    creates: false,
    scope: 'make',
    counts: 'change',
  }),
  duplicateVideo: operation({
    method: 'POST',
    path: '/videos/{id}/duplicate',
    group: 'Videos',
    summary: 'Make a second video of one',
    about: 'Story, scenes and film are the same, and nothing is made again.',
    params: videoParams,
    answers: {
      201: { says: 'The copy.', schema: madeVideoSchema },
      200: { says: 'The copy that the first request with this key has made.', schema: madeVideoSchema },
    },
    faults: ['video_not_found', 'idempotency_conflict'],
    creates: true,
    scope: 'make',
    counts: 'create',
  }),
  processVideo: operation({
    method: 'POST',
    path: '/videos/{id}/process',
    group: 'Videos',
    summary: 'Go on with a video',
    about: 'Makes sure that a job works on it; failed and cancelled ones are taken up where they stood.',
    params: videoParams,
    answers: {
      202: {
        says: 'A job works on it.',
        schema: z
          .object({ queued: z.boolean().describe('Whether a job was added now.') })
          .meta({ id: 'Processing' }),
      },
    },
    faults: ['video_not_found', 'video_completed'],
    creates: false,
    scope: 'make',
    counts: 'process',
  }),
  cancelVideo: operation({
    method: 'POST',
    path: '/videos/{id}/cancel',
    group: 'Videos',
    summary: 'Stop the work on a video',
    about: 'What was made stays, and it can be taken up again.',
    params: videoParams,
    answers: { 204: { says: 'Nobody works on it any more.' } },
    faults: ['video_not_found', 'video_finished'],
    creates: false,
    scope: 'make',
    counts: 'process',
  }),
};
