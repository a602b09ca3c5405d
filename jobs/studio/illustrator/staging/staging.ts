/** Puts the cast on the stage: where each stands, how large, which way it looks, and its shadow. */
import type { CastMember } from '#jobs/story/film/scene-reading.ts';
import { mix } from '#jobs/studio/illustrator/drawing/colour.ts';
import { circle, ellipse, line, n, place, rect, shape } from '#jobs/studio/illustrator/drawing/path.ts';
import { draw, halo, type LayerName, radial, type Stage } from '#jobs/studio/illustrator/drawing/stage.ts';
import { COATS } from '#jobs/studio/illustrator/figures/coats.ts';
import { inLight } from '#jobs/studio/illustrator/kit/buildings.ts';
import { SUBJECTS } from '#jobs/studio/reading/lexicon/subjects.ts';
import { isBuoyant, isIndoors } from '#jobs/studio/reading/places.ts';
import { heldThing } from './hands';
import { mirrored, type Placed, placeCast } from './line-up';
import { listenerOf, paintListener } from './listener';
import { boarding, makeRoomForRide, paintRide, ridden, rideOf } from './ride';
import { boards, makeRoomForBoat, paintBoat } from './vessel';

export function paintCast(stage: Stage, seed: string): void {
  const { cast } = stage.reading;
  const listener = listenerOf(stage);
  const ride = rideOf(stage.reading);
  const { members: riding } = ridden(stage.reading);
  const crew = cast.filter((member) => !riding.includes(member) && boards(stage, member));
  let others = placeCast(
    stage,
    cast.filter((member) => !crew.includes(member) && !riding.includes(member) && member !== listener),
    seed,
  );
  if (crew.length > 0) {
    const boatIsFar = cast[0] !== undefined && !crew.includes(cast[0]);
    if (!boatIsFar) makeRoomForBoat(stage, others);
    const swimmers = boatIsFar ? [] : others.filter((one) => swims(one));
    for (const one of swimmers) paintFigure(stage, one);
    others = others.filter((one) => !swimmers.includes(one));
    paintBoat(stage, placeCast(stage, crew, seed, 'c'), { far: boatIsFar });
  }
  if (ride) {
    makeRoomForRide(stage, others);
    paintRide(stage, ride, placeCast(stage, boarding(ride), seed, 'r'));
  }
  for (const one of [...others].sort((a, b) => a.y - b.y)) paintFigure(stage, one);
  if (listener) paintListener(stage, listener, seed);
  const [hero] = others;
  const held = heldThing(stage.reading);
  if (hero && hero.member === cast[0] && hero.member.action !== 'fly' && held && SHINING.has(held)) {
    const k = hero.height / 1000;
    halo(
      stage,
      'glow',
      hero.x + hero.direction * 250 * k,
      hero.y - 340 * k,
      hero.height * 0.5,
      '#ffcf7a',
      0.3 + stage.palette.dark * 0.5,
    );
  }
}

const SHINING: ReadonlySet<string> = new Set(['lamp', 'lantern', 'candle', 'torch']);

const swims = ({ figure, member }: Placed): boolean => figure.habitat === 'water' || member.action === 'swim';

function paintFigure(stage: Stage, one: Placed): void {
  const { member, figure, x, height } = one;
  const k = height / 1000;
  const asleep = member.action === 'sleep';
  const flip = mirrored(one) ? -1 : 1;
  let { y } = one;
  if (asleep && figure.isPerson && isIndoors(stage.reading.place)) {
    paintBedFor(stage, one);
    return;
  }
  const floating =
    figure.habitat === 'air' || isBuoyant(stage.reading.place) || stage.reading.place === 'clouds';
  const inWater =
    !floating &&
    stage.water !== null &&
    (figure.habitat === 'water' || member.action === 'swim') &&
    stage.reading.place !== 'underwater';
  const animal = !figure.isPerson;
  if (animal && member.action === 'jump') y -= height * 0.2;
  const layer: LayerName = inWater && stage.reading.place !== 'sea' ? 'near' : 'figures';
  if (!floating && !inWater) paintShadow(stage, x, one.y, figure.halfWidth * k, height);
  if (member.action === 'run') paintSpeed(stage, one);
  const turn =
    animal && member.action === 'run' && !COATS[member.subject]
      ? -6 * (one.direction > 0 ? -1 : 1)
      : animal && isBuoyant(stage.reading.place)
        ? -8 * one.direction
        : 0;
  const placed = (part: string) =>
    place(part, [x, y], {
      turn,
      scaleX: k * flip,
      scaleY: k * (asleep && animal && !figure.lies ? 0.86 : 1),
    });
  draw(stage, layer, placed(figure.svg));
  if (layer === 'figures') {
    const after = stage.layers.figures.length;
    if (figure.lids) stage.faces.push({ change: 'blink', after, svg: placed(figure.lids) });
    if (figure.mouth && isSpeaker(stage, member))
      stage.faces.push({ change: 'talk', after, svg: placed(figure.mouth) });
  }
  if (member.subject === 'firefly') halo(stage, 'glow', x, y - height * 0.25, height * 1.1, '#ffe978', 0.85);
  if (asleep)
    paintSnores(
      stage,
      x + one.direction * -30,
      y - height * (figure.isPerson ? 0.36 : figure.lies ? 0.46 : 0.86),
    );
}

