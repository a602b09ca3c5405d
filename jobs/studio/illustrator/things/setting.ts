/** Puts the things of a scene on the stage: buildings behind, objects at the feet, what hangs and flies. */

import { mix } from '#jobs/studio/illustrator/drawing/colour.ts';
import { n, place, shape } from '#jobs/studio/illustrator/drawing/path.ts';
import { draw, ellipseShadow, halo, linear, type Stage } from '#jobs/studio/illustrator/drawing/stage.ts';
import { glyphAspect, glyphAt } from '#jobs/studio/illustrator/glyphs/glyph.ts';
import { castle, house, lighthouse, well, windmill } from '#jobs/studio/illustrator/kit/buildings.ts';
import { paintTable } from '#jobs/studio/illustrator/kit/table.ts';
import { leafTree, palm, pine } from '#jobs/studio/illustrator/kit/trees.ts';
import { sailingBoat } from '#jobs/studio/illustrator/kit/water.ts';
import { paintBeam } from '#jobs/studio/illustrator/light/weather.ts';
import { heldThing } from '#jobs/studio/illustrator/staging/hands.ts';
import { emptyVehicle, ridden } from '#jobs/studio/illustrator/staging/ride.ts';
import { SUBJECTS } from '#jobs/studio/reading/lexicon/subjects.ts';
import { isReadable, THINGS, type Thing } from '#jobs/studio/reading/lexicon/things.ts';
import { isIndoors } from '#jobs/studio/reading/places.ts';
import { paintFinish, paintHanging } from './festive';
import { GROWING, paintBed } from './flowerbed';

export function paintSetting(stage: Stage): void {
  const held = heldThing(stage.reading);
  const reads = stage.reading.cast.some(({ action }) => action === 'read');
  if (stage.reading.place === 'kitchen' && stage.reading.cast.length === 0) paintTable(stage);
  const { thing: taken } = ridden(stage.reading);
  let slot = 0;
  for (const key of stage.reading.things) {
    const thing = THINGS[key];
    if (!thing || key === held || key === taken || (reads && isReadable(key))) continue;
    if (key === 'bed' && stage.reading.place === 'bedroom') continue;
    if (key === 'boat' && stage.reading.place === 'sea' && stage.reading.cast.length > 0) continue;
    if (key === 'lighthouse' && stage.reading.place === 'shore') continue;
    if (key === 'castle' && stage.reading.place === 'castle') continue;
    paintThing(stage, key, thing, slot++);
  }
}

function paintThing(stage: Stage, key: string, thing: Thing, slot: number): void {
  switch (thing.spot) {
    case 'building':
      if (!isIndoors(stage.reading.place)) paintBuilding(stage, thing, slot);
      return;
    case 'banner':
      paintFinish(stage);
      return;
    case 'hanging':
      paintHanging(stage, thing);
      return;
    case 'sky':
      paintFlying(stage, key, thing, slot);
      return;
    case 'water':
      paintOnWater(stage, thing, slot);
      return;
    default:
      paintAtFeet(stage, key, thing, slot);
  }
}

function paintBuilding(stage: Stage, thing: Thing, slot: number): void {
  const { frame, palette } = stage;
  if (
    stage.reading.place === 'sea' ||
    stage.reading.place === 'space' ||
    stage.reading.place === 'underwater'
  ) {
    if (thing.drawn !== 'lighthouse' || stage.reading.place !== 'sea') return;
  }
  const side = slot % 2 ? stage.heroSide : -stage.heroSide;
  const x = frame.width * (0.5 + side * (slot % 2 ? 0.36 : 0.25));
  const y = Math.min(stage.groundAt(x), frame.feet) + frame.height * 0.012;
  const h = Math.min(frame.unit * thing.size * 0.82, y * 0.82);
  switch (thing.drawn) {
    case 'house':
      draw(stage, 'near', house(stage, x, y, h * 0.82, '#f2dcc0', '#b5503f'));
      return;
    case 'tree':
      draw(
        stage,
        'near',
        leafTree(
          stage,
          x,
          y,
          h,
          mix(stage.reading.weather === 'snow' ? '#5a7a66' : palette.land, palette.near, 0.25),
        ),
      );
      return;
    case 'pine':
      draw(stage, 'near', pine(stage, x, y, h * 1.08, mix('#3f6f52', palette.near, 0.35)));
      return;
    case 'palm':
      draw(stage, 'near', palm(stage, x, y, h, mix('#4f9a5a', palette.near, 0.3)));
      return;
    case 'windmill':
      draw(stage, 'near', windmill(stage, x, y, h * 1.05));
      return;
    case 'well':
      draw(stage, 'near', well(stage, x, y, h));
      return;
    case 'castle':
      draw(stage, 'middle', castle(stage, x, y, h * 1.1));
      return;
    case 'lighthouse': {
      const tower = lighthouse(stage, x, y, h);
      draw(stage, 'middle', tower.svg);
      if (palette.dark > 0.15 || stage.reading.weather === 'storm')
        paintBeam(stage, tower.lamp, side < 0 ? 1 : -1);
      return;
    }
    default:
      if (thing.glyph) draw(stage, 'near', glyphAt(thing.glyph, x, y + 6, h * 0.78, `b${slot}_`));
  }
}

