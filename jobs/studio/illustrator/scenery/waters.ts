/** River, lake, bridge, sea, shore, island, harbour and the world under water. */
import { darken, type Hex, lighten, mix } from '#jobs/studio/illustrator/drawing/colour.ts';
import { BLEED, depthY } from '#jobs/studio/illustrator/drawing/frame.ts';
import { line, n, type Point, rect, shape, spline } from '#jobs/studio/illustrator/drawing/path.ts';
import { draw, fade, type Stage } from '#jobs/studio/illustrator/drawing/stage.ts';
import { inLight } from '#jobs/studio/illustrator/kit/buildings.ts';
import { hill, ridge } from '#jobs/studio/illustrator/kit/land.ts';
import { reed } from '#jobs/studio/illustrator/kit/plants.ts';
import { leafTree, pine } from '#jobs/studio/illustrator/kit/trees.ts';
import { glints } from '#jobs/studio/illustrator/kit/water.ts';
import { foreground, ground, hazy, hillsBehind, leafyCorner, meadowCover, plantRow, scaled } from './ground';

const stillWater = (stage: Stage): Hex =>
  stage.style.name === 'neon'
    ? '#1a1460'
    : mix('#3f9cc2', stage.palette.sky[1], 0.35 + stage.palette.dark * 0.3);

function waterBand(stage: Stage, top: number, bottom: number): void {
  const colour = stillWater(stage);
  draw(
    stage,
    'near',
    rect(
      -BLEED,
      top,
      stage.frame.width + 2 * BLEED,
      bottom - top,
      fade(stage, mix(colour, stage.palette.sky[2], 0.55), colour),
    ),
    glints(stage, top + 12, bottom, Math.round((16 * stage.frame.width) / 1080)),
  );
}

export function paintRiver(stage: Stage): void {
  const { frame, palette } = stage;
  hillsBehind(stage);
  draw(
    stage,
    'middle',
    hill(stage, depthY(frame, 0.34), scaled(stage, 28), hazy(stage, palette.land, 0.36)).svg,
  );
  plantRow(stage, (on, x, y, h, c) => leafTree(on, x, y, h, c), {
    layer: 'middle',
    from: 0.34,
    to: 0.42,
    low: 190,
    high: 330,
    count: 8,
    colour: mix(palette.land, palette.near, 0.25),
  });
  waterBand(stage, depthY(frame, 0.4), frame.edge + 60);
  stage.water = depthY(frame, 0.56);
  ground(stage, mix(palette.land, palette.near, 0.3), 20);
  plantRow(stage, reed, {
    layer: 'ground',
    from: 0.6,
    to: 0.66,
    low: 110,
    high: 170,
    count: 7,
    colour: palette.near,
    clear: 0.28,
  });
  meadowCover(stage, 22, 6);
  foreground(stage);
  leafyCorner(stage);
}

export function paintLake(stage: Stage): void {
  const { frame, palette } = stage;
  draw(
    stage,
    'far',
    ridge(stage, depthY(frame, 0.08), scaled(stage, 250), hazy(stage, palette.land, 0.66), true),
  );
  draw(stage, 'far', hill(stage, depthY(frame, 0.2), scaled(stage, 26), hazy(stage, palette.land, 0.42)).svg);
  plantRow(stage, (on, x, y, h, c) => pine(on, x, y, h, c), {
    layer: 'middle',
    from: 0.22,
    to: 0.27,
    low: 130,
    high: 230,
    count: 15,
    colour: palette.land,
  });
  waterBand(stage, depthY(frame, 0.28), frame.edge + 60);
  stage.water = depthY(frame, 0.52);
  ground(stage, mix(palette.land, palette.near, 0.35), 22);
  plantRow(stage, reed, {
    layer: 'ground',
    from: 0.66,
    to: 0.72,
    low: 120,
    high: 180,
    count: 8,
    colour: palette.near,
    clear: 0.28,
  });
  meadowCover(stage, 18, 8);
  foreground(stage);
}

export function paintBridge(stage: Stage): void {
  const { frame, palette } = stage;
  hillsBehind(stage);
  plantRow(stage, (on, x, y, h, c) => leafTree(on, x, y, h, c), {
    layer: 'middle',
    from: 0.2,
    to: 0.34,
    low: 180,
    high: 300,
    count: 9,
    colour: mix(palette.land, palette.near, 0.2),
  });
  // Seen through the arches, darker under them.
  waterBand(stage, depthY(frame, 0.34), frame.height + BLEED);
  draw(
    stage,
    'near',
    rect(
      -BLEED,
      frame.edge,
      frame.width + 2 * BLEED,
      frame.height - frame.edge + BLEED,
      fade(stage, mix(stillWater(stage), palette.front, 0.2), mix(stillWater(stage), palette.front, 0.55)),
    ),
  );
  const stone = inLight(stage, '#c9b8a0', 0.6);
  const deck = (x: number) =>
    frame.edge - scaled(stage, 60) * (1 - ((x - frame.width / 2) / (frame.width * 0.62)) ** 2);
  const top: Point[] = [];
  for (let x = -200; x <= frame.width + 200; x += 50) top.push([x, deck(x)]);
  const arch = (cx: number, r: number, foot: number) =>
    `M${n(cx - r)} ${n(foot)}V${n(foot - r * 0.2)}A${n(r)} ${n(r)} 0 0 1 ${n(cx + r)} ${n(foot - r * 0.2)}V${n(foot)}Z`;
  const foot = frame.edge + scaled(stage, 250);
  const arches = Math.max(2, Math.round(frame.width / 420));
  let holes = '';
  for (let i = 0; i < arches; i++)
    holes += arch(((i + 0.5) * frame.width) / arches, (frame.width / arches) * 0.36, foot);
  const body = `${spline(top)}L${frame.width + 200} ${n(foot)}L-200 ${n(foot)}Z`;
  let joints = '';
  for (let i = 0; i < 26; i++) {
    const x = stage.random.range(0, frame.width);
    joints += `M${n(x)} ${n(deck(x) + stage.random.range(26, 70))}h${n(stage.random.range(26, 60))}`;
  }
  draw(
    stage,
    'ground',
    shape(body + holes, fade(stage, lighten(stone, 0.03), darken(stone, 0.12)), { 'fill-rule': 'evenodd' }),
    line(joints, darken(stone, 0.1), 4, { opacity: 0.5 }),
    line(spline(top), lighten(stone, 0.07), 16),
    glints(stage, foot + 20, frame.height * 0.98, 14),
  );
  stage.groundAt = deck;
  stage.lift = frame.edge - scaled(stage, 42) - frame.feet;
  leafyCorner(stage);
}
