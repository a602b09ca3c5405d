/** Forest, jungle, mountain, snowfield, desert, cave. */
import { mix } from '#jobs/studio/illustrator/drawing/colour.ts';
import { BLEED, depthY } from '#jobs/studio/illustrator/drawing/frame.ts';
import { n, shape } from '#jobs/studio/illustrator/drawing/path.ts';
import { draw, type Stage } from '#jobs/studio/illustrator/drawing/stage.ts';
import { inLight } from '#jobs/studio/illustrator/kit/buildings.ts';
import { hill, ridge, windingPath } from '#jobs/studio/illustrator/kit/land.ts';
import { broadLeaf } from '#jobs/studio/illustrator/kit/plants.ts';
import { cactus, leafTree, palm, pine } from '#jobs/studio/illustrator/kit/trees.ts';
import { foreground, ground, hazy, leafyCorner, meadowCover, plantRow, scaled } from './ground';

export function paintForest(stage: Stage): void {
  const { frame, palette, random } = stage;
  const broad = random.chance(0.4) && stage.reading.weather !== 'snow';
  const tree = broad
    ? (on: Stage, x: number, y: number, h: number, c: string) => leafTree(on, x, y, h * 0.95, c)
    : (on: Stage, x: number, y: number, h: number, c: string) => pine(on, x, y, h, c);
  draw(stage, 'far', hill(stage, depthY(frame, 0), scaled(stage, 36), hazy(stage, palette.land, 0.75)).svg);
  plantRow(stage, tree, {
    layer: 'far',
    from: 0.05,
    to: 0.16,
    low: 230,
    high: 380,
    count: 12,
    colour: palette.land,
  });
  draw(stage, 'far', hill(stage, depthY(frame, 0.22), scaled(stage, 34), hazy(stage, palette.land, 0.5)).svg);
  plantRow(stage, tree, {
    layer: 'middle',
    from: 0.32,
    to: 0.44,
    low: 380,
    high: 600,
    count: 9,
    colour: mix(palette.land, palette.near, 0.35),
  });
  draw(stage, 'middle', hill(stage, depthY(frame, 0.46), 28, hazy(stage, palette.land, 0.25)).svg);
  plantRow(stage, tree, {
    layer: 'near',
    from: 0.56,
    to: 0.66,
    low: 700,
    high: 980,
    count: 8,
    colour: mix(palette.land, palette.near, 0.75),
    clear: 0.3,
  });
  ground(stage, mix(palette.land, palette.near, 0.55));
  if (random.chance(0.5))
    draw(stage, 'ground', windingPath(stage, mix('#b08d63', palette.near, 0.35 + palette.dark * 0.4)));
  meadowCover(stage, 20, 2);
  foreground(stage);
  leafyCorner(stage);
}

export function paintJungle(stage: Stage): void {
  const { frame, palette, random } = stage;
  draw(
    stage,
    'far',
    hill(stage, depthY(frame, -0.05), scaled(stage, 60), hazy(stage, palette.land, 0.7)).svg,
  );
  const tallPalm = (on: Stage, x: number, y: number, h: number, c: string) => palm(on, x, y, h, c);
  plantRow(stage, tallPalm, {
    layer: 'far',
    from: 0.1,
    to: 0.2,
    low: 330,
    high: 480,
    count: 9,
    colour: palette.land,
  });
  draw(
    stage,
    'middle',
    hill(stage, depthY(frame, 0.3), scaled(stage, 40), hazy(stage, palette.land, 0.42)).svg,
  );
  plantRow(stage, tallPalm, {
    layer: 'middle',
    from: 0.35,
    to: 0.5,
    low: 560,
    high: 760,
    count: 7,
    colour: mix(palette.land, palette.near, 0.4),
  });
  plantRow(stage, (on, x, y, h, c) => leafTree(on, x, y, h, c), {
    layer: 'near',
    from: 0.5,
    to: 0.6,
    low: 500,
    high: 700,
    count: 6,
    colour: mix(palette.land, palette.near, 0.6),
    clear: 0.3,
  });
  ground(stage, mix(palette.land, palette.near, 0.45));
  meadowCover(stage, 24, 8);
  foreground(stage, { leaves: false });
  for (const side of [-1, 1]) {
    for (let i = 0; i < 7; i++) {
      const x = side < 0 ? -BLEED : frame.width + BLEED;
      const y = random.chance(0.5)
        ? random.range(-20, frame.height * 0.16)
        : random.range(frame.height * 0.86, frame.height);
      const angle = side < 0 ? random.range(-40, 50) : 180 + random.range(-50, 40);
      draw(
        stage,
        'front',
        broadLeaf(
          x,
          y,
          random.range(220, 360) + BLEED - 30,
          angle,
          mix(palette.near, palette.front, random.range(0.1, 0.6)),
        ),
      );
    }
  }
}

