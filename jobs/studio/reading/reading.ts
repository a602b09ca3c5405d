/** Reads any description of a scene, written by `describeReading` or by a person. */

import {
  type CastMember,
  MAX_CAST,
  MAX_THINGS,
  type Place,
  type SceneReading,
} from '#jobs/story/film/scene-reading.ts';
import { hashText } from '#jobs/studio/chance.ts';
import { joinCast } from './company';
import { readFragment } from './fragment';
import { SUBJECTS } from './lexicon/subjects';
import type { Mention } from './mention';
import { personFor, personOfRole } from './persons';
import { isBeyondEarth } from './places';

/** The scene that a text describes; what it leaves open is filled in quietly. */
export function readScene(text: string): SceneReading {
  const fragment = readFragment(text);
  const cast = castOf(fragment.mentions);
  const place = (fragment.placeWeight > 0.4 ? fragment.place : null) ?? placeFor(cast, fragment.things);
  return {
    place,
    time: fragment.time ?? (isBeyondEarth(place) ? 'night' : 'noon'),
    weather: fragment.weather ?? 'clear',
    mood: fragment.mood ?? 'calm',
    shot: fragment.shot ?? 'middle',
    side: fragment.side ?? (hashText(text) % 2 ? 'left' : 'right'),
    cast,
    things: fragment.things.slice(0, MAX_THINGS),
  };
}

/** Everyone named or called by what they are, each once. */
function castOf(mentions: readonly Mention[]): CastMember[] {
  const cast: CastMember[] = [];
  for (const mention of mentions) {
    if (mention.pronoun || mention.aside) continue;
    const subject =
      mention.subject ??
      (mention.role && mention.age === null
        ? personOfRole(mention.role, mention.sex)
        : personFor(
            mention.sex ?? (hashText(mention.name ?? '') % 2 ? 'female' : 'male'),
            mention.age ?? 'adult',
          ));
    const { name, role, look, action, count } = mention;
    joinCast(cast, { name, subject, role, look, action, count });
  }
  return cast.slice(0, MAX_CAST);
}

function placeFor(cast: readonly CastMember[], things: readonly string[]): Place {
  const form = SUBJECTS[cast[0]?.subject ?? '']?.form;
  if (form?.kind === 'animal' && form.habitat === 'water')
    return cast[0]?.subject === 'whale' ? 'sea' : 'underwater';
  if (cast.some((member) => member.action === 'sail') || things.includes('ship')) return 'sea';
  if (form?.kind === 'animal' || form?.kind === 'puppet') return 'meadow';
  if (cast[0]?.subject === 'astronaut' || things.includes('rocket')) return 'space';
  return 'abstract';
}
