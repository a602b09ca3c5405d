/** Reads every scene in the light of the whole story: who “she” is, where we still are, how late it is. */

import type { MusicMood } from '../../../domain/options';
import { type Fragment, readFragment } from '../pictures/fragment';
import { SUBJECTS } from '../pictures/lexicon/subjects';
import type { Mention } from '../pictures/mentions';
import { restingAction } from '../pictures/reading';
import {
  type Action,
  type CastMember,
  MAX_CAST,
  MAX_THINGS,
  type Place,
  type SceneReading,
  type Weather,
} from '../pictures/scene';
import { type Character, castOf, matches, type StoryCast } from './cast';
import { fillDaylight } from './daylight';
import { withoutSpeech } from './sentences';
import { planShots } from './shots';

interface Present {
  character: Character;
  mention: Mention;
}

/** One reading for each narration. */
export function storyboardOf(narrations: readonly string[], mood: MusicMood): SceneReading[] {
  const story = narrations.join(' ');
  const cast = castOf(story);
  const names = new Set(cast.characters.flatMap(({ name }) => (name ? [name.toLowerCase()] : [])));
  const fragments = narrations.map((narration) => {
    const told = withoutSpeech(narration);
    return readFragment(/\p{L}/u.test(told) ? told : narration, names);
  });
  const present = whoIsThere(fragments, cast);
  keepHeroInSight(present, fragments);
  const places = placesOf(fragments, present);
  const times = fillDaylight(
    fragments.map((fragment, i) =>
      places[i] === 'space' || places[i] === 'planet' || places[i] === 'moon' ? 'night' : fragment.time,
    ),
  );
  const weathers = weathersOf(fragments, narrations);
  const scenes = fragments.map((fragment, i) => ({
    place: places[i] ?? 'abstract',
    cast: (present[i] ?? []).slice(0, MAX_CAST).map(memberOf),
    things: fragment.things.slice(0, MAX_THINGS),
  }));
  const shots = planShots(scenes, story);
  return scenes.map((scene, i) => ({
    ...scene,
    time: times[i] ?? 'noon',
    weather: weathers[i] ?? 'clear',
    mood: fragments[i]?.mood ?? mood,
    shot: shots[i]?.shot ?? 'middle',
    side: shots[i]?.side ?? 'left',
  }));
}

const memberOf = ({ character, mention }: Present): CastMember => ({
  name: character.name,
  subject: character.subject,
  role: character.role,
  look: character.count > 1 ? null : character.look,
  action: mention.action ?? restingAction(character.subject),
  count: mention.pronoun ? character.count : character.name ? 1 : mention.count,
});

