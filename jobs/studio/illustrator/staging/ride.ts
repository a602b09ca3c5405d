/** Whoever drives, flies in or rides something: seen in it, or on its back. */

import type { CastMember, SceneReading } from '#jobs/story/film/scene-reading.ts';
import { ellipse, line, n, type Point, place } from '#jobs/studio/illustrator/drawing/path.ts';
import { draw, ellipseShadow, type Stage } from '#jobs/studio/illustrator/drawing/stage.ts';
import { glyphAt } from '#jobs/studio/illustrator/glyphs/glyph.ts';
import type { Vehicle } from '#jobs/studio/illustrator/kit/vehicle-drawing.ts';
import { VEHICLES, type VehicleName, vehicle } from '#jobs/studio/illustrator/kit/vehicles.ts';
import { isPerson } from '#jobs/studio/reading/lexicon/kinds.ts';
import { SUBJECTS } from '#jobs/studio/reading/lexicon/subjects.ts';
import { THINGS } from '#jobs/studio/reading/lexicon/things.ts';
import { isIndoors } from '#jobs/studio/reading/places.ts';
import type { Placed } from './line-up';
import { mirrored } from './line-up';

const AIRBORNE: ReadonlySet<VehicleName> = new Set(['aeroplane', 'balloon', 'rocket']);
/** What one sits on rather than in. */
const SADDLES = ['bicycle', 'motorcycle', 'scooter', 'sled'] as const;
const MOUNTS: ReadonlySet<string> = new Set(
  'horse donkey camel elephant unicorn dragon ox cow llama deer moose zebra mammoth'.split(' '),
);

export type Ride =
  | { kind: 'in'; vehicle: VehicleName; crew: CastMember[] }
  | { kind: 'on'; saddle: (typeof SADDLES)[number]; crew: CastMember[] }
  | { kind: 'mount'; mount: CastMember; crew: CastMember[] };

const ABOARD: ReadonlySet<string> = new Set(['person', 'being']);

/** Who travels in or on what, or null where nobody does. */
export function rideOf({ cast, things, place: where }: SceneReading): Ride | null {
  if (isIndoors(where) || where === 'underwater') return null;
  const aloft = where === 'space' || where === 'clouds';
  const moving = cast.filter(
    (member) =>
      (isPerson(member.subject) && ['drive', 'ride', 'fly', 'sail'].includes(member.action)) ||
      // Nobody stands in the sky beside their rocket.
      (aloft && ABOARD.has(SUBJECTS[member.subject]?.form.kind ?? '') && member.action !== 'climb'),
  );
  const lead = moving[0];
  if (!lead) return null;
  const name = VEHICLES.find(
    (one) => things.includes(one) && (AIRBORNE.has(one) || lead.action === 'drive' || lead.action === 'ride'),
  );
  if (name) return { kind: 'in', vehicle: name, crew: moving.slice(0, 3) };
  if (lead.action !== 'ride' && lead.action !== 'drive') return null;
  const mount = cast.find(({ subject }) => MOUNTS.has(subject));
  if (mount && lead.action === 'ride') return { kind: 'mount', mount, crew: moving.slice(0, 1) };
  const saddle = SADDLES.find((one) => things.includes(one));
  return saddle ? { kind: 'on', saddle, crew: moving.slice(0, 1) } : null;
}

/** How someone sits who is driven or carried. */
const seated = (member: CastMember): CastMember => ({ ...member, action: 'drive' });

/** Those to be lined up for a ride: the crew seated, and their mount as it moves. */
export const boarding = (ride: Ride): CastMember[] => [
  ...ride.crew.map(seated),
  ...(ride.kind === 'mount' ? [ride.mount] : []),
];

/** Everyone and everything that the ride shows, so that nothing else draws them. */
export function ridden(reading: SceneReading): { members: readonly CastMember[]; thing: string | null } {
  const ride = rideOf(reading);
  if (!ride) return { members: [], thing: null };
  if (ride.kind === 'mount') return { members: [ride.mount, ...ride.crew], thing: null };
  return { members: ride.crew, thing: ride.kind === 'in' ? ride.vehicle : ride.saddle };
}

/** The thing as somebody would drive it, if it has wheels and is drawn so; else null. */
export function emptyVehicle(stage: Stage, key: string): Vehicle | null {
  const name = VEHICLES.find((one) => one === key);
  return name && !AIRBORNE.has(name) ? vehicle(stage, name) : null;
}

/** Those who only stand by keep to the side, before the ride. */
export function makeRoomForRide(stage: Stage, others: Placed[]): void {
  const { frame, heroSide } = stage;
  others.forEach((one, i) => {
    one.height *= 0.72;
    one.x = frame.width * (0.5 - heroSide * (i % 2 ? 0.1 : 0.34));
    one.y += frame.height * 0.03;
  });
}

