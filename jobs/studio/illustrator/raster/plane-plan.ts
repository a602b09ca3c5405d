/** Which layers of a drawing make up each of its planes. */

import type { Drawing } from '#jobs/studio/illustrator/compose.ts';
import type { LayerName } from '#jobs/studio/illustrator/drawing/stage.ts';
import type { LayerLife } from '#remotion/contract/story-props.ts';

export interface PlanePlan {
  layers: LayerName[];
  depth: number;
  life: LayerLife;
}

/** More planes than this cost the browser more than they show. */
const MOST_PLANES = 7;

const PLANES: readonly PlanePlan[] = [
  { layers: ['sky'], depth: 0, life: 'still' },
  { layers: ['clouds'], depth: 0.1, life: 'drift' },
  { layers: ['far'], depth: 0.28, life: 'still' },
  { layers: ['middle', 'near'], depth: 0.5, life: 'still' },
  { layers: ['ground'], depth: 0.75, life: 'still' },
  { layers: ['figures'], depth: 0.75, life: 'breathe' },
  { layers: ['front'], depth: 1, life: 'still' },
  { layers: ['weather'], depth: 0.9, life: 'rain' },
  { layers: ['glow'], depth: 0.75, life: 'glow' },
];

/** Which neighbours become one plane first where there are too many. */
const MERGES: readonly (readonly [into: LayerName, from: LayerName])[] = [
  ['ground', 'figures'],
  ['middle', 'far'],
  ['sky', 'clouds'],
];

/** The planes of a drawing, from far to near: 1 to `MOST_PLANES`, and those of other faces, which are seldom seen. */
export function planPlanes({ stage, layers, faces }: Drawing): PlanePlan[] {
  const drawn = new Set(layers.map(({ name }) => name));
  const falling: LayerLife =
    stage.reading.weather === 'rain' || stage.reading.weather === 'storm' ? 'rain' : 'snow';
  let plans = PLANES.map((plan) => ({
    ...plan,
    life: plan.life === 'rain' ? falling : plan.life,
    layers: plan.layers.filter((name) => drawn.has(name) || name === 'sky'),
  })).filter((plan) => plan.layers.length > 0);
  for (const [into, from] of MERGES) {
    const taken = plans.find((plan) => plan.layers.includes(from));
    const taking = plans.find((plan) => plan.layers.includes(into));
    if (plans.length <= MOST_PLANES || !taken || !taking || taken === taking) continue;
    const earlier = plans.indexOf(taken) < plans.indexOf(taking);
    taking.layers = earlier ? [...taken.layers, ...taking.layers] : [...taking.layers, ...taken.layers];
    plans = plans.filter((plan) => plan !== taken);
  }
  const figures = plans.findIndex((plan) => plan.layers.includes('figures'));
  const depth = plans[figures]?.depth ?? 0;
  if (figures >= 0)
    plans.splice(figures + 1, 0, ...faces.map(({ change }) => ({ layers: [], depth, life: change })));
  return plans;
}
