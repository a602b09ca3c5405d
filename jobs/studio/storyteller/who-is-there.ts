/** Who is there in each scene: whom a pronoun means, who stays though nobody names them, who listens. */
import { type Action, MAX_CAST } from '#jobs/story/film/scene-reading.ts';
import type { Fragment } from '#jobs/studio/reading/fragment.ts';
import type { Mention } from '#jobs/studio/reading/mention.ts';
import { antecedents, characterMeant } from './antecedents';
import type { Character, StoryCast } from './cast';

/** Somebody who is there, by what the scene says of them. */
export interface Present {
  character: Character;
  mention: Mention;
}

/** Whoever tells the story, or else the one of whom it speaks most often. */
export const heroOf = (cast: StoryCast): Character | undefined =>
  cast.narrator ?? [...cast.characters].sort((a, b) => b.mentions - a.mentions)[0];

/** Follows the story scene by scene, remembering of whom it spoke last. */
export function whoIsThere(fragments: readonly Fragment[], cast: StoryCast): Present[][] {
  const hero = heroOf(cast);
  /** Most recently spoken of first. */
  const recent: Character[] = [];
  /** Whom the last sentence was about. */
  let topic: Character | null = null;
  /** How many there are of one who was joined by another: “another goat”. */
  const joined = new Map<Character, number>();
  let before: readonly Character[] = [];
  return fragments.map((fragment) => {
    const present: Present[] = [];
    const add = (character: Character, mention: Mention) => {
      const known = present.find((one) => one.character === character);
      if (!known) present.push({ character, mention });
      else if (known.mention.aside && !mention.aside)
        known.mention = { ...mention, action: mention.action ?? known.mention.action };
      else if (mention.count > known.mention.count)
        known.mention = { ...known.mention, count: mention.count };
      else if (known.mention.action === null && mention.action !== null)
        known.mention = { ...known.mention, action: mention.action };
    };
    let sentence = -1;
    for (const spoken of fragment.mentions) {
      const pair = spoken.pronoun === 'they' && recent[0] ? joined.get(recent[0]) : undefined;
      const mention = pair ? { ...spoken, count: pair } : spoken;
      const inSentence = present
        .filter((one) => one.mention.sentence === mention.sentence)
        .map((one) => one.character);
      const found = pair
        ? recent.slice(0, 1)
        : mention.pronoun
          ? antecedents(mention, {
              cast,
              recent,
              topic,
              fresh: new Set([...before, ...present.map(({ character }) => character)]),
              hero,
              inSentence,
              alone: present.length === 0,
            })
          : characterMeant(mention, cast, topic);
      for (const character of found) {
        add(character, mention);
        if (mention.aside) continue;
        if (!mention.pronoun && mention.count > 1 && character.count === 1 && character.name === null)
          joined.set(character, mention.count);
        const at = recent.indexOf(character);
        if (at >= 0) recent.splice(at, 1);
        recent.unshift(character);
        if (mention.sentence !== sentence && mention.use === 'subject' && character.count === 1)
          topic = character;
        sentence = mention.sentence;
      }
    }
    if (present.length > 0) before = present.map(({ character }) => character);
    const here = present.filter(({ mention }) => !mention.aside);
    // Someone only spoken of is drawn if nobody else is there and the story is theirs.
    const shown = here.length > 0 ? here : present.filter(({ character }) => character.name !== null);
    return shown.sort((a, b) => weight(b, hero) - weight(a, hero));
  });
}

/**
 * A scene that speaks of nobody (“The storm came without a warning”) still shows those of the scene before, as
 * long as the text does not go elsewhere: at most two scenes running.
 */
export function keepHeroInSight(present: Present[][], fragments: readonly Fragment[]): void {
  let kept = 0;
  present.forEach((here, i) => {
    const before = present[i - 1];
    kept = here.length === 0 && before?.length && !goesElsewhere(fragments, i) && kept < 2 ? kept + 1 : 0;
    if (kept === 0 || !before) return;
    present[i] = before.slice(0, 2).map(({ character, mention }) => ({
      character,
      // What they did there they need not do here, but who sails or flies goes on.
      mention: { ...mention, action: lastingAction(mention.action, fragments[i]) },
    }));
  });
}

/** “Badly,” said the owl: the hero who was there a scene ago is the one to whom it is said. */
export function keepListener(
  present: Present[][],
  fragments: readonly Fragment[],
  narrations: readonly string[],
  hero: Character | undefined,
): void {
  present.forEach((here, i) => {
    const before = [...(present[i - 1] ?? []), ...(present[i - 2] ?? [])].find(
      ({ character }) => character === hero,
    );
    if (!before || here.length === 0 || here.length >= MAX_CAST || goesElsewhere(fragments, i)) return;
    if (!/["“”«»]/.test(narrations[i] ?? '') || here.some(({ character }) => character === hero)) return;
    here.unshift({ character: before.character, mention: { ...before.mention, action: null } });
  });
}

/** Whether a scene is told to be where the story has not been. */
const goesElsewhere = (fragments: readonly Fragment[], i: number): boolean => {
  const fragment = fragments[i];
  if (!fragment || fragment.placeWeight <= 0.8) return false;
  return !fragments
    .slice(0, i)
    .some(({ place, placeWeight }) => place === fragment.place && placeWeight > 0.5);
};

/** A boat stays a boat only where nothing of a house is told. */
const lastingAction = (action: Action | null, fragment: Fragment | undefined): Action | null =>
  action === null || !LASTING.has(action) || (action === 'sail' && (fragment?.things.length ?? 0) > 0)
    ? null
    : action;

const LASTING: ReadonlySet<Action> = new Set(['sail', 'fly', 'swim', 'sleep', 'sit', 'drive', 'ride']);

/** The story's main figures come first; small animals never push them aside. */
const weight = ({ character }: Present, hero: Character | undefined): number =>
  (character === hero ? 2 : 0) + (character.name ? 1 : 0);
