/** Who is in one picture. */

import type { Action, CastMember } from '#jobs/story/film/scene-reading.ts';
import { SUBJECTS } from './lexicon/subjects';

/**
 * Adds someone to a picture's cast. Nobody is in it twice, by name or, without one, by what they are: one who is
 * there already is only told to do what the other does, if they merely stand. A null action is their resting one.
 */
export function joinCast(
  cast: CastMember[],
  { action, ...who }: Omit<CastMember, 'action'> & { action: Action | null },
): void {
  const known = cast.find((member) =>
    who.name !== null
      ? member.name === who.name
      : member.name === null && member.subject === who.subject && member.role === who.role,
  );
  if (!known) cast.push({ ...who, action: action ?? restingAction(who.subject) });
  else if (known.action === 'stand' && action) known.action = action;
}

/** What someone does of whom nothing is said: birds fly and fish swim. */
export function restingAction(subject: string): CastMember['action'] {
  const form = SUBJECTS[subject]?.form;
  if (form?.kind !== 'animal' || form.habitat === 'land') return 'stand';
  return form.habitat === 'air' ? 'fly' : 'swim';
}