function paintFlying(stage: Stage, key: string, thing: Thing, slot: number): void {
  const { frame } = stage;
  if (isIndoors(stage.reading.place) || !thing.glyph) return;
  const alone = stage.reading.cast.length === 0 && slot === 0;
  const h = Math.min(frame.unit * thing.size ** 0.8 * (alone ? 1.5 : 0.85), frame.feet * (alone ? 0.7 : 0.4));
  const side = slot % 2 ? stage.heroSide : -stage.heroSide;
  const x = frame.width * (0.5 + (alone ? 0 : side * 0.24));
  const y = alone ? frame.feet * 0.86 : Math.max(h + 60, frame.horizon * 0.72);
  if (key === 'rocket') {
    const flame = linear(
      stage,
      [
        [0, '#fff3b0', 0.95],
        [1, '#ff6a3d', 0],
      ],
      { x1: 1, y1: 0, x2: 0, y2: 1 },
    );
    const cy = y - h * 0.5;
    draw(
      stage,
      'near',
      shape(
        `M${n(x - h * 0.3)} ${n(cy + h * 0.12)}C${n(x - h * 0.55)} ${n(cy + h * 0.5)} ${n(x - h * 0.85)} ${n(cy + h * 0.95)} ${n(x - h * 1.25)} ${n(cy + h * 1.5)}C${n(x - h * 0.8)} ${n(cy + h * 1.2)} ${n(x - h * 0.35)} ${n(cy + h * 0.75)} ${n(x - h * 0.12)} ${n(cy + h * 0.28)}Z`,
        flame,
      ),
    );
    halo(stage, 'near', x - h * 0.35, cy + h * 0.35, h * 0.4, '#ffb65e', 0.6);
  }
  draw(stage, alone ? 'figures' : 'near', glyphAt(thing.glyph, x, y, h, `s${slot}_`));
}

function paintOnWater(stage: Stage, thing: Thing, slot: number): void {
  const { frame, reading, heroSide } = stage;
  if (stage.water === null || reading.place === 'underwater') return;
  const crewed =
    reading.cast.some((member) => SUBJECTS[member.subject]?.form.kind !== 'animal') &&
    reading.place === 'sea';
  const sailing = reading.cast.some((member) => member.action === 'sail');
  if (thing.drawn === 'boat' && (crewed || sailing)) return;
  const atSea = reading.place === 'sea';
  const alone = reading.cast.length === 0 && slot === 0;
  const h = frame.unit * thing.size ** 0.72 * (alone && atSea ? 1.25 : 0.62);
  const x = frame.width * (0.5 + (alone ? heroSide * 0.05 : -heroSide * 0.27) + (slot % 2) * 0.2 * heroSide);
  const y = alone && atSea ? frame.feet : stage.water - (atSea ? frame.height * 0.05 : 0);
  const layer = alone && atSea ? 'figures' : atSea ? 'middle' : 'near';
  if (thing.drawn === 'boat') {
    const boat = sailingBoat(stage, h * 0.9, heroSide > 0 ? -1 : 1, '#b5483a');
    draw(stage, layer, place(boat.behind + boat.hull, [x, y], { turn: -3 * heroSide }));
    return;
  }
  if (thing.glyph) draw(stage, layer, glyphAt(thing.glyph, x, y + h * 0.12, h, `w${slot}_`));
}

/** A large object stands a little farther off, so that nobody hides it or is hidden. */
function paintBehind(stage: Stage, key: string, thing: Thing, slot: number): void {
  const { frame, reading, heroSide } = stage;
  if (!thing.glyph) return;
  const h = frame.unit * thing.size ** 0.72 * 0.72;
  // The bus that somebody drove is the bus that waits.
  const parked = emptyVehicle(stage, key);
  const half = parked ? (h / parked.height) * 500 : (h * glyphAspect(thing.glyph)) / 2;
  const share = reading.cast.length > 1 ? 0.02 : -0.27;
  const x = Math.max(
    half + 24,
    Math.min(frame.width - half - 24, frame.width * (0.5 + (share + (slot % 2) * 0.3) * heroSide)),
  );
  const y = Math.min(stage.groundAt(x) + frame.height * 0.012, frame.feet + stage.lift);
  const k = parked ? h / parked.height : 1;
  draw(
    stage,
    'ground',
    ellipseShadow(stage, x, y, half),
    parked
      ? place(parked.behind + parked.front, [x, y], { scaleX: heroSide > 0 ? k : -k, scaleY: k })
      : glyphAt(thing.glyph, x, y, h, `t${slot}_`),
  );
}

function paintAtFeet(stage: Stage, key: string, thing: Thing, slot: number): void {
  const { frame, reading, heroSide } = stage;
  if (!thing.glyph) return;
  if (reading.place === 'sea') return;
  const people = reading.cast.length;
  const large = thing.size >= 0.8;
  if (large && people > 0) {
    paintBehind(stage, key, thing, slot);
    return;
  }
  if (people === 0 && slot === 0 && GROWING.has(key)) {
    paintBed(stage, thing);
    return;
  }
  const h = frame.unit * thing.size ** 0.72 * (people === 0 ? 1.7 : 0.82);
  const places =
    people === 0
      ? [0, 0.24, -0.24]
      : people === 1
        ? [-0.26, 0.4, -0.42]
        : people === 2
          ? [-0.02, 0.42, -0.42]
          : [0.43, -0.43, -0.02];
  const half = (h * glyphAspect(thing.glyph)) / 2;
  const x = Math.max(
    half + 24,
    Math.min(frame.width - half - 24, frame.width * (0.5 + (places[slot % 3] ?? 0) * heroSide)),
  );
  const between = people === 2 && slot % 3 === 0;
  const y = frame.feet + stage.lift + (people === 0 ? -0.006 : between ? 0.046 : 0.026) * frame.height;
  draw(stage, 'ground', ellipseShadow(stage, x, y, half));
  draw(stage, 'figures', glyphAt(thing.glyph, x, y, h, `t${slot}_`));
  if (thing.glyph === 'fire' || thing.glyph === 'candle' || thing.glyph === 'storm-lantern') {
    halo(stage, 'glow', x, y - h * 0.5, h * 1.8, '#ffb65e', 0.25 + stage.palette.dark * 0.5);
  }
}