/** Draws the ride with those who were lined up for it: the crew, and their mount last. */
export function paintRide(stage: Stage, ride: Ride, placed: readonly Placed[]): void {
  const { frame, heroSide } = stage;
  const facing = heroSide > 0 ? -1 : 1;
  if (ride.kind === 'in') {
    paintInside(stage, ride.vehicle, placed);
    return;
  }
  const rider = placed.find(({ member }) => !(ride.kind === 'mount' && member === ride.mount));
  if (!rider) return;
  const x = frame.width * (0.5 + heroSide * 0.04);
  const y = frame.feet + stage.lift;
  const height = rider.height * 0.8;
  if (ride.kind === 'mount') {
    const mount = placed.find(({ member }) => member === ride.mount);
    if (!mount) return;
    const tall = Math.max(mount.height, rider.height * 0.95);
    const k = tall / 1000;
    const flip = mirrored({ ...mount, direction: facing }) ? -1 : 1;
    const seat = Math.min(height, tall * 0.86);
    const at: Point = [x - facing * tall * 0.06, y - tall * 0.66];
    seatOn(stage, rider, at, seat, facing);
    draw(stage, 'ground', ellipseShadow(stage, x, y, mount.figure.halfWidth * k));
    draw(stage, 'figures', place(mount.figure.svg, [x, y], { scaleX: k * flip, scaleY: k }));
    const [hx, hy] = at;
    draw(
      stage,
      'figures',
      line(
        `M${n(hx)} ${n(hy + seat * 0.02)}Q${n(hx + facing * seat * 0.16)} ${n(hy + seat * 0.08)} ${n(hx + facing * seat * 0.13)} ${n(hy + seat * 0.3)}`,
        '#3f4560',
        seat * 0.1,
      ) + ellipse(hx + facing * seat * 0.16, hy + seat * 0.34, seat * 0.09, seat * 0.05, '#4a3129'),
    );
    return;
  }
  const thing = THINGS[ride.saddle];
  if (!thing?.glyph) return;
  const tall = rider.height * (ride.saddle === 'sled' ? 0.36 : 0.62);
  seatOn(
    stage,
    rider,
    [x - facing * tall * 0.12, y - tall * (ride.saddle === 'sled' ? 0.34 : 0.8)],
    height,
    facing,
  );
  draw(stage, 'ground', ellipseShadow(stage, x, y, tall * 0.7));
  const glyph = glyphAt(thing.glyph, 0, 0, tall, 'ride_');
  draw(stage, 'figures', place(glyph, [x, y], { scaleX: facing < 0 ? 1 : -1, scaleY: 1 }));
}

/** A rider from the hips up; their legs are hidden by what they sit on. */
function seatOn(stage: Stage, { figure }: Placed, [x, y]: Point, height: number, facing: -1 | 1): void {
  const k = height / 1000;
  draw(
    stage,
    'figures',
    place(figure.svg, [x, y + 330 * k], { scaleX: k * (facing > 0 ? 1 : -1), scaleY: k }),
  );
}

/** From the crown to the waist of a figure, as a share of its height. */
const BUST = 0.62;

function paintInside(stage: Stage, name: VehicleName, crew: readonly Placed[]): void {
  const { frame, heroSide } = stage;
  const drawn = vehicle(stage, name);
  const facing = heroSide > 0 ? -1 : 1;
  const widest = frame.width * (drawn.flies ? 0.62 : frame.format === '9:16' ? 0.94 : 0.62);
  const tallest = frame.feet * (drawn.flies ? 0.8 : 0.62);
  const near = frame.shot === 'wide' ? 0.84 : 1;
  const k = Math.min(widest / 1000, tallest / drawn.height) * near;
  const x = frame.width * (0.5 + heroSide * 0.02);
  const y = drawn.flies ? frame.feet * (name === 'aeroplane' ? 0.72 : 0.94) : frame.feet + stage.lift;
  let people = '';
  drawn.seats.slice(0, crew.length).forEach((seat, i) => {
    const one = crew[i];
    if (!one) return;
    const s = seat.height / BUST / 1000;
    people += place(one.figure.svg, [seat.x, seat.y + 330 * s], { scaleX: -s, scaleY: s });
  });
  if (!drawn.flies) draw(stage, 'ground', ellipseShadow(stage, x, y, 480 * k));
  const turn = name === 'rocket' ? -24 * facing : name === 'aeroplane' ? 5 * facing : 0;
  draw(
    stage,
    'figures',
    place(drawn.behind + people + drawn.front, [x, y], {
      turn,
      scaleX: facing < 0 ? k : -k,
      scaleY: k,
    }),
  );
}
