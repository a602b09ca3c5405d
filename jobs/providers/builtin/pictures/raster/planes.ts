/** From a drawing in layers to a few planes with alpha that, laid over each other, look like the picture. */
import type { LayerLife } from '../../../../../remotion/story-props';
import type { Drawing } from '../compose';
import type { LayerName, Stage } from '../stage';
import { finishPicture } from './finish';
import { paintGouache } from './gouache';
import { layOver } from './lay';
import { lightPlane } from './light-plane';
import { blankPixels, type Pixels, rasterise } from './pixels';
import { shadowOf, treatLayer } from './treatment';
import { paintWatercolourPlane } from './watercolour';

export interface Plane {
  /** Premultiplied; no colour exceeds its alpha. The first plane of a picture is opaque. */
  pixels: Pixels;
  /** From 0, the farthest, to 1, the nearest. */
  depth: number;
  life: LayerLife;
}

interface PlanePlan {
  layers: LayerName[];
  depth: number;
  life: LayerLife;
}

/** More planes than this cost the browser more than they show. */
export const MOST_PLANES = 6;

const PLANES: readonly PlanePlan[] = [
  { layers: ['sky'], depth: 0, life: 'still' },
  { layers: ['clouds'], depth: 0.1, life: 'drift' },
  { layers: ['far'], depth: 0.28, life: 'still' },
  { layers: ['middle', 'near'], depth: 0.5, life: 'still' },
  { layers: ['ground', 'figures'], depth: 0.75, life: 'still' },
  { layers: ['front'], depth: 1, life: 'still' },
  { layers: ['weather'], depth: 0.9, life: 'rain' },
  { layers: ['glow'], depth: 0.75, life: 'glow' },
];

/** Which neighbours become one plane first where there are too many. */
const MERGES: readonly (readonly [into: LayerName, from: LayerName])[] = [
  ['middle', 'far'],
  ['sky', 'clouds'],
];

/** The planes of a drawing, from far to near: 1 to `MOST_PLANES`. */
export function planPlanes({ stage, layers }: Drawing): PlanePlan[] {
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
  return plans;
}

/**
 * Renders the planes one after another. `take` gets each as soon as it is done and must be done with its
 * pixels when it resolves: the next plane is drawn in the same memory.
 */
export async function renderPlanes(drawing: Drawing, take: (plane: Plane) => Promise<void>): Promise<void> {
  const { stage, layers, margin } = drawing;
  const width = stage.frame.width + 2 * margin[0];
  const height = stage.frame.height + 2 * margin[1];
  const svgs = new Map(layers.map(({ name, svg }) => [name, svg]));
  /** All planes so far: as the paint was laid on for watercolour, as they are shown otherwise. */
  const seen = blankPixels(width, height, margin, 255);
  const plane = blankPixels(width, height, margin, 0);
  for (const [i, { layers: names, depth, life }] of planPlanes(drawing).entries()) {
    plane.data.fill(i === 0 ? 255 : 0);
    for (const name of names) {
      const svg = svgs.get(name);
      if (svg === undefined) continue;
      const layer = await rasterise(svg, margin);
      treatLayer(layer, name, stage);
      layOver(plane, layer, shadowOf(stage, name));
    }
    if (life === 'glow') lightPlane(plane, seen);
    else paintPlane(plane, seen, stage);
    containColours(plane);
    await take({ pixels: plane, depth, life });
  }
}

function paintPlane(plane: Pixels, seen: Pixels, stage: Stage): void {
  if (stage.style.name === 'watercolor') paintWatercolourPlane(plane, seen);
  if (stage.style.name === 'gouache') paintGouache(plane);
  finishPicture(plane, stage.style);
  if (stage.style.name !== 'watercolor') layOver(seen, plane, null);
}

/** Light that adds to what lies behind (colour above alpha) becomes light that covers it a little. */
function containColours({ data }: Pixels): void {
  for (let p = 0; p < data.length; p += 4) {
    const most = Math.max(data[p] as number, data[p + 1] as number, data[p + 2] as number);
    if (most > (data[p + 3] as number)) data[p + 3] = most;
  }
}
