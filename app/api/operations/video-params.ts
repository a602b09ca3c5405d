import { z } from 'zod';

/** What the path of a video says. */
export const videoParams = z.object({ id: z.guid().describe('Of the video.') });
