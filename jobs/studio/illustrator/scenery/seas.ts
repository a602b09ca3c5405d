/** The open sea, its shores and harbours, and the world under water. */
import { darken, lighten, mix } from '#jobs/studio/illustrator/drawing/colour.ts';
import { BLEED, depthY } from '#jobs/studio/illustrator/drawing/frame.ts';
import {
  ellipse,
  line,
  type Point,
  polyline,
  rect,
  shape,
  spline,
} from '#jobs/studio/illustrator/drawing/path.ts';
import { draw, fade, linear, type Stage } from '#jobs/studio/illustrator/drawing/stage.ts';
import { house, inLight, lighthouse } from '#jobs/studio/illustrator/kit/buildings.ts';
import { hill, ridge, sheet } from '#jobs/studio/illustrator/kit/land.ts';
import { palm } from '#jobs/studio/illustrator/kit/trees.ts';
import { seaColour, waves } from '#jobs/studio/illustrator/kit/water.ts';
import { paintBeam } from '#jobs/studio/illustrator/light/weather.ts';
import { ground, hazy, scaled } from './ground';

const stormy = (stage: Stage): number =>
  stage.reading.weather === 'storm' ? 1.9 : stage.reading.weather === 'wind' ? 1.35 : 1;

export function paintSea(stage: Stage): void {
  const { frame, palette } = stage;
  const sea = seaColour(stage);
  const at = (share: number) => mix(sea, palette.sky[2], share);
  const swell = stormy(stage);
  if (stage.random.chance(0.5) && swell === 1)
    draw(stage, 'far', ridge(stage, depthY(frame, 0.12), scaled(stage, 70), hazy(stage, palette.land, 0.8)));
  draw(stage, 'far', waves(stage, depthY(frame, 0.1), 12 * swell, 120, at(0.62)));
  draw(stage, 'middle', waves(stage, depthY(frame, 0.34), 18 * swell, 165, at(0.46)));
  draw(stage, 'near', waves(stage, depthY(frame, 0.66), 26 * swell, 215, at(0.3)));
  stage.water = frame.feet - scaled(stage, 20);
  stage.groundAt = () => frame.feet;
  draw(stage, 'front', waves(stage, frame.feet + scaled(stage, 14), 24 * swell, 260, at(0.16)));
  draw(
    stage,
    'front',
    waves(stage, frame.feet + (frame.height - frame.feet) * 0.32, 34 * swell, 330, at(0.04)),
  );
  draw(
    stage,
    'front',
    waves(
      stage,
      frame.feet + (frame.height - frame.feet) * 0.66,
      40 * swell,
      390,
      mix(at(0), palette.front, 0.4),
    ),
  );
  if (stage.sun) {
    const [x] = stage.sun;
    const paint = linear(stage, [
      [0, palette.light, 0.34],
      [1, palette.light, 0],
    ]);
    draw(
      stage,
      'glow',
      shape(
        `${polyline([
          [x - 50, depthY(frame, 0.06)],
          [x + 50, depthY(frame, 0.06)],
          [x + 170, frame.feet],
          [x - 170, frame.feet],
        ])}Z`,
        paint,
      ),
    );
  }
}

export function paintShore(stage: Stage): void {
  const { frame, palette } = stage;
  const sea = seaColour(stage);
  const at = (share: number) => mix(sea, palette.sky[2], share);
  const swell = stormy(stage);
  draw(stage, 'far', waves(stage, depthY(frame, 0.08), 11 * swell, 120, at(0.65)));
  draw(stage, 'far', waves(stage, depthY(frame, 0.26), 16 * swell, 160, at(0.48)));
  const side = -stage.heroSide;
  const reach = Math.min(frame.width, 1080) * frame.zoom;
  const inland = (share: number) => (side < 0 ? share * reach : frame.width - share * reach);
  const base = depthY(frame, 0.74);
  const top = depthY(frame, 0) - scaled(stage, 20);
  const cliff: Point[] = [
    [inland(-0.2), top + 10],
    [inland(0.05), top - 18],
    [inland(0.2), top + 12],
    [inland(0.31), top + 4],
    [inland(0.39), top + (base - top) * 0.25],
    [inland(0.42), top + (base - top) * 0.55],
    [inland(0.5), base],
    [inland(0.5), base + 80],
    [inland(-0.2), base + 80],
  ];
  draw(
    stage,
    'middle',
    sheet(
      stage,
      spline(cliff, 'Z'),
      mix(hazy(stage, mix(palette.land, '#6b5a58', 0.6), 0.16), '#3d3440', 0.35),
    ),
  );
  draw(
    stage,
    'middle',
    line(spline(cliff.slice(0, 5)), mix('#6f9f5a', palette.sky[0], 0.15 + palette.dark * 0.5), 26),
  );
  if (stage.reading.things.includes('lighthouse')) {
    const tower = lighthouse(stage, inland(0.17), top + 14, scaled(stage, 480));
    draw(stage, 'middle', tower.svg);
    if (palette.dark > 0.15 || stage.reading.weather === 'storm')
      paintBeam(stage, tower.lamp, side < 0 ? 1 : -1);
  }
  draw(stage, 'near', waves(stage, depthY(frame, 0.6), 22 * swell, 220, at(0.28)));
  stage.water = depthY(frame, 0.64);
  const sand = mix(palette.land, palette.near, 0.12 + palette.dark * 0.4);
  ground(stage, sand, 18);
  for (let i = 0; i < 16; i++) {
    draw(
      stage,
      'ground',
      ellipse(
        stage.random.range(0, frame.width),
        stage.random.range(frame.edge + 50, frame.height),
        stage.random.range(8, 24),
        6,
        darken(sand, 0.06),
        { opacity: 0.6 },
      ),
    );
  }
}

