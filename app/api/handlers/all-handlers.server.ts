import type { OperationId } from '#app/api/operations/all-operations.ts';
import { EVENT_HANDLERS } from './event-handlers.server';
import { FILE_HANDLERS } from './file-handlers.server';
import type { Handlers } from './handler';
import { HOUSE_HANDLERS } from './house-handlers.server';
import { POST_HANDLERS } from './post-handlers.server';
import { PUBLISHING_HANDLERS } from './publishing-handlers.server';
import { STORYBOARD_HANDLERS } from './storyboard-handlers.server';
import { VIDEO_HANDLERS } from './video-handlers.server';

/** What is done about each operation: none is left out, and none is there that nobody described. */
export const HANDLERS: Handlers<OperationId> = {
  ...VIDEO_HANDLERS,
  ...STORYBOARD_HANDLERS,
  ...FILE_HANDLERS,
  ...POST_HANDLERS,
  ...PUBLISHING_HANDLERS,
  ...HOUSE_HANDLERS,
  ...EVENT_HANDLERS,
};
