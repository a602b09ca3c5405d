/** Files that people bring along, and videos as files. */
import { z } from 'zod';
import { operation } from '#app/api/operation.ts';
import { ownFileSchema } from '#app/api/schemas/storyboard-schemas.ts';
import { importedVideoSchema } from '#app/api/schemas/video-schemas.ts';
import { UPLOAD_KINDS } from '#jobs/story/film/own/own-limits.ts';
import { PROJECT_FIELD } from '#jobs/story/project/project-name.ts';
import { videoParams } from './video-params';

const REFUSED_PICTURES = [
  'not_a_picture',
  'picture_too_many_pixels',
  'picture_too_small',
  'picture_moves',
  'picture_damaged',
];
const REFUSED_CLIPS = [
  ...['not_a_clip', 'clip_too_long', 'clip_too_short', 'clip_too_many_pixels', 'clip_too_small'],
  ...['clip_without_picture', 'clip_unknown_codec', 'clip_damaged'],
];
const REFUSED_RECORDINGS = [
  ...['not_a_recording', 'recording_silent', 'recording_too_long', 'recording_too_short'],
  ...['recording_without_sound', 'recording_unknown_codec', 'recording_damaged'],
];
const REFUSED = [
  ...REFUSED_PICTURES,
  ...REFUSED_CLIPS,
  ...REFUSED_RECORDINGS,
  'empty',
  'too_large',
  'limit_reached',
];

const REFUSED_PROJECTS = [
  ...['project_missing', 'project_not_zip', 'project_foreign', 'project_newer'],
  ...['project_unsafe', 'project_too_large', 'project_damaged'],
];

export const FILE_OPERATIONS = {
  uploadFile: operation({
    method: 'POST',
    path: '/videos/{id}/uploads',
    group: 'Files',
    summary: 'Bring a picture, a clip or a recording for a video’s scenes',
    about:
      'An edit has it used. The same bytes are the same file, however often they are sent: there is no need of a key.',
    params: videoParams,
    query: z.object({ kind: z.enum(UPLOAD_KINDS).describe('What the file is for.') }),
    body: {
      kind: 'file',
      size: 'own-file',
      types: ['application/octet-stream', 'multipart/form-data'],
      field: 'file',
    },
    answers: { 201: { says: 'What an edit says of it, and where it is.', schema: ownFileSchema } },
    faults: ['video_not_found', 'quota_reached', 'no_file', ...REFUSED.map((name) => `upload_${name}`)],
    creates: false,
    scope: 'make',
    counts: 'upload',
  }),
  exportVideo: operation({
    method: 'GET',
    path: '/videos/{id}/project',
    group: 'Files',
    summary: 'Take a video along as a project file',
    params: videoParams,
    answers: { 200: { says: 'A zip with all that it is made of.', file: 'application/zip' } },
    faults: ['video_not_found'],
    creates: false,
    scope: 'read',
    counts: null,
  }),
  importVideo: operation({
    method: 'POST',
    path: '/projects',
    group: 'Files',
    summary: 'Make a new video of a project file',
    body: {
      kind: 'file',
      size: 'project',
      types: ['application/zip', 'application/octet-stream', 'multipart/form-data'],
      field: PROJECT_FIELD,
    },
    answers: {
      201: { says: 'The new video.', schema: importedVideoSchema },
      200: { says: 'The video that the first request with this key has made.', schema: importedVideoSchema },
    },
    faults: ['quota_reached', 'idempotency_conflict', ...REFUSED_PROJECTS],
    creates: true,
    scope: 'make',
    counts: 'upload',
  }),
};