export function paintMountain(stage: Stage): void {
  const { frame, palette, reading } = stage;
  const tall = frame.format === '9:16' ? 1 : 0.8;
  draw(
    stage,
    'far',
    ridge(stage, depthY(frame, 0.05), scaled(stage, 400 * tall), hazy(stage, palette.land, 0.72), true),
  );
  draw(
    stage,
    'far',
    ridge(
      stage,
      depthY(frame, 0.22),
      scaled(stage, 260 * tall),
      hazy(stage, palette.land, 0.48),
      reading.time !== 'sunset',
    ),
  );
  draw(
    stage,
    'middle',
    hill(stage, depthY(frame, 0.4), scaled(stage, 46), hazy(stage, palette.land, 0.28)).svg,
  );
  plantRow(stage, (on, x, y, h, c) => pine(on, x, y, h, c), {
    layer: 'middle',
    from: 0.42,
    to: 0.56,
    low: 130,
    high: 240,
    count: 14,
    colour: mix(palette.land, palette.near, 0.3),
  });
  ground(stage, mix(palette.land, palette.near, 0.5), 24);
  draw(stage, 'ground', windingPath(stage, mix('#c9b598', palette.near, 0.3 + palette.dark * 0.5)));
  meadowCover(stage, 16, 3);
  foreground(stage);
}

export function paintSnowfield(stage: Stage): void {
  const { frame, palette } = stage;
  const firs = inLight(stage, '#3d6b6b', 0.6);
  const fir = (on: Stage, x: number, y: number, h: number, c: string) => {
    const top = n(y - h * 0.92);
    return (
      pine(on, x, y, h, c) +
      shape(
        `M${n(x)} ${top}q${n(h * 0.05)} ${n(h * 0.12)} ${n(h * 0.1)} ${n(h * 0.17)}q${n(-h * 0.05)} ${n(-h * 0.02)} ${n(-h * 0.1)} ${n(h * 0.02)}q${n(-h * 0.05)} ${n(-h * 0.04)} ${n(-h * 0.1)} ${n(-h * 0.02)}q${n(h * 0.06)} ${n(-h * 0.06)} ${n(h * 0.1)} ${n(-h * 0.17)}Z`,
        mix('#ffffff', palette.sky[1], 0.15 + palette.dark * 0.4),
      )
    );
  };
  draw(
    stage,
    'far',
    ridge(stage, depthY(frame, 0.05), scaled(stage, 240), mix('#a9c2dc', palette.sky[2], 0.45), true),
  );
  plantRow(stage, fir, {
    layer: 'far',
    from: 0.18,
    to: 0.26,
    low: 150,
    high: 250,
    count: 11,
    colour: mix(firs, palette.sky[2], 0.35),
  });
  draw(
    stage,
    'middle',
    hill(stage, depthY(frame, 0.3), scaled(stage, 30), mix(palette.land, '#a9c4e0', 0.35)).svg,
  );
  plantRow(stage, fir, {
    layer: 'middle',
    from: 0.4,
    to: 0.52,
    low: 260,
    high: 420,
    count: 7,
    colour: firs,
    clear: 0.22,
  });
  draw(stage, 'near', hill(stage, depthY(frame, 0.54), 24, mix(palette.land, '#b9d0e8', 0.2)).svg);
  ground(stage, mix(palette.land, '#ffffff', 0.35 * (1 - palette.dark)), 16);
  const drift = hill(stage, frame.front, 30, mix(palette.near, '#c5d6e8', 0.4 * (1 - palette.dark)));
  draw(stage, 'front', drift.svg);
}

export function paintDesert(stage: Stage): void {
  const { frame, palette } = stage;
  draw(stage, 'far', hill(stage, depthY(frame, 0.04), scaled(stage, 50), hazy(stage, palette.land, 0.6)).svg);
  draw(
    stage,
    'middle',
    hill(stage, depthY(frame, 0.26), scaled(stage, 60), hazy(stage, palette.land, 0.4)).svg,
  );
  draw(
    stage,
    'middle',
    hill(stage, depthY(frame, 0.48), scaled(stage, 44), hazy(stage, palette.land, 0.2)).svg,
  );
  const green = inLight(stage, '#4f8a55', 0.75);
  draw(
    stage,
    'near',
    cactus(frame.width * (0.5 - stage.heroSide * 0.4), frame.edge + 24, scaled(stage, 380), green),
  );
  draw(
    stage,
    'near',
    cactus(
      frame.width * (0.5 + stage.heroSide * 0.43),
      frame.edge + 10,
      scaled(stage, 190),
      mix(green, palette.sky[2], 0.2),
    ),
  );
  ground(stage, hazy(stage, palette.land, 0.02), 24);
  draw(stage, 'front', hill(stage, frame.front, 40, mix(palette.land, palette.front, 0.45)).svg);
}
