/** What somebody has in hand. */

import type { SceneReading } from '#jobs/story/film/scene-reading.ts';
import { isPerson } from '#jobs/studio/reading/lexicon/kinds.ts';
import { isReadable, THINGS } from '#jobs/studio/reading/lexicon/things.ts';

/** Things no larger than this are carried. */
const HANDY = 0.5;

/** The thing that the main person carries, if there is a person and something small enough. */
export function heldThing(reading: SceneReading): string | undefined {
  const hero = reading.cast[0];
  if (!hero || !isPerson(hero.subject)) return undefined;
  if (['sleep', 'read', 'swim', 'sail', 'drive', 'ride'].includes(hero.action)) return undefined;
  const read = reading.cast.some(({ action }) => action === 'read');
  return reading.things.find((key) => {
    if (read && isReadable(key)) return false;
    const thing = THINGS[key];
    return thing?.spot === 'ground' && thing.size <= HANDY && thing.glyph !== undefined;
  });
}
