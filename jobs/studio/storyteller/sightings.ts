/** Who a story speaks of, and all that it says of each, gathered before it is decided what they look like. */

import type { Look } from '#jobs/story/film/scene-reading.ts';
import type { Age } from '#jobs/studio/reading/ages.ts';
import { isCreature } from '#jobs/studio/reading/lexicon/kinds.ts';
import { youngOf } from '#jobs/studio/reading/lexicon/lookup.ts';
import type { Sex } from '#jobs/studio/reading/lexicon/subject-forms.ts';
import { SUBJECTS } from '#jobs/studio/reading/lexicon/subjects.ts';
import { kindOf } from '#jobs/studio/reading/lexicon/young.ts';
import type { Mention } from '#jobs/studio/reading/mention.ts';
import type { Relation } from '#jobs/studio/reading/relations.ts';
import type { Term } from '#jobs/studio/reading/terms.ts';
import { isGrownNameOf, matches, parentAmong } from './likeness';

export interface Sighting {
  name: string | null;
  surname: string | null;
  /** How often only the surname is used, and only the first name. */
  bySurname: number;
  byName: number;
  subject: string | null;
  role: string | null;
  sex: Sex | null;
  age: Age | null;
  relation: Relation | null;
  /** Whose relation they are. */
  of: Sighting | null;
  wears: Partial<Look>;
  count: number;
  /** Number of the sentence in which they first come. */
  since: number;
  /** Number of the last sentence that was about them. */
  last: number;
  mentions: number;
  she: number;
  he: number;
  /** Signs of childhood less signs of a grown-up's life in the sentences about them. */
  youth: number;
}

const unseen = (of: Sighting | null = null): Sighting => ({
  name: null,
  surname: null,
  bySurname: 0,
  byName: 0,
  subject: null,
  role: null,
  sex: null,
  age: null,
  relation: null,
  of,
  wears: {},
  count: 1,
  since: 0,
  last: 0,
  mentions: 0,
  she: 0,
  he: 0,
  youth: 0,
});

const CHILD_SIGNS: ReadonlySet<string> = new Set(
  'school homework teacher classroom mum mummy dad daddy mom grandma grandpa granny toys toy teddy playground'.split(
    ' ',
  ),
);
const ADULT_SIGNS: ReadonlySet<string> = new Set(
  'wife husband job office retired retirement married daughter son grandchildren work worked drove drive drives salary career beard suitcase passengers clients customers patients'.split(
    ' ',
  ),
);

/** For each sentence, signs of childhood less those of a grown-up. */
function youthBySentence(terms: readonly Term[]): ReadonlyMap<number, number> {
  const youth = new Map<number, number>();
  for (const { word, sentence } of terms) {
    const sign = CHILD_SIGNS.has(word) ? 1 : ADULT_SIGNS.has(word) ? -1 : 0;
    if (sign) youth.set(sentence, (youth.get(sentence) ?? 0) + sign);
  }
  return youth;
}

/** Everyone in the order of their coming, and whoever says “I”. */
export function sight(
  mentions: readonly Mention[],
  terms: readonly Term[],
): { sightings: Sighting[]; self: Sighting } {
  const list: Sighting[] = [];
  const self = unseen();
  const youth = youthBySentence(terms);
  const credited = new Set<number>();
  // A pronoun means whom the sentence, or else the one before it, is about: its first figure.
  let topic: Sighting | null = null;
  let sentence = -1;
  const credit = (one: Sighting, mention: Mention) => {
    if (mention.sentence !== sentence && !credited.has(mention.sentence)) {
      credited.add(mention.sentence);
      one.youth += youth.get(mention.sentence) ?? 0;
    }
  };
  for (const mention of mentions) {
    if (mention.pronoun) {
      const one = mention.pronoun === 'i' ? self : antecedent(mention, topic, list);
      if (mention.pronoun === 'i') credit(self, mention);
      if (mention.use === 'object' || !one) continue;
      if (mention.pronoun === 'she') one.she++;
      if (mention.pronoun === 'he') one.he++;
      if (mention.pronoun !== 'it' && mention.pronoun !== 'they') learn(one, mention);
      if (mention.use !== 'subject' || mention.pronoun === 'i') continue;
      credit(one, mention);
      sentence = mention.sentence;
      one.last = sentence;
      continue;
    }
    const owner: Sighting | null = mention.owned ? ownerMeant(mention, topic, list) : null;
    const kept = beastOf(mention, owner);
    const sibling = siblingMeant(kept, owner, list) ?? parentAmong(list, kept);
    const known =
      sibling ?? list.find((one) => isSame(one, kept)) ?? list.find((one) => isSameGrown(one, kept));
    const one: Sighting = known ?? unseen(mention.relation ? (owner ?? (mention.owned ? self : null)) : null);
    if (!known) {
      list.push(one);
      Object.assign(one, {
        name: kept.name,
        count: kept.count,
        relation: kept.relation,
        since: mention.sentence,
      });
    }
    one.mentions++;
    if (kept.name !== null && kept.name === one.surname) one.bySurname++;
    else if (kept.name !== null && kept.surname === null) one.byName++;
    one.surname ??= kept.surname;
    if (!sibling) learn(one, kept);
    if (mention.sentence !== sentence && !mention.aside && mention.count === 1) {
      credit(one, mention);
      topic = one;
      one.last = mention.sentence;
    }
    if (!mention.aside) sentence = mention.sentence;
  }
  return { sightings: list, self };
}

