/** Chooses how near each scene is seen and from which side, so that no two neighbours look the same. */

import type { Place, SceneReading, Shot, Side } from '#jobs/story/film/scene-reading.ts';
import { createRandom } from '#jobs/studio/chance.ts';
import { canTalk } from '#jobs/studio/reading/talk.ts';

/** Places with ground enough to look down on; elsewhere it would hide what makes the place. */
const OPEN_GROUND: ReadonlySet<Place> = new Set([
  'meadow',
  'forest',
  'jungle',
  'mountain',
  'snowfield',
  'orchard',
  'village',
  'desert',
]);
/** Where people sit in one boat, or float. */
const OPEN_WATER: ReadonlySet<Place> = new Set(['sea', 'space', 'underwater']);
const BIG_THINGS: ReadonlySet<string> = new Set([
  'finish line',
  'lighthouse',
  'castle',
  'rocket',
  'ship',
  'ferris wheel',
  'windmill',
  'tree',
  'house',
  'church',
  'temple',
]);

/** What of a scene decides how it is seen; `talk` is whether somebody speaks to somebody. */
type Framed = Pick<SceneReading, 'place' | 'cast' | 'things'> & { talk: boolean };

/** One shot and side for each scene, in order; the same seed always plans the same. */
export function planShots(scenes: readonly Framed[], seed: string): { shot: Shot; side: Side }[] {
  const random = createRandom(`${seed}|shots`);
  const plan: { shot: Shot; side: Side }[] = [];
  scenes.forEach((scene, i) => {
    const before = plan[i - 1];
    const older = plan[i - 2];
    const samePlace = scenes[i - 1]?.place === scene.place;
    const wishes = wishesFor(scene, i, scenes.length, random.next());
    const shot =
      wishes.find(
        (wish) => !(samePlace && wish === before?.shot) && !(wish === 'above' && older?.shot === 'above'),
      ) ??
      wishes[0] ??
      'middle';
    const turned: Side = before?.side === 'left' ? 'right' : 'left';
    const side = before
      ? samePlace || random.chance(0.6)
        ? turned
        : before.side
      : random.chance(0.5)
        ? 'left'
        : 'right';
    plan.push({ shot, side });
  });
  return plan;
}

/** The shots that suit a scene, best first. */
function wishesFor(scene: Framed, i: number, count: number, chance: number): Shot[] {
  const above: Shot[] = OPEN_GROUND.has(scene.place) ? ['above'] : [];
  const big = scene.things.some((thing) => BIG_THINGS.has(thing));
  if (i === 0) return ['wide', 'middle'];
  if (scene.cast.length === 0)
    return chance < 0.4 ? ['wide', ...above, 'middle'] : [...above, 'wide', 'middle'];
  // On a lake or a river the bank would hide a boat that is near.
  if (!OPEN_WATER.has(scene.place) && scene.cast.some(({ action }) => action === 'sail'))
    return ['wide', 'middle'];
  if (big) return ['wide', 'middle', ...above];
  if (i === count - 1 && count > 3) return ['wide', 'middle', 'close'];
  if (
    scene.talk &&
    canTalk(scene.cast) &&
    scene.things.length === 0 &&
    !OPEN_WATER.has(scene.place) &&
    chance < 0.6
  )
    return ['shoulder', 'middle', 'wide'];
  if (scene.cast.length > 2) return ['middle', 'wide', ...above];
  // So near, all but what is in one's hand would be cut.
  if (scene.things.length > 1) return ['middle', 'wide', ...above];
  if (chance < 0.42) return ['close', 'middle', 'wide'];
  if (chance < 0.78) return ['middle', 'close', ...above];
  return [...above, 'wide', 'middle', 'close'];
}
