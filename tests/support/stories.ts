import type { StoryDraft } from '#jobs/story/order/draft.ts';
import { videoOptionsSchema } from '#jobs/story/order/options.ts';

/** Two short sentences: the least that makes a film worth looking at. */
export const SHORT_STORY =
  'A red fox found a lantern in the snow. He carried it home, and the whole forest glowed.';

/** A draft as the form would send it. */
export function draftOf(
  story = SHORT_STORY,
  options: Record<string, unknown> = {},
  title: string | null = null,
): StoryDraft {
  return { story, title, options: videoOptionsSchema.parse(options) };
}
