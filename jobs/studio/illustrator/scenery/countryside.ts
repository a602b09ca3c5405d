/** Meadow, garden, orchard, farm, village, market and castle. */
import { darken, mix } from '#jobs/studio/illustrator/drawing/colour.ts';
import { BLEED, depthY } from '#jobs/studio/illustrator/drawing/frame.ts';
import { group, line, n, rect, shape } from '#jobs/studio/illustrator/drawing/path.ts';
import { draw, type Stage } from '#jobs/studio/illustrator/drawing/stage.ts';
import { fence, inLight, windmill } from '#jobs/studio/illustrator/kit/buildings.ts';
import { hill, windingPath } from '#jobs/studio/illustrator/kit/land.ts';
import { bareTree, leafTree } from '#jobs/studio/illustrator/kit/trees.ts';
import {
  foreground,
  ground,
  hazy,
  hillsBehind,
  leafyCorner,
  meadowCover,
  type Plant,
  plantRow,
  scaled,
} from './ground';
import { pathColour, tree } from './parts';

export function paintMeadow(stage: Stage): void {
  const { frame, palette } = stage;
  hillsBehind(stage);
  draw(
    stage,
    'middle',
    hill(stage, depthY(frame, 0.36), scaled(stage, 40), hazy(stage, palette.land, 0.36)).svg,
  );
  plantRow(stage, tree, {
    layer: 'middle',
    from: 0.34,
    to: 0.5,
    low: 140,
    high: 260,
    count: 6,
    colour: mix(palette.land, palette.near, 0.2),
  });
  draw(stage, 'near', hill(stage, depthY(frame, 0.52), 26, hazy(stage, palette.land, 0.18)).svg);
  ground(stage, mix(palette.land, palette.near, 0.18));
  draw(stage, 'ground', windingPath(stage, pathColour(stage)));
  meadowCover(stage, 18, 12);
  foreground(stage);
  if (frame.shot !== 'above') leafyCorner(stage);
}

export function paintGarden(stage: Stage): void {
  const { frame, palette } = stage;
  hillsBehind(stage);
  plantRow(stage, tree, {
    layer: 'middle',
    from: 0.3,
    to: 0.5,
    low: 230,
    high: 380,
    count: 7,
    colour: mix(palette.land, palette.near, 0.2),
  });
  draw(stage, 'near', hill(stage, depthY(frame, 0.5), 20, hazy(stage, palette.land, 0.22)).svg);
  draw(stage, 'near', fence(stage, frame.edge + 12, scaled(stage, 130), inLight(stage, '#d9b48a', 0.5)));
  ground(stage, mix(palette.land, palette.near, 0.25));
  meadowCover(stage, 14, 34);
  foreground(stage);
  leafyCorner(stage);
}

export function paintOrchard(stage: Stage): void {
  const { frame, palette } = stage;
  hillsBehind(stage);
  const fruitTree: Plant = (on, x, y, height, colour) =>
    leafTree(on, x, y, height, colour, inLight(on, '#e0483f', 0.5));
  plantRow(stage, fruitTree, {
    layer: 'middle',
    from: 0.25,
    to: 0.4,
    low: 190,
    high: 260,
    count: 7,
    colour: palette.land,
  });
  draw(stage, 'near', hill(stage, depthY(frame, 0.46), 22, hazy(stage, palette.land, 0.2)).svg);
  plantRow(stage, fruitTree, {
    layer: 'near',
    from: 0.55,
    to: 0.72,
    low: 430,
    high: 560,
    count: 6,
    colour: mix(palette.land, palette.near, 0.25),
    clear: 0.22,
  });
  ground(stage, mix(palette.land, palette.near, 0.2));
  meadowCover(stage, 20, 10);
  foreground(stage);
}

