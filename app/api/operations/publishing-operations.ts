/** Films that are published elsewhere. Places are connected by people, on a page. */
import { z } from 'zod';
import { operation } from '#app/api/operation.ts';
import {
  publicationSchema,
  publicationsSchema,
  publishingOrderSchema,
  targetsSchema,
} from '#app/api/schemas/publishing-schemas.ts';
import { videoParams } from './video-params';

const publicationParams = videoParams.extend({
  publicationId: z.guid().describe('Of the publication.'),
});

export const PUBLISHING_OPERATIONS = {
  listPublishingTargets: operation({
    method: 'GET',
    path: '/publishing-targets',
    group: 'Publishing',
    summary: 'List the places where films can be published',
    about: 'They are connected on the page Publishing, since a person has to give their consent.',
    answers: { 200: { says: 'The visitor’s own, the oldest first.', schema: targetsSchema } },
    faults: [],
    creates: false,
    scope: 'read',
    counts: null,
  }),
  listPublications: operation({
    method: 'GET',
    path: '/videos/{id}/publications',
    group: 'Publishing',
    summary: 'Tell where a film was published, and how far it is',
    params: videoParams,
    answers: { 200: { says: 'The newest first.', schema: publicationsSchema } },
    faults: ['video_not_found'],
    creates: false,
    scope: 'read',
    counts: null,
  }),
  publishVideo: operation({
    method: 'POST',
    path: '/videos/{id}/publications',
    group: 'Publishing',
    summary: 'Publish a finished film',
    about:
      'Answers at once; the film is sent in the background. The same film that is on its way to the same place is not sent twice, however often it is asked for.',
    params: videoParams,
    body: { kind: 'json', size: 'text', schema: publishingOrderSchema },
    answers: {
      201: { says: 'It is on its way.', schema: publicationSchema },
      200: { says: 'It was on its way already.', schema: publicationSchema },
    },
    faults: [
      'video_not_found',
      'film_missing',
      'publishing_target_not_found',
      'publishing_target_lost',
      'publishing_done',
    ],
    refusesFields: true,
    creates: false,
    scope: 'make',
    counts: 'process',
  }),
  retryPublication: operation({
    method: 'POST',
    path: '/videos/{id}/publications/{publicationId}/retry',
    group: 'Publishing',
    summary: 'Try a publication again that failed or was stopped',
    about: 'It goes on where it stood.',
    params: publicationParams,
    answers: { 202: { says: 'It is on its way.' } },
    faults: ['video_not_found', 'publication_not_found', 'publication_not_failed'],
    creates: false,
    scope: 'make',
    counts: 'process',
  }),
  stopPublication: operation({
    method: 'POST',
    path: '/videos/{id}/publications/{publicationId}/stop',
    group: 'Publishing',
    summary: 'Stop a publication that is on its way',
    params: publicationParams,
    answers: { 204: { says: 'It is stopped.' } },
    faults: ['video_not_found', 'publication_not_found', 'publication_over'],
    creates: false,
    scope: 'make',
    counts: 'process',
  }),
};