/** Follows the story scene by scene, remembering of whom it spoke last. */
function whoIsThere(fragments: readonly Fragment[], cast: StoryCast): Present[][] {
  const hero = [...cast.characters].sort((a, b) => b.mentions - a.mentions)[0];
  /** Most recently spoken of first. */
  const recent: Character[] = [];
  /** Whom the last sentence was about. */
  let topic: Character | null = null;
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
    for (const mention of fragment.mentions) {
      const inSentence = present
        .filter((one) => one.mention.sentence === mention.sentence)
        .map((one) => one.character);
      const found = mention.pronoun
        ? antecedents(mention, { cast, recent, topic, hero, inSentence, alone: present.length === 0 })
        : mention.parent && recent[0] && !isPerson(recent[0])
          ? []
          : characterMeant(mention, cast);
      for (const character of found) {
        add(character, mention);
        if (mention.aside) continue;
        const at = recent.indexOf(character);
        if (at >= 0) recent.splice(at, 1);
        recent.unshift(character);
        if (mention.sentence !== sentence && mention.use === 'subject' && character.count === 1)
          topic = character;
        sentence = mention.sentence;
      }
    }
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
function keepHeroInSight(present: Present[][], fragments: readonly Fragment[]): void {
  let kept = 0;
  present.forEach((here, i) => {
    const before = present[i - 1];
    const fragment = fragments[i];
    const isElsewhere = (fragment?.placeWeight ?? 0) > 0.8 && fragment?.place !== lastPlace(fragments, i);
    kept = here.length === 0 && before?.length && !isElsewhere && kept < 2 ? kept + 1 : 0;
    if (kept === 0 || !before) return;
    present[i] = before.slice(0, 2).map(({ character, mention }) => ({
      character,
      // What they did there they need not do here, but who sails or flies goes on.
      mention: { ...mention, action: mention.action && LASTING.has(mention.action) ? mention.action : null },
    }));
  });
}

const LASTING: ReadonlySet<Action> = new Set(['sail', 'fly', 'swim', 'sleep', 'sit']);

/** Where the story was last said to be before scene `i`. */
const lastPlace = (fragments: readonly Fragment[], i: number): Place | null =>
  fragments.slice(0, i).findLast(({ placeWeight }) => placeWeight > 0.5)?.place ?? null;

/** The story's main figures come first; small animals never push them aside. */
const weight = ({ character }: Present, hero: Character | undefined): number =>
  (character === hero ? 2 : 0) + (character.name ? 1 : 0);

interface Memory {
  cast: StoryCast;
  recent: readonly Character[];
  topic: Character | null;
  hero: Character | undefined;
  /** Who was already spoken of in the same sentence. */
  inSentence: readonly Character[];
  /** Whether nobody else is in the scene yet. */
  alone: boolean;
}

const isPerson = (one: Character): boolean => SUBJECTS[one.subject]?.form.kind === 'person';

function antecedents(
  mention: Mention,
  { cast, recent, topic, hero, inSentence, alone }: Memory,
): Character[] {
  switch (mention.pronoun) {
    case 'she':
    case 'he': {
      const sex = mention.pronoun === 'she' ? 'female' : 'male';
      const fits = (one: Character | null | undefined): one is Character =>
        one !== null && one !== undefined && one.count === 1 && one.sex === sex;
      const order =
        mention.use === 'object'
          ? [...recent.filter((one) => !inSentence.includes(one)), ...inSentence]
          : [...inSentence, topic, ...recent];
      const found =
        order.find((one) => fits(one) && isPerson(one)) ??
        order.find(fits) ??
        (mention.use === 'object' ? undefined : recent.find((one) => one.sex === null && !isPerson(one)));
      return found ? [found] : [];
    }
    case 'they': {
      if (mention.use === 'possessive' && inSentence.length > 0) return [];
      const others = recent
        .slice(0, 4)
        .filter((one) => one !== hero)
        .sort((a, b) => b.mentions - a.mentions)
        .slice(0, hero && recent.slice(0, 4).includes(hero) ? 1 : 2);
      return hero && recent.slice(0, 4).includes(hero) ? [hero, ...others] : others;
    }
    case 'it': {
      const found = recent.find((one) => !isPerson(one));
      return alone && found && found === recent[0] && mention.use === 'subject' ? [found] : [];
    }
    case 'i':
      return cast.narrator ? [cast.narrator] : [];
    default:
      return [];
  }
}

function characterMeant(mention: Mention, cast: StoryCast): Character[] {
  if (mention.name !== null) return cast.characters.filter((one) => one.name === mention.name).slice(0, 1);
  const found =
    cast.characters.find((one) => one.name !== null && matches(one, mention)) ??
    cast.characters.find((one) => matches(one, mention));
  return found ? [found] : [];
}

/** Where each scene is: as told, else where the last one was, else where the next told one is. */
function placesOf(fragments: readonly Fragment[], present: readonly Present[][]): Place[] {
  let current: Place | null = null;
  const places = fragments.map((fragment) => {
    if (fragment.place && fragment.placeWeight > (current === null ? 0.5 : 0.8)) current = fragment.place;
    return current;
  });
  const first = places.findIndex((place) => place !== null);
  return places.map(
    (place, i) =>
      place ?? (first >= 0 && first - i <= 2 ? places[first] : null) ?? homeOf(present[i]?.[0]?.character),
  );
}

/** Where a figure belongs when the story never says where it is. */
function homeOf(character: Character | undefined): Place {
  const form = SUBJECTS[character?.subject ?? '']?.form;
  if (form?.kind === 'animal' && form.habitat === 'water') return 'sea';
  if (form?.kind === 'animal' || form?.kind === 'puppet') return 'meadow';
  if (character?.subject === 'astronaut') return 'space';
  return 'abstract';
}

const ENDED =
  /\b(?:storm|rain|snow|wind|fog|mist|thunder|clouds)\b[^.]{0,30}\b(?:passed|ended|stopped|died|faded|lifted|cleared|was over|were gone)\b/i;

/** Weather lasts into the next scene unless the text says that it ends or another comes. */
function weathersOf(fragments: readonly Fragment[], narrations: readonly string[]): Weather[] {
  let lasting: Weather = 'clear';
  return fragments.map((fragment, i) => {
    const narration = narrations[i] ?? '';
    if (
      ENDED.test(narration) ||
      /\b(?:sunshine|sunny|blue sky|clear sky|the sun (?:rose|shone|came))\b/i.test(narration)
    ) {
      lasting = 'clear';
      return 'clear';
    }
    if (fragment.weather) {
      lasting = fragment.weather;
      return fragment.weather;
    }
    const now = lasting;
    if (fragment.time !== null || fragment.placeWeight > 0.8) lasting = 'clear';
    return fragment.placeWeight > 0.8 && i > 0 && now !== 'snow' ? lasting : now;
  });
}
