/** Parts that many outdoor places share: hills behind, rows of plants, the near ground, the foreground. */

import type { Place } from '#jobs/story/film/scene-reading.ts';
import { type Hex, lighten, mix } from '#jobs/studio/illustrator/drawing/colour.ts';
import { BLEED, depthY } from '#jobs/studio/illustrator/drawing/frame.ts';
import { draw, type LayerName, type Stage } from '#jobs/studio/illustrator/drawing/stage.ts';
import { hill } from '#jobs/studio/illustrator/kit/land.ts';
import { flower, grass, leafBranch } from '#jobs/studio/illustrator/kit/plants.ts';
import { leafTree, pine } from '#jobs/studio/illustrator/kit/trees.ts';

/** The land's colour as it fades into the sky: 0 near, 1 at the horizon. */
export const hazy = (stage: Stage, colour: Hex, far: number): Hex => mix(colour, stage.palette.sky[2], far);

/** A length that is `size` px in the wide upright picture, fitted to this frame. */
export const scaled = (stage: Stage, size: number): number => size * stage.frame.zoom;

export type Plant = (stage: Stage, x: number, y: number, height: number, colour: Hex) => string;

export interface Row {
  layer: LayerName;
  /** Depths of the feet: 0 at the horizon, 1 where figures stand. */
  from: number;
  to: number;
  /** Heights in px of the wide upright picture. */
  low: number;
  high: number;
  /** How many in a picture 1080 px wide. */
  count: number;
  colour: Hex;
  /** Half width around the middle that is kept free, as a share of the picture's width. */
  clear?: number;
}

/** A row of plants, farther ones first and paler. */
export function plantRow(stage: Stage, plant: Plant, row: Row): void {
  const { random, frame } = stage;
  const list: [number, number, number][] = [];
  const count = Math.round((row.count * frame.width) / 1080 / Math.max(1, frame.zoom * 0.85));
  for (let i = 0; i < count; i++) {
    list.push([
      random.range(-60, frame.width + 60),
      depthY(frame, random.range(row.from, row.to)),
      scaled(stage, random.range(row.low, row.high)),
    ]);
  }
  list.sort((a, b) => a[1] - b[1]);
  const clear = (row.clear ?? 0) * frame.width;
  // Land under snow is white, but trees stay trees.
  const snowed = stage.reading.weather === 'snow' && stage.reading.place !== 'snowfield';
  const colour = snowed
    ? mix(mix('#4a6f66', stage.palette.sky[0], stage.palette.dark * 0.6), row.colour, 0.22)
    : row.colour;
  for (const [x, y, height] of list) {
    if (Math.abs(x - frame.width / 2) < clear) continue;
    const far = Math.max(0, 1 - (y - frame.horizon) / Math.max(1, frame.feet - frame.horizon));
    draw(stage, row.layer, plant(stage, x, y, height, hazy(stage, colour, far * 0.5)));
  }
}

/** Two hills that fade into the sky. */
export function hillsBehind(stage: Stage): void {
  const { frame, palette } = stage;
  draw(
    stage,
    'far',
    hill(stage, depthY(frame, -0.02), scaled(stage, 46), hazy(stage, palette.land, 0.78)).svg,
  );
  draw(stage, 'far', hill(stage, depthY(frame, 0.2), scaled(stage, 46), hazy(stage, palette.land, 0.58)).svg);
}

/** The sheet on which figures stand. */
export function ground(stage: Stage, colour: Hex, swing = 14): void {
  const sheet = hill(stage, stage.frame.edge, swing, colour);
  stage.groundAt = sheet.at;
  draw(stage, 'ground', sheet.svg);
  if (stage.frame.shot === 'above') treesFromAbove(stage, colour);
}

const FIRS: ReadonlySet<Place> = new Set(['forest', 'mountain', 'snowfield']);
const BARE: ReadonlySet<Place> = new Set(['desert', 'market', 'shore', 'island', 'cave']);

