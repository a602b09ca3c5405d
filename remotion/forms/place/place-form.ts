/** When and where: a dateline, and a map where the place is known. */
import type { FormOf } from '../../contract/forms';
import type { FormFacts, FormPainter } from '../form-painter';
import { dateline } from './dateline';
import { mapDrawings, worldMap } from './world-map';

/** The vector images that it needs, as paths below `public/`. @param isDark whether the ground is dark */
export function drawingsOf(content: FormOf<'place'>, isDark: boolean): string[] {
  return mapDrawings(content, isDark);
}

/** Date and place, letter by letter, over a map that comes nearer. */
export function placeForm(facts: FormFacts<FormOf<'place'>>): FormPainter {
  const { at } = facts.content;
  const map = at ? worldMap(facts, at) : null;
  const lines = dateline(facts, map !== null);
  return (ms) => {
    const front = lines(ms);
    if (!map) return front;
    const ground = map(ms);
    return {
      box: ground.box,
      state: `${ground.state} ${front.state}`,
      paint: (context) => {
        ground.paint(context);
        front.paint(context);
      },
    };
  };
}