/** Whom “she” means: the topic while it is fresh, later whoever has been “she” most often. */
function antecedent(
  { pronoun, sentence }: Mention,
  topic: Sighting | null,
  list: readonly Sighting[],
): Sighting | null {
  if (!topic || sentence - topic.last <= 1 || (pronoun !== 'she' && pronoun !== 'he')) return topic;
  const known = list.filter((one) => one[pronoun] >= 2).sort((a, b) => b[pronoun] - a[pronoun]);
  return known[0] ?? topic;
}

/** “Elio and Tomas … his brother”: one of two who came together is the other's. */
function siblingMeant(
  { relation, name, sentence }: Mention,
  owner: Sighting | null,
  list: readonly Sighting[],
): Sighting | undefined {
  if (!owner || name !== null || !['brother', 'sister'].includes(relation?.key ?? '')) return undefined;
  const fits = list.filter(
    (one) =>
      one !== owner &&
      one.name !== null &&
      one.since === owner.since &&
      one.since < sentence &&
      (one.sex === null || one.sex === relation?.sex),
  );
  return fits.length === 1 ? fits[0] : undefined;
}

/** Takes over what a mention says and was not known. */
function learn(one: Sighting, mention: Mention): void {
  one.subject ??= mention.subject;
  one.role ??= mention.role;
  one.sex ??= mention.sex;
  one.age ??= mention.age;
  one.wears = { ...mention.wears, ...one.wears };
}

/** “A girl … Osei … her mother”: whoever fits the pronoun and was spoken of last. */
function ownerMeant({ owner }: Mention, topic: Sighting | null, list: readonly Sighting[]): Sighting | null {
  if (owner === null || !topic || sexSeen(topic) === null || sexSeen(topic) === owner) return topic;
  const fits = list.filter((one) => one.count === 1 && sexSeen(one) === owner);
  return fits.reduce<Sighting | null>((a, b) => (a && a.last > b.last ? a : b), null) ?? topic;
}

const sexSeen = (one: Sighting): Sex | null => {
  const form = SUBJECTS[one.subject ?? '']?.form;
  if (one.she !== one.he) return one.she > one.he ? 'female' : 'male';
  return one.relation?.sex ?? one.sex ?? (form?.kind === 'person' ? form.sex : null);
};

/** An animal's mother is an animal of its kind, grown up; its children are its young. */
function beastOf(mention: Mention, owner: Sighting | null): Mention {
  const { relation } = mention;
  if (!relation || !owner || !isCreature(owner.subject)) return mention;
  const kind = owner.subject ?? '';
  const subject =
    relation.bond === 'parent'
      ? kindOf(kind)
      : relation.bond === 'child' || relation.key === 'child'
        ? youngOf(kind)
        : kind;
  return { ...mention, subject };
}

const isSame = (one: Sighting, mention: Mention): boolean =>
  mention.name !== null
    ? one.name === mention.name || one.surname === mention.name
    : matches({ ...one, relation: one.relation?.key ?? null }, mention);

/** “Little bear Bruno … the bear”: one who was brought in as little is not always called so. */
const isSameGrown = (one: Sighting, mention: Mention): boolean =>
  mention.name === null && isGrownNameOf(one.subject, mention);
