/** Words that say what somebody is to somebody else, and with it how old they are. */
import type { Age } from './ages';
import type { Sex } from './lexicon/subject-forms';

/** How old someone is against the one they belong to. */
export type Bond = 'parent' | 'child' | 'peer' | 'none';

export interface Relation {
  /** One word for all that mean the same: `mother` for mum. */
  key: string;
  /** Null where the word alone does not say. */
  sex: Sex | null;
  bond: Bond;
}

const relation = (key: string, sex: Sex | null, bond: Bond): Relation => ({ key, sex, bond });

const RELATIONS: ReadonlyMap<string, Relation> = new Map(
  Object.entries({
    mother: relation('mother', 'female', 'parent'),
    mum: relation('mother', 'female', 'parent'),
    mom: relation('mother', 'female', 'parent'),
    mama: relation('mother', 'female', 'parent'),
    father: relation('father', 'male', 'parent'),
    dad: relation('father', 'male', 'parent'),
    papa: relation('father', 'male', 'parent'),
    aunt: relation('aunt', 'female', 'parent'),
    uncle: relation('uncle', 'male', 'parent'),
    wife: relation('wife', 'female', 'peer'),
    husband: relation('husband', 'male', 'peer'),
    sister: relation('sister', 'female', 'peer'),
    brother: relation('brother', 'male', 'peer'),
    daughter: relation('daughter', 'female', 'child'),
    son: relation('son', 'male', 'child'),
    niece: relation('niece', 'female', 'child'),
    nephew: relation('nephew', 'male', 'child'),
    granddaughter: relation('granddaughter', 'female', 'none'),
    grandson: relation('grandson', 'male', 'none'),
    grandmother: relation('grandmother', 'female', 'none'),
    grandfather: relation('grandfather', 'male', 'none'),
    neighbour: relation('neighbour', null, 'none'),
    neighbor: relation('neighbour', null, 'none'),
    stranger: relation('stranger', null, 'none'),
    traveller: relation('traveller', null, 'none'),
    traveler: relation('traveller', null, 'none'),
    elder: relation('elder', null, 'none'),
    child: relation('child', null, 'none'),
    kid: relation('child', null, 'none'),
  }),
);

/** What a word makes of somebody, or null for words that make them nobody's. */
export const relationOf = (word: string): Relation | null =>
  RELATIONS.get(word) ?? RELATIONS.get(word.replace(/s$/, '')) ?? null;

/** How old someone is who is this to a person of that age. */
export function ageByBond(bond: Bond, other: Age): Age | null {
  if (bond === 'peer') return other;
  if (bond === 'parent') return other === 'child' ? 'adult' : 'old';
  if (bond === 'child') return other === 'old' ? 'adult' : 'child';
  return null;
}