export function paintFarm(stage: Stage): void {
  const { frame, palette } = stage;
  hillsBehind(stage);
  const field = hill(
    stage,
    depthY(frame, 0.34),
    scaled(stage, 26),
    hazy(stage, mix(palette.land, '#d9b04f', 0.45 * (1 - palette.dark)), 0.25),
  );
  draw(stage, 'middle', field.svg);
  let furrows = '';
  for (let i = 0; i < 18; i++) {
    const x = (frame.width * i) / 17;
    furrows += `M${n(frame.width / 2 + (x - frame.width / 2) * 0.55)} ${n(depthY(frame, 0.38))}L${n(frame.width / 2 + (x - frame.width / 2) * 1.3)} ${n(depthY(frame, 0.75))}`;
  }
  draw(stage, 'middle', line(furrows, darken(palette.land, 0.05), 5, { opacity: 0.35 }));
  const side = -stage.heroSide;
  const x = frame.width * (0.5 + side * 0.31);
  const y = depthY(frame, 0.62);
  const s = scaled(stage, 330);
  const red = inLight(stage, '#b5483a', 0.55);
  const trim = inLight(stage, '#fff0da', 0.5);
  const barn =
    shape(
      `M${n(x - s * 0.5)} ${n(y)}V${n(y - s * 0.5)}L${n(x - s * 0.33)} ${n(y - s * 0.78)}L${n(x)} ${n(y - s * 0.95)}L${n(x + s * 0.33)} ${n(y - s * 0.78)}L${n(x + s * 0.5)} ${n(y - s * 0.5)}V${n(y)}Z`,
      red,
    ) +
    line(
      `M${n(x - s * 0.54)} ${n(y - s * 0.48)}L${n(x - s * 0.34)} ${n(y - s * 0.8)}L${n(x)} ${n(y - s * 0.98)}L${n(x + s * 0.34)} ${n(y - s * 0.8)}L${n(x + s * 0.54)} ${n(y - s * 0.48)}`,
      inLight(stage, '#5f3a34', 0.5),
      s * 0.05,
    ) +
    rect(x - s * 0.18, y - s * 0.42, s * 0.36, s * 0.42, trim) +
    rect(x - s * 0.16, y - s * 0.4, s * 0.32, s * 0.4, darken(red, 0.06)) +
    line(
      `M${n(x - s * 0.16)} ${n(y - s * 0.4)}L${n(x + s * 0.16)} ${n(y)}M${n(x + s * 0.16)} ${n(y - s * 0.4)}L${n(x - s * 0.16)} ${n(y)}`,
      trim,
      s * 0.02,
    ) +
    rect(x - s * 0.07, y - s * 0.7, s * 0.14, s * 0.13, trim);
  draw(stage, 'near', hill(stage, depthY(frame, 0.6), 18, hazy(stage, palette.land, 0.15)).svg, barn);
  draw(
    stage,
    'near',
    group(windmill(stage, frame.width * (0.5 - side * 0.4), depthY(frame, 0.5), scaled(stage, 300)), {}),
  );
  ground(stage, mix(palette.land, palette.near, 0.2));
  draw(stage, 'ground', windingPath(stage, pathColour(stage)));
  meadowCover(stage, 18, 5);
  foreground(stage, { leaves: false });
}

export function paintSwamp(stage: Stage): void {
  const { frame, palette } = stage;
  hillsBehind(stage);
  plantRow(stage, bareTree, {
    layer: 'middle',
    from: 0.3,
    to: 0.5,
    low: 330,
    high: 480,
    count: 5,
    colour: mix(palette.near, palette.sky[2], 0.2),
  });
  draw(
    stage,
    'near',
    rect(
      -BLEED,
      depthY(frame, 0.45),
      frame.width + 2 * BLEED,
      frame.height,
      mix(palette.near, '#7f8f5a', 0.3),
    ),
  );
  stage.water = depthY(frame, 0.62);
  plantRow(stage, bareTree, {
    layer: 'near',
    from: 0.6,
    to: 0.66,
    low: 520,
    high: 640,
    count: 4,
    colour: palette.near,
    clear: 0.3,
  });
  ground(stage, mix(palette.land, palette.near, 0.5));
  meadowCover(stage, 26, 2);
  foreground(stage);
}
