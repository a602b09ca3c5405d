/** The stories that are measured and priced: the bench's usual ones. */
import { SAMPLE_STORIES } from '#jobs/story/order/sample-stories.ts';

export const USUAL_STORIES = SAMPLE_STORIES.slice(0, 2);