export function paintIsland(stage: Stage): void {
  const { frame, palette } = stage;
  const sea = seaColour(stage);
  const at = (share: number) => mix(sea, palette.sky[2], share);
  draw(stage, 'far', waves(stage, depthY(frame, 0.08), 10, 120, at(0.62)));
  draw(stage, 'far', waves(stage, depthY(frame, 0.26), 14, 160, at(0.46)));
  draw(stage, 'middle', waves(stage, depthY(frame, 0.5), 20, 210, at(0.3)));
  stage.water = depthY(frame, 0.52);
  const green = inLight(stage, '#3f9a55', 0.6);
  const sand = mix(palette.land, palette.near, 0.06 + palette.dark * 0.4);
  draw(
    stage,
    'near',
    palm(stage, frame.width * (0.5 - stage.heroSide * 0.36), frame.edge + 30, scaled(stage, 560), green),
  );
  draw(
    stage,
    'near',
    palm(
      stage,
      frame.width * (0.5 - stage.heroSide * 0.24),
      frame.edge + 26,
      scaled(stage, 420),
      mix(green, palette.near, 0.2),
    ),
  );
  ground(stage, sand, 22);
  draw(stage, 'front', waves(stage, frame.front - 20, 24, 300, at(0.1)));
  draw(stage, 'front', waves(stage, frame.front + 70, 30, 360, mix(at(0), palette.front, 0.3)));
}

export function paintHarbour(stage: Stage): void {
  const { frame, palette, random } = stage;
  const sea = seaColour(stage);
  const at = (share: number) => mix(sea, palette.sky[2], share);
  draw(stage, 'far', hill(stage, depthY(frame, 0.02), scaled(stage, 40), hazy(stage, '#5a8a68', 0.6)).svg);
  const houses = Math.round(frame.width / 150 / frame.zoom);
  for (let i = 0; i < houses; i++) {
    const wall = random.pick(['#e8b89a', '#f2d9a0', '#b8cfc8', '#e0a08f', '#cfc0dc']);
    const roof = random.pick(['#b5503f', '#7d5a78', '#4f6f8f']);
    draw(
      stage,
      'middle',
      house(
        stage,
        ((i + 0.5) * frame.width) / houses,
        depthY(frame, 0.3),
        scaled(stage, random.range(180, 230)),
        wall,
        roof,
      ),
    );
  }
  draw(stage, 'near', waves(stage, depthY(frame, 0.36), 8, 150, at(0.42)));
  draw(stage, 'near', waves(stage, depthY(frame, 0.58), 12, 200, at(0.28)));
  stage.water = depthY(frame, 0.55);
  const wood = inLight(stage, '#9a7250', 0.6);
  const deckTop = frame.edge + 24;
  let boards = rect(
    -BLEED,
    deckTop,
    frame.width + 2 * BLEED,
    frame.height - deckTop + BLEED,
    fade(stage, lighten(wood, 0.03), darken(wood, 0.16)),
  );
  for (let i = 0; i < 11; i++)
    boards += rect(-BLEED, deckTop + 30 + i * i * 6 + i * 26, frame.width + 2 * BLEED, 4, darken(wood, 0.1), {
      opacity: 0.7,
    });
  for (const x of [0.08, 0.92]) {
    boards +=
      rect(frame.width * x - 20, deckTop - 56, 40, 110, darken(wood, 0.08), { rx: 10 }) +
      ellipse(frame.width * x, deckTop - 54, 22, 9, lighten(wood, 0.06));
  }
  draw(stage, 'ground', boards);
  stage.groundAt = () => deckTop;
}
