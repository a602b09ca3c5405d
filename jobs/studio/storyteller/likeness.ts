/** Whether a noun means somebody of whom the story has spoken. */

import { isCreature } from '#jobs/studio/reading/lexicon/kinds.ts';
import { youngOf } from '#jobs/studio/reading/lexicon/lookup.ts';
import { isYoung, kindOf } from '#jobs/studio/reading/lexicon/young.ts';
import type { Mention } from '#jobs/studio/reading/mention.ts';

/** “A deer and her fawn … the mother”: the grown one of two of a kind. */
export function parentAmong<One extends { subject: string | null; name: string | null; count: number }>(
  list: readonly One[],
  { relation, owned, indefinite, name, count }: Mention,
): One | undefined {
  if (relation?.bond !== 'parent' || owned || indefinite || name !== null || count > 1) return undefined;
  return list.findLast(
    ({ subject }) =>
      isCreature(subject) &&
      !isYoung(subject ?? '') &&
      list.some((other) => other.subject === youngOf(subject ?? '') && other.subject !== subject),
  );
}

/** “Little bear Bruno … the bear”: one who was brought in as little is not always called so. */
export const isGrownNameOf = (
  subject: string | null,
  { subject: said, indefinite, relation, count }: Mention,
): boolean =>
  subject !== null &&
  said !== null &&
  !indefinite &&
  relation === null &&
  count === 1 &&
  isYoung(subject) &&
  kindOf(subject) === said;

/** Whether an unnamed mention may mean this character: the captain, the girl, the mouse. */
export function matches(
  one: {
    name: string | null;
    subject: string | null;
    role: string | null;
    relation: string | null;
    count: number;
  },
  mention: Pick<Mention, 'subject' | 'role' | 'relation' | 'count' | 'indefinite'>,
): boolean {
  if (mention.role !== null) return one.role === mention.role && !(one.count > 1 && mention.count === 1);
  if (mention.relation) return one.relation === mention.relation.key && one.subject !== null;
  // “The girl” may be the daughter; “the woman” is not the mother.
  if (one.relation !== null && !YOUNG.has(mention.subject ?? '')) return false;
  if (one.count > 1 && mention.count === 1 && !isCreature(one.subject)) return false;
  // “A tall woman” is not the shopkeeper of before, nor somebody known by name.
  if (mention.indefinite && (one.role !== null || (one.name !== null && !isCreature(one.subject))))
    return false;
  if (one.subject === mention.subject) return true;
  if (one.subject === 'doe' && mention.subject === 'deer') return true;
  return (
    one.name === null &&
    (ADULT_OF[one.subject ?? ''] === mention.subject || ADULT_OF[mention.subject ?? ''] === one.subject)
  );
}

const YOUNG: ReadonlySet<string> = new Set(['girl', 'boy']);

/** “An old man … the man”. */
const ADULT_OF: Readonly<Record<string, string>> = { grandmother: 'woman', grandfather: 'man' };
