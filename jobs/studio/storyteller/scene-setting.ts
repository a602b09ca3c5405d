/** Reads every scene in the light of the whole story: who “she” is, where we still are, how late it is. */

import {
  type Action,
  type CastMember,
  MAX_ALIKE,
  MAX_CAST,
  MAX_THINGS,
  type Place,
  type SceneReading,
} from '#jobs/story/film/scene-reading.ts';
import type { MusicMood } from '#jobs/story/order/options.ts';
import { joinCast, restingAction } from '#jobs/studio/reading/company.ts';
import type { SceneEvidence } from '#jobs/studio/reading/evidence.ts';
import { type Fragment, readFragment } from '#jobs/studio/reading/fragment.ts';
import { iconsOf } from '#jobs/studio/reading/icons/icons-found.ts';
import { livesOnLand } from '#jobs/studio/reading/lexicon/kinds.ts';
import { glossOf, isReadAsWritten } from '#jobs/studio/reading/lexicon/languages/gloss.ts';
import { isReadable } from '#jobs/studio/reading/lexicon/things.ts';
import type { Mention } from '#jobs/studio/reading/mention.ts';
import { isAirless, isBeyondEarth } from '#jobs/studio/reading/places.ts';
import { antecedents, characterMeant } from './antecedents';
import { type Character, castOf, type StoryCast } from './cast';
import { fillDaylight } from './daylight';
import type { ReadScene } from './read-scene';
import { withoutSpeech } from './sentences';
import { planShots } from './shots';
import { withPieces, withStationsRead } from './story-senses';
import { placesOf, weathersOf } from './whereabouts';

interface Present {
  character: Character;
  mention: Mention;
}

/**
 * One reading for each narration. English is read; of other languages only the nouns that their lists know (see
 * `glossOf`). `language` is a BCP 47 tag.
 */
export function readScenes(written: readonly string[], mood: MusicMood, language: string): ReadScene[] {
  const narrations = withPieces(
    isReadAsWritten(language) ? written : written.map((text) => glossOf(text, language)),
  );
  const story = narrations.join(' ');
  const cast = castOf(story);
  const names = new Set(
    cast.characters.flatMap(({ aliases }) => aliases.map((alias) => alias.toLowerCase())),
  );
  const fragments = narrations.map((narration) => {
    const told = withStationsRead(withoutSpeech(narration), story);
    return readFragment(/\p{L}/u.test(told) ? told : narration, names);
  });
  const present = whoIsThere(fragments, cast);
  keepHeroInSight(present, fragments);
  keepListener(present, fragments, narrations, heroOf(cast));
  const places = placesOf(
    fragments,
    present.map((here) => here[0]?.character),
  );
  const times = fillDaylight(
    fragments.map((fragment, i) => (isBeyondEarth(places[i] ?? 'abstract') ? 'night' : fragment.time)),
  );
  const weathers = weathersOf(fragments, narrations);
  const scenes = fragments.map((_, i) => ({
    place: landed(places[i] ?? 'abstract', present[i] ?? [], story),
    cast: (present[i] ?? []).slice(0, MAX_CAST).map(memberOf),
    things: thingsOf(fragments, i, present[i] ?? [])
      .map((key) =>
        // No flame burns here: a lamp is an electric one.
        isAirless(places[i] ?? 'abstract') && (key === 'lamp' || key === 'lantern') ? 'torch' : key,
      )
      .slice(0, MAX_THINGS),
    talk: /["“”«»]/.test(narrations[i] ?? '') || TALK.test(narrations[i] ?? ''),
  }));
  const shots = planShots(scenes, written.join(' '));
  return scenes.map(({ place, cast: shown, things }, i) => {
    const reading: SceneReading = {
      place,
      cast: eachOnce(shown),
      things: [...new Set(things)],
      time: times[i] ?? 'noon',
      weather: weathers[i] ?? 'clear',
      mood: fragments[i]?.mood ?? mood,
      shot: shots[i]?.shot ?? 'middle',
      side: shots[i]?.side ?? 'left',
    };
    return {
      reading,
      evidence: evidenceOf(reading, present[i] ?? [], fragments[i], written[i] ?? '', language),
    };
  });
}

/** What the text gives for a reading: who is there, what is there, and where that is. */
function evidenceOf(
  { cast, things, place }: SceneReading,
  here: readonly Present[],
  fragment: Fragment | undefined,
  written: string,
  language: string,
): SceneEvidence {
  const wordsOf = ({ character, mention }: Present) =>
    mention.name ?? mention.pronoun ?? character.name ?? character.role ?? character.subject;
  return {
    figures: cast.map(({ subject }, at) => ({
      what: subject,
      words: here[at] ? wordsOf(here[at]) : subject,
    })),
    things: things.map((what) => ({ what, words: what })),
    place:
      place === 'abstract'
        ? null
        : { what: place, words: fragment?.place === place ? 'told here' : 'as before' },
    icons: iconsOf(written, language),
  };
}

/** What is read stays in the reader's hands though only the scene before names it: “Vera read it twice”. */
function thingsOf(fragments: readonly Fragment[], i: number, here: readonly Present[]): string[] {
  const things = fragments[i]?.things ?? [];
  const reads = here.some(({ mention }) => mention.action === 'read');
  const carried = reads && !things.some((key) => isReadable(key)) ? fragments[i - 1]?.things : undefined;
  return [...things, ...(carried ?? []).filter((key) => isReadable(key))];
}

const AFLOAT =
  /\b(?:sail\w*|boats?|ships?|row(?:ed|ing|s)?|ferry|canoe|raft|aboard|captain|sailors?|mast|deck|yacht|submarine|pirates?|fish(?:erman|ermen|ing))\b/i;

/** Whoever comes to the sea in a story without a boat stands on its shore; swimmers and what flies stay. */
function landed(place: Place, here: readonly Present[], story: string): Place {
  if (place !== 'sea' || AFLOAT.test(story)) return place;
  const dry = here.some(({ character, mention }) => {
    return livesOnLand(character.subject) && mention.action !== 'swim' && mention.action !== 'fly';
  });
  return dry ? 'shore' : place;
}

/** Verbs of people who talk to each other. */
const TALK = /\b(?:said|asked|told|answered|replied|whispered|talked|spoke|promised|argued|explained)\b/;

/** Several of the same have no name and no look of their own. */
function memberOf({ character, mention }: Present): CastMember {
  const { name, subject, role, look } = character;
  const count = mention.pronoun ? Math.max(character.count, mention.count) : name ? 1 : mention.count;
  const action = mention.action ?? restingAction(subject);
  return count > 1
    ? { name: null, subject, role, look: null, action, count: Math.min(count, MAX_ALIKE) }
    : { name, subject, role, look: character.count > 1 ? null : look, action, count };
}

function eachOnce(members: readonly CastMember[]): CastMember[] {
  const cast: CastMember[] = [];
  for (const member of members) joinCast(cast, member);
  return cast;
}

/** Whoever tells the story, or else the one of whom it speaks most often. */
const heroOf = (cast: StoryCast): Character | undefined =>
  cast.narrator ?? [...cast.characters].sort((a, b) => b.mentions - a.mentions)[0];

/** Follows the story scene by scene, remembering of whom it spoke last. */
function whoIsThere(fragments: readonly Fragment[], cast: StoryCast): Present[][] {
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
function keepHeroInSight(present: Present[][], fragments: readonly Fragment[]): void {
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
function keepListener(
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