/** Whether it can only be they who speak: the one person there, or the one who is seen past whoever listens. */
function isSpeaker(stage: Stage, member: CastMember): boolean {
  const listener = listenerOf(stage);
  const people = stage.reading.cast.filter(
    (one) => one !== listener && SUBJECTS[one.subject]?.form.kind === 'person',
  );
  return people.length === 1 && people[0] === member && member.count === 1;
}

function paintShadow(stage: Stage, x: number, y: number, half: number, height: number): void {
  const { palette, lightSide, style } = stage;
  if (style.name === 'neon') {
    draw(stage, 'ground', ellipse(x, y, half * 1.2, height * 0.05, palette.glow[1], { opacity: 0.25 }));
    return;
  }
  const soft = radial(stage, [
    [0, palette.shadow, 0.55],
    [0.6, palette.shadow, 0.32],
    [1, palette.shadow, 0],
  ]);
  draw(
    stage,
    'ground',
    ellipse(x - lightSide * half * 0.55, y + height * 0.012, half * 1.5, Math.max(14, height * 0.055), soft),
  );
  draw(
    stage,
    'ground',
    ellipse(x, y - 2, half * 0.85, Math.max(10, height * 0.03), palette.shadow, { opacity: 0.3 }),
  );
}

/** Lines of speed behind a runner and dust at its feet. */
function paintSpeed(stage: Stage, { x, y, height, figure, direction }: Placed): void {
  const { random, palette } = stage;
  const back = x - (direction * (figure.halfWidth * height)) / 1000;
  for (let i = 0; i < 4; i++) {
    const length = random.range(80, 150) * (height / 420);
    const from = back - direction * (16 + (i % 2) * 26);
    draw(
      stage,
      'ground',
      line(`M${n(from)} ${n(y - height * (0.18 + i * 0.15))}h${n(-direction * length)}`, '#ffffff', 6, {
        opacity: n(0.55 - i * 0.07),
      }),
    );
  }
  const dust = mix('#fff3dc', palette.sky[1], palette.dark * 0.5);
  for (let i = 0; i < 4; i++)
    draw(
      stage,
      'ground',
      circle(back - direction * (i * 30 - 30), y - 8 - random.range(0, 16), random.range(12, 26), dust, {
        opacity: 0.7,
      }),
    );
}

function paintSnores(stage: Stage, x: number, y: number): void {
  const colour = mix('#fffaf0', stage.palette.light, 0.3);
  const steps: readonly (readonly [number, number, number])[] = [
    [0, 0, 0.1],
    [0.14, -0.15, 0.145],
    [0.32, -0.35, 0.2],
  ];
  steps.forEach(([dx, dy, share], i) => {
    const s = share * stage.frame.unit;
    const z = shape(
      `M0 0H${n(s)}V${n(s * 0.22)}L${n(s * 0.34)} ${n(s * 0.78)}H${n(s)}V${n(s)}H0V${n(s * 0.78)}L${n(s * 0.66)} ${n(s * 0.22)}H0Z`,
      colour,
    );
    draw(
      stage,
      'figures',
      place(z, [x + dx * stage.frame.unit, y + dy * stage.frame.unit], { turn: -8 + i * 5 }),
    );
  });
}

/** A bed under a sleeper, with a pillow and a quilt. */
function paintBedFor(stage: Stage, { figure, x, y, height, direction }: Placed): void {
  const k = height / 1000;
  const wood = inLight(stage, '#8a5a3c', 0.45);
  const quilt = inLight(stage, '#4f7fa8', 0.4);
  const patch = inLight(stage, '#f2c98a', 0.4);
  const bed =
    rect(-640, -560, 70, 560, wood, { rx: 34 }) +
    rect(570, -330, 60, 330, wood, { rx: 30 }) +
    rect(-600, -190, 1200, 110, wood, { rx: 20 }) +
    rect(-590, -290, 1180, 130, inLight(stage, '#fff6e6', 0.35), { rx: 40 }) +
    ellipse(-430, -330, 160, 78, inLight(stage, '#ffffff', 0.3));
  const cover =
    shape('M-220 -150V-330C-150 -480 120 -470 560 -380Q610 -360 610 -300V-140Q200 -90 -220 -150Z', quilt) +
    shape(
      'M-220 -330C-150 -480 -60 -480 20 -470L-10 -390Q-120 -400 -220 -250Z',
      inLight(stage, '#fff6e6', 0.35),
    );
  let patches = '';
  for (let i = 0; i < 4; i++)
    patches += rect(60 + i * 130, -330 + (i % 2) * 70, 60, 60, patch, { rx: 8, opacity: 0.8 });
  const sleeper = place(figure.svg, [-330 + 330, -330], { scaleX: -1, scaleY: 1 });
  const flip = direction > 0 ? 1 : -1;
  draw(
    stage,
    'figures',
    place(bed + place(sleeper, [180, 50]) + cover + patches, [x, y], { scaleX: k * flip, scaleY: k }),
  );
  paintShadow(stage, x, y, 620 * k, height * 0.6);
  paintSnores(stage, x - flip * 380 * k, y - 720 * k);
}
