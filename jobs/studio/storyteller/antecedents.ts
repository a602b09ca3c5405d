/** Whom a story means by “she”, “they”, “the captain”. */
import { isPerson } from '#jobs/studio/reading/lexicon/kinds.ts';
import type { Mention } from '#jobs/studio/reading/mention.ts';
import type { Character, StoryCast } from './cast';
import { isGrownNameOf, matches, parentAmong } from './likeness';

export interface Memory {
  cast: StoryCast;
  recent: readonly Character[];
  topic: Character | null;
  /** Who was spoken of in this scene or the one before it. */
  fresh: ReadonlySet<Character>;
  hero: Character | undefined;
  /** Who was already spoken of in the same sentence. */
  inSentence: readonly Character[];
  /** Whether nobody else is in the scene yet. */
  alone: boolean;
}

/** Whom a pronoun means. */
export function antecedents(
  mention: Mention,
  { cast, recent, topic, fresh, hero, inSentence, alone }: Memory,
): Character[] {
  switch (mention.pronoun) {
    case 'she':
    case 'he': {
      const sex = mention.pronoun === 'she' ? 'female' : 'male';
      const fits = (one: Character | null | undefined): one is Character =>
        one !== null && one !== undefined && one.count === 1 && one.sex === sex;
      const order =
        mention.use === 'object'
          ? [...recent.filter((one) => fresh.has(one) && !inSentence.includes(one)), ...inSentence]
          : [...inSentence, topic, ...recent];
      const found =
        order.find((one) => fits(one) && isPerson(one.subject)) ??
        order.find(fits) ??
        (mention.use === 'object'
          ? undefined
          : recent.find((one) => one.sex === null && !isPerson(one.subject)));
      return found ? [found] : [];
    }
    case 'they': {
      if (mention.use === 'possessive' && inSentence.length > 0) return [];
      if (recent[0] && recent[0].count > 1)
        return hero && hero !== recent[0] && fresh.has(hero) ? [hero, recent[0]] : [recent[0]];
      const alike = (one: Character) =>
        Number(hero !== undefined && isPerson(one.subject) === isPerson(hero.subject));
      const others = recent
        .slice(0, 4)
        .filter((one) => one !== hero)
        .sort((a, b) => alike(b) - alike(a))
        .slice(0, hero && recent.slice(0, 4).includes(hero) ? 1 : 2);
      return hero && recent.slice(0, 4).includes(hero) ? [hero, ...others] : others;
    }
    case 'it': {
      const found = recent.find((one) => !isPerson(one.subject));
      return alone && found && found === recent[0] && mention.use === 'subject' ? [found] : [];
    }
    case 'i':
      return cast.narrator ? [cast.narrator] : [];
    default:
      return [];
  }
}

/** Whom a name or a noun means. */
export function characterMeant(mention: Mention, cast: StoryCast, topic: Character | null): Character[] {
  if (mention.name !== null)
    return cast.characters.filter(({ aliases }) => aliases.includes(mention.name ?? '')).slice(0, 1);
  const found =
    siblingOf(topic, mention, cast) ??
    parentAmong(cast.characters, mention) ??
    cast.characters.find((one) => one.name !== null && matches(one, mention)) ??
    cast.characters.find((one) => matches(one, mention)) ??
    cast.characters.find((one) => isGrownNameOf(one.subject, mention));
  return found ? [found] : [];
}

/** “Elio and Tomas … his brother”: the one who came into the story together with the other. */
function siblingOf(topic: Character | null, mention: Mention, cast: StoryCast): Character | undefined {
  const { relation, owned } = mention;
  if (!topic?.name || !owned || !relation || !['brother', 'sister'].includes(relation.key)) return undefined;
  if (cast.characters.some((one) => one.relation === relation.key)) return undefined;
  return cast.characters.find(
    (one) => one !== topic && one.name !== null && one.since === topic.since && one.sex === relation.sex,
  );
}
