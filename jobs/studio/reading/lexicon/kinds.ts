/** What kind of figure a key of the lexicon of subjects stands for. */

import { SUBJECTS } from './subjects';

export const isPerson = (subject: string): boolean => SUBJECTS[subject]?.form.kind === 'person';

/** Whether it is an animal or another being; a key that stands for nobody is neither that nor a person. */
export const isCreature = (subject: string | null): boolean => {
  const kind = SUBJECTS[subject ?? '']?.form.kind;
  return kind !== undefined && kind !== 'person';
};

/** Whether it has to stay dry: everyone but what flies or swims. */
export const livesOnLand = (subject: string): boolean => {
  const form = SUBJECTS[subject]?.form;
  return form?.kind !== 'animal' || form.habitat === 'land';
};
