/** The characters of a whole story: decided once, so that each looks the same in every scene. */
import { lookFrom } from '../pictures/figures/look';
import { type PersonForm, ROLES, type Sex, SUBJECTS } from '../pictures/lexicon/subjects';
import { type Mention, personFor, personOfRole, readMentions } from '../pictures/mentions';
import { hashText } from '../pictures/random';
import { CLOTH_COLOURS, type Look } from '../pictures/scene';
import { withoutSpeech } from './sentences';

export interface Character {
  name: string | null;
  subject: string;
  role: string | null;
  look: Look | null;
  sex: Sex | null;
  /** How many of the same they are. */
  count: number;
  /** How often the story speaks of them. */
  mentions: number;
}

export interface StoryCast {
  characters: Character[];
  /** Whether someone tells the story of themselves. */
  narrator: Character | null;
}

interface Sighting {
  name: string | null;
  subject: string | null;
  role: string | null;
  sex: Sex | null;
  age: PersonForm['age'] | null;
  count: number;
  mentions: number;
  she: number;
  he: number;
}

/** Finds everyone in the story and gives every person a look, seeded by the story and the name. */
export function castOf(story: string): StoryCast {
  const sightings = sight(readMentions(withoutSpeech(story)).mentions);
  const seed = String(hashText(story));
  const used = new Set<string>();
  const characters = sightings.map((one) => characterOf(one, seed, used));
  const plain = withoutSpeech(story);
  const first = (plain.match(/\b(?:I|my|we|our)\b/g) ?? []).length;
  const sentences = (plain.match(/[.!?]/g) ?? []).length + 1;
  const narrator =
    first >= Math.max(2, sentences * 0.3)
      ? characterOf(
          {
            name: null,
            subject: hashText(story) % 2 ? 'girl' : 'boy',
            role: null,
            sex: null,
            age: null,
            count: 1,
            mentions: first,
            she: 0,
            he: 0,
          },
          `${seed}|i`,
          used,
        )
      : null;
  return { characters, narrator };
}

function sight(mentions: readonly Mention[]): Sighting[] {
  const list: Sighting[] = [];
  // A pronoun means whom the sentence, or else the one before it, is about: its first figure.
  let topic: Sighting | null = null;
  let sentence = -1;
  for (const mention of mentions) {
    if (mention.pronoun) {
      if (mention.use === 'object' || !topic) continue;
      if (mention.use === 'subject') sentence = mention.sentence;
      if (mention.pronoun === 'she') topic.she++;
      if (mention.pronoun === 'he') topic.he++;
      continue;
    }
    if (mention.parent && topic && isAnimal(topic.subject)) continue;
    const known = list.find((one) =>
      mention.name !== null ? one.name === mention.name : matches(one, mention),
    );
    if (known) {
      known.mentions++;
      known.subject = known.subject ?? mention.subject;
      known.role = known.role ?? mention.role;
      known.sex = known.sex ?? mention.sex;
      known.age = known.age ?? mention.age;
      if (mention.sentence !== sentence && !mention.aside && mention.count === 1) topic = known;
      if (!mention.aside) sentence = mention.sentence;
      continue;
    }
    const found: Sighting = {
      name: mention.name,
      subject: mention.subject,
      role: mention.role,
      sex: mention.sex,
      age: mention.age,
      count: mention.count,
      mentions: 1,
      she: 0,
      he: 0,
    };
    list.push(found);
    if (mention.sentence !== sentence && !mention.aside && mention.count === 1) topic = found;
    if (!mention.aside) sentence = mention.sentence;
  }
  return list;
}

const isAnimal = (subject: string | null): boolean => {
  const kind = SUBJECTS[subject ?? '']?.form.kind;
  return kind !== undefined && kind !== 'person';
};

/** Whether an unnamed mention may mean this character: the captain, the girl, the mouse. */
export function matches(
  one: { name: string | null; subject: string | null; role: string | null },
  mention: Pick<Mention, 'subject' | 'role'>,
): boolean {
  if (mention.role !== null) return one.role === mention.role;
  if (one.subject === mention.subject) return true;
  return (
    one.name === null &&
    (ADULT_OF[one.subject ?? ''] === mention.subject || ADULT_OF[mention.subject ?? ''] === one.subject)
  );
}

/** “An old man … the man”. */
const ADULT_OF: Readonly<Record<string, string>> = { grandmother: 'woman', grandfather: 'man' };

function characterOf(one: Sighting, seed: string, used: Set<string>): Character {
  const guessed: Sex | null = one.she > one.he ? 'female' : one.he > one.she ? 'male' : null;
  const fromRole = one.role ? (ROLES[one.role]?.sex ?? null) : null;
  const sex = fromRole ?? (guessed && one.she + one.he > 1 ? guessed : (one.sex ?? guessed));
  const named = one.name ?? one.role ?? one.subject ?? '';
  const either: Sex = hashText(`${seed}|${named}`) % 2 ? 'female' : 'male';
  let subject =
    one.subject ??
    (one.role && one.age === null
      ? personOfRole(one.role, sex ?? either)
      : personFor(sex ?? either, one.age ?? 'adult'));
  let form = SUBJECTS[subject]?.form;
  if (one.role && form?.kind === 'person' && sex && form.sex !== sex) {
    subject = personFor(sex, form.age);
    form = SUBJECTS[subject]?.form;
  }
  const look = form?.kind === 'person' ? distinct(lookFrom(`${seed}|${named}`, form, one.role), used) : null;
  return {
    count: one.name ? 1 : one.count,
    name: one.name,
    subject,
    role: one.role,
    look,
    sex: form?.kind === 'person' ? form.sex : sex,
    mentions: one.mentions + one.she + one.he,
  };
}

/** No two people of a story wear the same colour while there are colours left. */
function distinct(look: Look, used: Set<string>): Look {
  const start = CLOTH_COLOURS.indexOf(look.cloth);
  const cloth =
    CLOTH_COLOURS.map((_, i) => CLOTH_COLOURS[(start + i * 3) % CLOTH_COLOURS.length]).find(
      (colour) => colour && !used.has(colour),
    ) ?? look.cloth;
  used.add(cloth);
  return { ...look, cloth };
}
