/** All that a program may ask for, by the name by which clients call it. */
import { EVENT_OPERATIONS } from './event-operations';
import { FILE_OPERATIONS } from './file-operations';
import { HOUSE_OPERATIONS } from './house-operations';
import { POST_OPERATIONS } from './post-operations';
import { PUBLISHING_OPERATIONS } from './publishing-operations';
import { STORYBOARD_OPERATIONS } from './storyboard-operations';
import { VIDEO_OPERATIONS } from './video-operations';

export const OPERATIONS = {
  ...VIDEO_OPERATIONS,
  ...STORYBOARD_OPERATIONS,
  ...FILE_OPERATIONS,
  ...POST_OPERATIONS,
  ...PUBLISHING_OPERATIONS,
  ...HOUSE_OPERATIONS,
  ...EVENT_OPERATIONS,
};

export type Operations = typeof OPERATIONS;
export type OperationId = keyof Operations;