/** Seen from above, the near ground is wide: trees stand on it to both sides of the figures. */
function treesFromAbove(stage: Stage, land: Hex): void {
  const { random, frame, palette, reading } = stage;
  if (BARE.has(reading.place)) return;
  const green = reading.place === 'snowfield' || reading.weather === 'snow' ? '#4a6f66' : land;
  const list: [number, number][] = [];
  for (let i = 0; i < (26 * frame.width) / 1080; i++) {
    const side = i % 2 ? -1 : 1;
    const y = random.range(frame.edge + 40, frame.front - 20);
    const open = 0.3 + 0.12 * ((y - frame.edge) / (frame.front - frame.edge));
    list.push([frame.width * (0.5 + side * random.range(open, 0.56)), y]);
  }
  for (const [x, y] of list.sort((a, b) => a[1] - b[1])) {
    const height = scaled(stage, random.range(170, 250)) * (0.75 + (0.6 * (y - frame.edge)) / frame.height);
    const plant = FIRS.has(reading.place) ? pine : leafTree;
    draw(stage, 'ground', plant(stage, x, y, height, mix(green, palette.near, random.range(0, 0.22))));
  }
}

/** Tufts and flowers on the near ground, sparse where captions lie. */
export function meadowCover(stage: Stage, tufts: number, flowers: number): void {
  const { random, frame, palette } = stage;
  const span = frame.width / 1080;
  const calm = () => {
    const y = random.range(frame.edge + 30, frame.front + 20);
    const inCaptions = y > frame.height * 0.64 && y < frame.height * 0.8;
    return inCaptions && random.chance(0.7) ? random.range(frame.edge + 30, frame.height * 0.64) : y;
  };
  for (let i = 0; i < tufts * span; i++) {
    const colour = lighten(mix(palette.land, palette.near, 0.55), random.range(-0.04, 0.05));
    draw(
      stage,
      'ground',
      grass(
        stage,
        random.range(-40, frame.width + 40),
        calm(),
        random.range(26, 52) * Math.max(0.8, frame.zoom),
        colour,
      ),
    );
  }
  const petals = ['#ff8fa3', '#fff1c9', '#ffb347', '#c7a6ff', '#ffffff'] as const;
  for (let i = 0; i < flowers * span; i++) {
    const colour = mix(random.pick(petals), palette.sky[0], palette.dark * 0.4);
    draw(
      stage,
      'ground',
      flower(
        random.range(-20, frame.width + 20),
        calm(),
        random.range(10, 18) * Math.max(0.8, frame.zoom),
        colour,
        lighten(palette.near, 0.02),
      ),
    );
  }
}

/** Dark grass along the lower edge, twigs in the lower corners. */
export function foreground(stage: Stage, { leaves = true }: { leaves?: boolean } = {}): void {
  const { random, frame, palette } = stage;
  const sheet = hill(stage, frame.front, 26, mix(palette.near, palette.front, 0.55));
  draw(stage, 'front', sheet.svg);
  for (let i = 0; i < (16 * frame.width) / 1080; i++) {
    const x = random.range(-60, frame.width + 60);
    draw(
      stage,
      'front',
      grass(stage, x, sheet.at(x) + 14, random.range(55, 110), mix(palette.near, palette.front, 0.5)),
    );
  }
  if (!leaves) return;
  for (const side of [-1, 1]) {
    for (let i = 0; i < 3; i++) {
      const angle = side < 0 ? random.range(-75, -20) : 180 + random.range(20, 75);
      const x = side < 0 ? -BLEED : frame.width + BLEED;
      draw(
        stage,
        'front',
        leafBranch(
          x,
          frame.height - 40 - i * 40,
          random.range(260, 400) * leafage(stage) + BLEED - 60,
          angle,
          mix(palette.near, palette.front, 0.35 + i * 0.25),
        ),
      );
    }
  }
}

/** Twigs are shorter where the picture is lower, so that they frame it and do not cover it. */
const leafage = (stage: Stage): number => (stage.frame.format === '9:16' ? 1 : 0.58);

/** Leaves hanging into one upper corner, away from the light. */
export function leafyCorner(stage: Stage): void {
  const { random, frame, palette } = stage;
  const side = -stage.lightSide;
  for (let i = 0; i < 4; i++) {
    const angle = side < 0 ? random.range(8, 62) : 180 - random.range(8, 62);
    const x = side < 0 ? -BLEED : frame.width + BLEED;
    draw(
      stage,
      'front',
      leafBranch(
        x,
        -30 + i * 26,
        random.range(300, 480) * leafage(stage) + BLEED - 50,
        angle,
        mix(palette.near, palette.front, 0.15 + i * 0.2),
        8,
      ),
    );
  }
}
