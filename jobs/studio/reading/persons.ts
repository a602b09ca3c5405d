/** Which figure stands for a person of whom only sex, age or trade is known. */

import { ROLES } from './lexicon/roles';
import type { Sex } from './lexicon/subject-forms';

/** The person that a role stands for when nothing else is known. */
export const personOfRole = (role: string, sex: Sex | null): string =>
  personFor(ROLES[role]?.sex ?? sex, ROLES[role]?.age ?? 'adult');

export function personFor(sex: Sex | null, age: 'child' | 'adult' | 'old'): string {
  const female = sex === 'female';
  if (age === 'child') return female ? 'girl' : 'boy';
  if (age === 'old') return female ? 'grandmother' : 'grandfather';
  return female ? 'woman' : 'man';
}
