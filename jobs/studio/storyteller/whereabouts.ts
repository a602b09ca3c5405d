/** Where each scene is and what weather it has, as told or as it follows from the scenes around it. */

import type { Place, Weather } from '#jobs/story/film/scene-reading.ts';
import type { Fragment } from '#jobs/studio/reading/fragment.ts';
import { SUBJECTS } from '#jobs/studio/reading/lexicon/subjects.ts';
import type { Character } from './cast';

/** Where each scene is: as told, else where the last one was, else where the next told one is. */
export function placesOf(fragments: readonly Fragment[], leads: readonly (Character | undefined)[]): Place[] {
  let current: Place | null = null;
  const places = fragments.map((fragment) => {
    // One looks at a screen wherever one is, and is there still afterwards.
    if (fragment.place === 'phone') return 'phone';
    if (fragment.place && fragment.placeWeight > (current === null ? 0.5 : 0.8)) current = fragment.place;
    return current;
  });
  const isLasting = (place: Place | null) => place !== null && place !== 'phone';
  const first = places.findIndex(isLasting);
  const isOnlyOne = new Set(places.filter(isLasting)).size === 1;
  const hinted = first < 0 ? mostHinted(fragments) : null;
  return places.map(
    (place, i) =>
      place ??
      (first >= 0 && (first - i <= 2 || isOnlyOne) ? places[first] : null) ??
      hinted ??
      homeOf(leads[i]),
  );
}

/** Where a story is that only hints at it, scene after scene. */
function mostHinted(fragments: readonly Fragment[]): Place | null {
  const hints = new Map<Place, number>();
  for (const { place, placeWeight } of fragments)
    if (place && place !== 'phone') hints.set(place, (hints.get(place) ?? 0) + placeWeight);
  return [...hints].reduce<[Place, number] | null>((a, b) => (a && a[1] >= b[1] ? a : b), null)?.[0] ?? null;
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
export function weathersOf(fragments: readonly Fragment[], narrations: readonly string[]): Weather[] {
  let lasting: Weather = 'clear';
  let here: Place | null = null;
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
      here = fragment.place ?? here;
      return fragment.weather;
    }
    const now = lasting;
    const moves = fragment.placeWeight > 0.8 && fragment.place !== here;
    if (fragment.time !== null || moves) lasting = 'clear';
    if (fragment.placeWeight > 0.8) here = fragment.place;
    return moves && i > 0 && now !== 'snow' ? lasting : now;
  });
}
