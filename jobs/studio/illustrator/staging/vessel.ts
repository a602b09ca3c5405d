/** Everyone who has to stay dry, in one boat, and room around it. */

import type { CastMember } from '#jobs/story/film/scene-reading.ts';
import { createRandom } from '#jobs/studio/chance.ts';
import { depthY } from '#jobs/studio/illustrator/drawing/frame.ts';
import { place } from '#jobs/studio/illustrator/drawing/path.ts';
import { draw, type Stage } from '#jobs/studio/illustrator/drawing/stage.ts';
import { sailingBoat } from '#jobs/studio/illustrator/kit/water.ts';
import { livesOnLand } from '#jobs/studio/reading/lexicon/kinds.ts';
import type { Placed } from './line-up';
import { mirrored } from './line-up';

/** Swimmers and birds keep clear of a boat: behind it, smaller, and wholly to be seen. */
export function makeRoomForBoat(stage: Stage, others: Placed[]): void {
  const { frame, heroSide } = stage;
  others.forEach((one, i) => {
    const swims = one.figure.habitat === 'water' || one.member.action === 'swim';
    one.height *= swims ? 0.55 : 0.6;
    // Beside a boat in a narrow picture there is a fifth of it.
    if (swims) one.height = Math.min(one.height, (frame.width * 0.19 * 1000) / one.figure.halfWidth);
    const half = (one.figure.halfWidth * one.height) / 1000;
    const away = Math.min(frame.width * (frame.format === '16:9' ? 0.3 : 0.37), frame.width * 0.49 - half);
    one.x = frame.width * 0.5 + (i % 2 ? heroSide : -heroSide) * away;
    one.y = swims ? depthY(frame, 0.62) + one.height * 0.3 : frame.horizon * 0.75;
    one.direction = one.x < frame.width / 2 ? 1 : -1;
  });
}

/** Whether someone has to be in a boat where the scene is. */
export const boards = (stage: Stage, member: CastMember): boolean =>
  livesOnLand(member.subject) &&
  member.action !== 'swim' &&
  member.action !== 'fly' &&
  (stage.reading.place === 'sea' || (member.action === 'sail' && stage.water !== null));

const HULLS = ['#b5483a', '#3f6fa0', '#3f8f7a', '#c98a3a'] as const;

/** Everyone who has to stay dry, in one sailing boat; `far` puts it behind the main figure. */
export function paintBoat(stage: Stage, crew: readonly Placed[], { far }: { far: boolean }): void {
  const { frame, reading, heroSide } = stage;
  const atSea = reading.place === 'sea';
  const near = atSea ? frame.feet : (stage.water ?? frame.feet);
  const waterline = far ? depthY(frame, 0.66) : near;
  const scale = far ? 0.45 : atSea ? 1 : 0.8;
  const tallest = Math.max(...crew.map((one) => one.height)) * scale;
  const width = Math.min(
    frame.width * (stage.reading.cast.length > crew.length ? 0.56 : frame.shot === 'close' ? 1 : 0.8),
    waterline * 0.76,
    Math.max(tallest * 1.5, crew.length * tallest * 0.75),
  );
  const x = frame.width * (0.5 + heroSide * (far ? -0.27 : frame.format === '16:9' ? 0.12 : 0.03));
  const boat = sailingBoat(
    stage,
    width,
    heroSide > 0 ? -1 : 1,
    // One boat for the whole story.
    createRandom(`boat|${crew[0]?.member.name ?? crew[0]?.member.subject}`).pick(HULLS),
  );
  let people = '';
  crew.forEach((one, i) => {
    // Nobody is larger than their boat.
    const height = Math.min(one.height * scale, width * (frame.shot === 'close' ? 0.95 : 0.8));
    const k = height / 1000;
    const px =
      (crew.length === 1 ? 0.14 : 0.3 - (0.55 * i) / (crew.length - 1)) * width * (heroSide > 0 ? -1 : 1);
    const sink = height * (one.figure.isPerson ? 0.3 : 0.16);
    const flip = mirrored({ ...one, direction: heroSide > 0 ? -1 : 1 }) ? -1 : 1;
    people += place(one.figure.svg, [px, boat.deck + sink], { scaleX: k * flip, scaleY: k });
  });
  const tilt = (reading.weather === 'storm' ? -9 : -3) * heroSide;
  draw(
    stage,
    far ? 'middle' : atSea ? 'figures' : 'near',
    place(boat.behind + people + boat.hull, [x, waterline - width * 0.01], { turn: tilt }),
  );
}
