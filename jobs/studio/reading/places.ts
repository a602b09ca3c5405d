/** What is true of a place, whoever is in it. */
import type { Place } from '#jobs/story/film/scene-reading.ts';

/** Places that hide the sky or bring their own. */
const ENCLOSED: ReadonlySet<Place> = new Set([
  'home',
  'bedroom',
  'kitchen',
  'library',
  'workshop',
  'classroom',
  'hall',
  'office',
  'cafe',
  'shop',
  'hospital',
  'court',
  'precinct',
  'laboratory',
  'changing-room',
  'cabin',
  'carriage',
  'car',
  'stage',
  'phone',
  'underwater',
  'space',
  'planet',
  'moon',
]);
const BEYOND_EARTH: ReadonlySet<Place> = new Set(['space', 'planet', 'moon']);
const BUOYANT: ReadonlySet<Place> = new Set(['space', 'underwater']);

export const isIndoors = (place: Place): boolean => ENCLOSED.has(place) && !isAirless(place);
export const isUnderOpenSky = (place: Place): boolean => !ENCLOSED.has(place);

/** Whether it is always night there, and nothing weathers. */
export const isBeyondEarth = (place: Place): boolean => BEYOND_EARTH.has(place);

/** Whether nobody breathes and no flame burns there without help. */
export const isAirless = (place: Place): boolean => place === 'underwater' || isBeyondEarth(place);

/** Whether figures float there: nothing bears them. */
export const isBuoyant = (place: Place): boolean => BUOYANT.has(place);
