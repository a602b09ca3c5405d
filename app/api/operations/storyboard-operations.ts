/** A video's storyboard: read, changed, and made into the film. */
import { z } from 'zod';
import { operation } from '#app/api/operation.ts';
import {
  editedSceneSchema,
  planSchema,
  scenesSchema,
  storyboardAnswerSchema,
} from '#app/api/schemas/storyboard-schemas.ts';
import { versionSchema } from '#app/api/schemas/video-schemas.ts';
import { storyboardRequestSchema } from '#app/video/editor/storyboard-request.ts';
import { videoParams } from './video-params';

/** What keeps a storyboard from being changed. */
const EDIT_FAULTS = [
  'video_not_found',
  'storyboard_missing',
  'edit_conflict',
  'edit_scene_gone',
  'edit_impossible',
  'take_gone',
  'no_step',
  'version_gone',
] as const;

const CAP_FAULTS = ['cost_cap_video', 'cost_cap_day', 'cost_cap_person'] as const;

export const STORYBOARD_OPERATIONS = {
  readStoryboard: operation({
    method: 'GET',
    path: '/videos/{id}/storyboard',
    group: 'Storyboards',
    summary: 'Read the storyboard as it stands, edited or not',
    params: videoParams,
    answers: { 200: { says: 'Title, options and scenes.', schema: storyboardAnswerSchema } },
    faults: ['video_not_found'],
    creates: false,
    scope: 'read',
    counts: null,
  }),
  changeStoryboard: operation({
    method: 'POST',
    path: '/videos/{id}/storyboard',
    group: 'Storyboards',
    summary: 'Edit the storyboard, or go back and forth in its steps',
    about:
      'The film stays as it is until it is updated. With `revision`, what was changed meanwhile in other parts is kept, and the same part is a conflict.',
    params: videoParams,
    body: { kind: 'json', size: 'text', schema: storyboardRequestSchema },
    answers: { 200: { says: 'The storyboard as it is now.', schema: storyboardAnswerSchema } },
    faults: EDIT_FAULTS,
    creates: false,
    scope: 'make',
    counts: 'change',
  }),
  listScenes: operation({
    method: 'GET',
    path: '/videos/{id}/scenes',
    group: 'Storyboards',
    summary: 'List the scenes of the storyboard',
    params: videoParams,
    answers: { 200: { says: 'In the order of the film.', schema: scenesSchema } },
    faults: ['video_not_found'],
    creates: false,
    scope: 'read',
    counts: null,
  }),
  readScene: operation({
    method: 'GET',
    path: '/videos/{id}/scenes/{sceneId}',
    group: 'Storyboards',
    summary: 'Read one scene of the storyboard',
    params: videoParams.extend({ sceneId: z.guid().describe('Of the scene.') }),
    answers: { 200: { says: 'The scene, with what exists of it.', schema: editedSceneSchema } },
    faults: ['video_not_found', 'scene_not_found'],
    creates: false,
    scope: 'read',
    counts: null,
  }),
  readPlan: operation({
    method: 'GET',
    path: '/videos/{id}/plan',
    group: 'Storyboards',
    summary: 'Tell what an update of the film would make, how long that takes and what it costs',
    params: videoParams,
    answers: { 200: { says: 'Line by line; what is not named stays.', schema: planSchema } },
    faults: ['video_not_found'],
    creates: false,
    scope: 'read',
    counts: null,
  }),
  updateFilm: operation({
    method: 'POST',
    path: '/videos/{id}/update',
    group: 'Storyboards',
    summary: 'Have the film made of the storyboard as it stands',
    about: 'Only what differs is made; the film that is there can be watched until the new one is.',
    params: videoParams,
    answers: { 202: { says: 'A job works on it.' } },
    faults: ['video_not_found', 'storyboard_missing', 'nothing_to_update', ...CAP_FAULTS],
    creates: false,
    scope: 'make',
    counts: 'process',
  }),
  listVersions: operation({
    method: 'GET',
    path: '/videos/{id}/versions',
    group: 'Storyboards',
    summary: 'List the finished films of a video',
    params: videoParams,
    answers: {
      200: {
        says: 'The newest first.',
        schema: z.object({ versions: z.array(versionSchema) }).meta({ id: 'Versions' }),
      },
    },
    faults: ['video_not_found'],
    creates: false,
    scope: 'read',
    counts: null,
  }),
  restoreVersion: operation({
    method: 'POST',
    path: '/videos/{id}/versions/{number}/restore',
    group: 'Storyboards',
    summary: 'Take the storyboard back to that of an earlier film',
    params: videoParams.extend({
      number: z
        .string()
        .regex(/^[1-9]\d{0,8}$/)
        .describe('Of the version.'),
    }),
    answers: { 200: { says: 'The storyboard as it is now.', schema: storyboardAnswerSchema } },
    faults: ['video_not_found', 'storyboard_missing', 'version_gone'],
    creates: false,
    scope: 'make',
    counts: 'change',
  }),
};
