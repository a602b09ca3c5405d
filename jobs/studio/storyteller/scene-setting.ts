/** Reads every scene in the light of the whole story: who “she” is, where we still are, how late it is. */

import {
  type CastMember,
  MAX_ALIKE,
  MAX_CAST,
  MAX_THINGS,
  type Place,
  type SceneReading,
} from '#jobs/story/film/scene-reading.ts';
import type { MusicMood } from '#jobs/story/order/options.ts';
import { joinCast, restingAction } from '#jobs/studio/reading/company.ts';
import { type Fragment, readFragment } from '#jobs/studio/reading/fragment.ts';
import { livesOnLand } from '#jobs/studio/reading/lexicon/kinds.ts';
import { glossOf, isReadAsWritten } from '#jobs/studio/reading/lexicon/languages/gloss.ts';
import { isReadable } from '#jobs/studio/reading/lexicon/things.ts';
import { isAirless, isBeyondEarth } from '#jobs/studio/reading/places.ts';
import { castOf } from './cast';
import { fillDaylight } from './daylight';
import { dressedOfOld, isOfOld, oldPlaceOf } from './era';
import type { ReadScene } from './read-scene';
import { evidenceOf, toldBefore } from './scene-evidence';
import { withoutSpeech } from './sentences';
import { planShots } from './shots';
import { withPieces, withStationsRead } from './story-senses';
import { placesOf, weathersOf } from './whereabouts';
import { heroOf, keepHeroInSight, keepListener, type Present, whoIsThere } from './who-is-there';

/**
 * One reading for each narration. English is read; of other languages only the nouns that their lists know (see
 * `glossOf`). `language` is a BCP 47 tag.
 */
export function readScenes(written: readonly string[], mood: MusicMood, language: string): ReadScene[] {
  const narrations = withPieces(
    isReadAsWritten(language) ? written : written.map((text) => glossOf(text, language)),
  );
  const story = narrations.join(' ');
  const isOld = isOfOld(story);
  const cast = castOf(story);
  const names = new Set(
    cast.characters.flatMap(({ aliases }) => aliases.map((alias) => alias.toLowerCase())),
  );
  const fragments = narrations.map((narration) => {
    const told = withStationsRead(withoutSpeech(narration), story);
    const fragment = readFragment(/\p{L}/u.test(told) ? told : narration, names);
    return isOld && fragment.place ? { ...fragment, place: oldPlaceOf(fragment.place) } : fragment;
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
    cast: (present[i] ?? []).slice(0, MAX_CAST).map((one) => castIn(memberOf(one), isOld)),
    things: thingsOf(fragments, i, present[i] ?? [])
      .map((key) =>
        // No flame burns here: a lamp is an electric one.
        isAirless(places[i] ?? 'abstract') && (key === 'lamp' || key === 'lantern') ? 'torch' : key,
      )
      .slice(0, MAX_THINGS),
    talk: /["“”«»]/.test(narrations[i] ?? '') || TALK.test(narrations[i] ?? ''),
  }));
  for (const scene of scenes) {
    if (scene.place !== 'phone') continue;
    scene.cast = [];
    scene.things = [];
  }
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
      evidence: evidenceOf(
        reading,
        present[i] ?? [],
        fragments[i],
        toldBefore(fragments, i, place),
        written[i] ?? '',
        language,
      ),
    };
  });
}

const castIn = (member: CastMember, isOld: boolean): CastMember => (isOld ? dressedOfOld(member) : member);

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
