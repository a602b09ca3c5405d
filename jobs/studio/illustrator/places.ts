/** What is true of a place, whoever is in it. */
import type { Place } from '#jobs/studio/reading/scene-reading.ts';

/** Places that hide the sky or bring their own. */
const ENCLOSED: ReadonlySet<Place> = new Set([
  'home',
  'bedroom',
  'kitchen',
  'library',
  'workshop',
  'classroom',
  'hall',
  'underwater',
  'space',
  'planet',
  'moon',
]);
const AIRLESS: ReadonlySet<Place> = new Set(['space', 'planet', 'moon', 'underwater']);

export const isIndoors = (place: Place): boolean => ENCLOSED.has(place) && !AIRLESS.has(place);
export const isUnderOpenSky = (place: Place): boolean => !ENCLOSED.has(place);
