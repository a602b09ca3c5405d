/** Films that are ready to be posted. */
import { operation } from '#app/api/operation.ts';
import { askedFileSchema, chosenCoverSchema, postSchema } from '#app/api/schemas/post-schemas.ts';
import { videoParams } from './video-params';

export const POST_OPERATIONS = {
  readPost: operation({
    method: 'GET',
    path: '/videos/{id}/post',
    group: 'Files',
    summary: 'Read what a finished film is posted with',
    about:
      'Title, description, hashtags, chapters and alt text in the film’s language, covers to choose from, and texts and file for each platform within its limits.',
    params: videoParams,
    answers: { 200: { says: 'What is ready of it.', schema: postSchema } },
    faults: ['video_not_found', 'film_not_ready'],
    creates: false,
    scope: 'read',
    counts: null,
  }),
  preparePostFile: operation({
    method: 'POST',
    path: '/videos/{id}/post/files',
    group: 'Files',
    summary: 'Have a film’s file made for a platform',
    about: 'A worker makes it, once; how far it is, `GET` tells. One that is there is not made again.',
    params: videoParams,
    body: { kind: 'json', size: 'text', schema: askedFileSchema },
    answers: { 202: { says: 'What is ready by now.', schema: postSchema } },
    faults: ['video_not_found', 'film_not_ready', 'post_impossible'],
    creates: false,
    scope: 'make',
    counts: 'change',
  }),
  chooseCover: operation({
    method: 'POST',
    path: '/videos/{id}/post/cover',
    group: 'Files',
    summary: 'Make a frame the poster of a film',
    params: videoParams,
    body: { kind: 'json', size: 'text', schema: chosenCoverSchema },
    answers: { 200: { says: 'What is ready of it.', schema: postSchema } },
    faults: ['video_not_found', 'film_not_ready', 'cover_not_found'],
    creates: false,
    scope: 'make',
    counts: 'change',
  }),
};
