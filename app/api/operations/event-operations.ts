/** What happens, told as it does. */
import { operation } from '#app/api/operation.ts';
import { followQuerySchema, houseEventSchema } from '#app/api/schemas/event-schemas.ts';
import { videoSchema } from '#app/api/schemas/video-schemas.ts';
import { videoParams } from './video-params';

export const EVENT_OPERATIONS = {
  followVideo: operation({
    method: 'GET',
    path: '/videos/{id}/events',
    group: 'Videos',
    summary: 'Follow a video as it is made',
    about:
      'Each event is a `status`: the video as it is now, whose id is its `cursor`; the stream ends with the film. Whoever comes again with `Last-Event-ID` hears what changed since, or `204` where that is nothing and never will be.',
    params: videoParams,
    query: followQuerySchema,
    answers: {
      200: { says: 'Its state, again at each change.', events: videoSchema },
      204: { says: 'The video is finished, and was told of so.' },
    },
    faults: ['video_not_found'],
    creates: false,
    scope: 'read',
    counts: null,
  }),
  followHouse: operation({
    method: 'GET',
    path: '/events',
    group: 'House',
    summary: 'Follow what becomes of all videos',
    about:
      'The same events as webhooks tell, from now on, or after `Last-Event-ID`; each event has the name of its `type`. They are told in order, a second or two after they happened.',
    query: followQuerySchema,
    answers: { 200: { says: 'What becomes of your videos.', events: houseEventSchema } },
    faults: [],
    creates: false,
    scope: 'read',
    counts: null,
  }),
};
