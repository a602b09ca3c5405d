/** Which videos an order becomes: one, or one in each format. */
import type { StoryDraft } from '#jobs/story/order/draft.ts';
import { formatOf, sharedParts } from './film-format';

export interface OrderedVideo {
  id: string;
  draft: StoryDraft;
  /** Absent for one by itself. */
  family?: { familyId: string; familyPlace: number; aheadId: string | null };
}

/**
 * The order's own video first, then one in each further format. Those wait for nobody's look at a storyboard: theirs is
 * the first one's, as it is when that goes on.
 * @param ids as many as there are formats, the order's own first
 */
export function videosOf(
  { formats = [], ...draft }: StoryDraft,
  [firstId, ...ids]: [string, ...string[]],
): [OrderedVideo, ...OrderedVideo[]] {
  if (formats.length === 0) return [{ id: firstId, draft }];
  const idOf = (place: number) => {
    const id = [firstId, ...ids][place];
    if (id === undefined)
      throw new RangeError(`There are ${ids.length + 1} ids, and none for format ${place}.`);
    return id;
  };
  const shared = sharedParts([formatOf(draft.options), ...formats]);
  const first = { id: firstId, draft, family: { familyId: firstId, familyPlace: 0, aheadId: null } };
  const others = formats.map((format, at) => ({
    id: idOf(at + 1),
    draft: { ...draft, options: { ...draft.options, ...format, review: 'none' as const } },
    family: {
      familyId: firstId,
      familyPlace: at + 1,
      aheadId: idOf(shared[at]?.ahead ?? 0),
    },
  }));
  return [first, ...others];
}
