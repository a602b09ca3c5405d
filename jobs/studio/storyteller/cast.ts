/** The characters of a whole story: decided once, so that each looks the same in every scene. */

import { CLOTH_COLOURS, type Look } from '#jobs/story/film/scene-reading.ts';
import { hashText } from '#jobs/studio/chance.ts';
import type { Age } from '#jobs/studio/reading/ages.ts';
import { lookFrom } from '#jobs/studio/reading/default-look.ts';
import { ROLES } from '#jobs/studio/reading/lexicon/roles.ts';
import type { Sex } from '#jobs/studio/reading/lexicon/subject-forms.ts';
import { SUBJECTS } from '#jobs/studio/reading/lexicon/subjects.ts';
import { readMentions } from '#jobs/studio/reading/mentions.ts';
import { personFor, personOfRole } from '#jobs/studio/reading/persons.ts';
import { ageByBond } from '#jobs/studio/reading/relations.ts';
import { withoutSpeech } from './sentences';
import { type Sighting, sight } from './sightings';

export interface Character {
  name: string | null;
  /** Every word by which they are called: first name, surname. */
  aliases: readonly string[];
  subject: string;
  role: string | null;
  look: Look | null;
  sex: Sex | null;
  /** What they are to somebody, such as `mother`; null for nothing. */
  relation: string | null;
  /** Number of the sentence in which they first come. */
  since: number;
  /** How many of the same they are. */
  count: number;
  /** How often the story speaks of them. */
  mentions: number;
}

export interface StoryCast {
  characters: Character[];
  /** Whoever tells the story of themselves. */
  narrator: Character | null;
}

/** Finds everyone in the story and gives every person a look, seeded by the story and the name. */
export function castOf(story: string): StoryCast {
  const plain = withoutSpeech(story);
  const { mentions, terms } = readMentions(plain);
  const { sightings, self } = sight(mentions, terms);
  const seed = String(hashText(story));
  const used = new Set<string>();
  const characters = sightings.map((one) => characterOf(one, seed, used));
  const first = (plain.match(/\b(?:I|my|we|our)\b/g) ?? []).length;
  const sentences = (plain.match(/[.!?]/g) ?? []).length + 1;
  if (first < Math.max(2, sentences * 0.3)) return { characters, narrator: null };
  const partner = sightings.find(({ of, relation }) => of === self && relation !== null);
  if (partner?.relation?.key === 'wife') self.sex ??= 'male';
  if (partner?.relation?.key === 'husband') self.sex ??= 'female';
  return { characters, narrator: { ...characterOf(self, `${seed}|i`, used), mentions: first } };
}

function characterOf(one: Sighting, seed: string, used: Set<string>): Character {
  const guessed: Sex | null = one.she > one.he ? 'female' : one.he > one.she ? 'male' : null;
  const fromRole = one.role ? (ROLES[one.role]?.sex ?? null) : null;
  const sex = fromRole ?? (guessed && one.she + one.he > 1 ? guessed : (one.sex ?? guessed));
  const named = one.name ?? one.role ?? one.relation?.key ?? one.subject ?? '';
  const either: Sex = hashText(`${seed}|${named}`) % 2 ? 'female' : 'male';
  const subject = subjectOf(one, sex, either);
  const form = SUBJECTS[subject]?.form;
  const look = form?.kind === 'person' ? lookFrom(`${seed}|${named}`, form, one.role) : null;
  const bySurname = one.surname !== null && one.bySurname > one.byName;
  return {
    count: one.name ? 1 : one.count,
    name: bySurname ? one.surname : one.name,
    aliases: [one.name, one.surname].flatMap((alias) => alias ?? []),
    subject,
    role: one.role,
    look: look && worn(distinct(look, used, one.wears.cloth), one.wears),
    sex: form?.kind === 'person' ? form.sex : sex,
    relation: one.relation?.key ?? null,
    since: one.since,
    mentions: one.mentions + one.she + one.he,
  };
}

/** What they are drawn as: an animal or being as told; a person by sex and by the surest sign of their age. */
function subjectOf(one: Sighting, sex: Sex | null, either: Sex): string {
  const form = SUBJECTS[one.subject ?? '']?.form;
  if (one.subject !== null && form?.kind !== 'person')
    return (sex === 'female' ? FEMALE_OF[one.subject] : undefined) ?? one.subject;
  if (form?.kind === 'person') {
    const known = one.relation && one.relation.sex === null ? sex : (one.relation?.sex ?? form.sex);
    const age = one.age ?? ageAmong(one) ?? form.age;
    return personFor(one.role && sex ? sex : (known ?? either), age);
  }
  if (one.role && one.age === null) return personOfRole(one.role, sex ?? either);
  const grown = one.youth > 0 && one.role === null ? 'child' : 'adult';
  return personFor(sex ?? either, one.age ?? ageAmong(one) ?? grown);
}

/** Animals whose females look different; a hen and a cow have words of their own. */
const FEMALE_OF: Readonly<Record<string, string>> = { deer: 'doe' };

/** The age that someone's relation to another gives them. */
function ageAmong({ relation, of }: Sighting): Age | null {
  if (!relation || !of) return null;
  const form = SUBJECTS[of.subject ?? '']?.form;
  const told = of.age ?? (form?.kind === 'person' ? form.age : null);
  const age = told ?? (of.youth > 0 && of.role === null ? 'child' : of.role || of.name ? 'adult' : null);
  return age && ageByBond(relation.bond, age);
}

/** The look with what the text says of it. */
const worn = (look: Look, wears: Partial<Look>): Look => ({ ...look, ...wears });

/** No two people of a story wear the same colour while there are colours left. */
function distinct(look: Look, used: Set<string>, told: Look['cloth'] | undefined): Look {
  if (told) used.add(told);
  const start = CLOTH_COLOURS.indexOf(look.cloth);
  const cloth =
    CLOTH_COLOURS.map((_, i) => CLOTH_COLOURS[(start + i * 3) % CLOTH_COLOURS.length]).find(
      (colour) => colour && !used.has(colour),
    ) ?? look.cloth;
  used.add(cloth);
  return { ...look, cloth };
}
