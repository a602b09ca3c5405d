/** River, lake, bridge, sea, shore, island, harbour and the world under water. */
import { darken, type Hex, lighten, mix } from '../colour';
import { depthY } from '../frame';
import { house, inLight, lighthouse } from '../kit/buildings';
import { hill, ridge, sheet } from '../kit/land';
import { leafTree, palm, pine, reed } from '../kit/plants';
import { glints, seaColour, waves } from '../kit/water';
import { circle, ellipse, line, n, type Point, polyline, rect, shape, spline } from '../path';
import { draw, fade, halo, linear, type Stage } from '../stage';
import { paintBeam } from '../weather';
import { foreground, ground, hazy, hillsBehind, leafyCorner, meadowCover, plantRow, scaled } from './ground';

const stillWater = (stage: Stage): Hex =>
  stage.style.name === 'neon' ? '#1a1460' : mix('#3f9cc2', stage.palette.sky[1], 0.35 + stage.palette.dark * 0.3);

function waterBand(stage: Stage, top: number, bottom: number): void {
  const colour = stillWater(stage);
  draw(
    stage,
    'near',
    rect(-10, top, stage.frame.width + 20, bottom - top, fade(stage, mix(colour, stage.palette.sky[2], 0.55), colour)),
    glints(stage, top + 12, bottom, Math.round((16 * stage.frame.width) / 1080)),
  );
}

export function paintRiver(stage: Stage): void {
  const { frame, palette } = stage;
  hillsBehind(stage);
  draw(stage, 'middle', hill(stage, depthY(frame, 0.34), scaled(stage, 28), hazy(stage, palette.land, 0.36)).svg);
  plantRow(stage, (on, x, y, h, c) => leafTree(on, x, y, h, c), { layer: 'middle', from: 0.34, to: 0.42, low: 190, high: 330, count: 8, colour: mix(palette.land, palette.near, 0.25) });
  waterBand(stage, depthY(frame, 0.4), frame.edge + 60);
  stage.water = depthY(frame, 0.56);
  ground(stage, mix(palette.land, palette.near, 0.3), 20);
  plantRow(stage, reed, { layer: 'ground', from: 0.6, to: 0.66, low: 110, high: 170, count: 7, colour: palette.near, clear: 0.28 });
  meadowCover(stage, 22, 6);
  foreground(stage);
  leafyCorner(stage);
}

export function paintLake(stage: Stage): void {
  const { frame, palette } = stage;
  draw(stage, 'far', ridge(stage, depthY(frame, 0.08), scaled(stage, 250), hazy(stage, palette.land, 0.66), true));
  draw(stage, 'far', hill(stage, depthY(frame, 0.2), scaled(stage, 26), hazy(stage, palette.land, 0.42)).svg);
  plantRow(stage, (on, x, y, h, c) => pine(on, x, y, h, c), { layer: 'middle', from: 0.22, to: 0.27, low: 130, high: 230, count: 15, colour: palette.land });
  waterBand(stage, depthY(frame, 0.28), frame.edge + 60);
  stage.water = depthY(frame, 0.52);
  ground(stage, mix(palette.land, palette.near, 0.35), 22);
  plantRow(stage, reed, { layer: 'ground', from: 0.66, to: 0.72, low: 120, high: 180, count: 8, colour: palette.near, clear: 0.28 });
  meadowCover(stage, 18, 8);
  foreground(stage);
}

export function paintBridge(stage: Stage): void {
  const { frame, palette } = stage;
  hillsBehind(stage);
  plantRow(stage, (on, x, y, h, c) => leafTree(on, x, y, h, c), { layer: 'middle', from: 0.2, to: 0.34, low: 180, high: 300, count: 9, colour: mix(palette.land, palette.near, 0.2) });
  waterBand(stage, depthY(frame, 0.34), frame.height * 1.02);
  const stone = inLight(stage, '#c9b8a0', 0.6);
  const deck = (x: number) => frame.edge - scaled(stage, 60) * (1 - ((x - frame.width / 2) / (frame.width * 0.62)) ** 2);
  const top: Point[] = [];
  for (let x = -100; x <= frame.width + 100; x += 50) top.push([x, deck(x)]);
  const arch = (cx: number, r: number, foot: number) => `M${n(cx - r)} ${n(foot)}V${n(foot - r * 0.2)}A${n(r)} ${n(r)} 0 0 1 ${n(cx + r)} ${n(foot - r * 0.2)}V${n(foot)}Z`;
  const foot = frame.edge + scaled(stage, 250);
  const arches = Math.max(2, Math.round(frame.width / 420));
  let holes = '';
  for (let i = 0; i < arches; i++) holes += arch(((i + 0.5) * frame.width) / arches, (frame.width / arches) * 0.36, foot);
  const body = `${spline(top)}L${frame.width + 100} ${n(foot)}L-100 ${n(foot)}Z`;
  let joints = '';
  for (let i = 0; i < 26; i++) {
    const x = stage.random.range(0, frame.width);
    joints += `M${n(x)} ${n(deck(x) + stage.random.range(26, 70))}h${n(stage.random.range(26, 60))}`;
  }
  draw(
    stage,
    'ground',
    shape(body, fade(stage, lighten(stone, 0.03), darken(stone, 0.12))),
    shape(holes, mix(stillWater(stage), palette.front, 0.35)),
    line(joints, darken(stone, 0.1), 4, { opacity: 0.5 }),
    line(spline(top), lighten(stone, 0.07), 16),
    rect(-10, foot, frame.width + 20, frame.height - foot, fade(stage, stillWater(stage), mix(stillWater(stage), palette.front, 0.55))),
    glints(stage, foot + 20, frame.height * 0.98, 14),
  );
  stage.groundAt = deck;
  stage.lift = frame.edge - scaled(stage, 42) - frame.feet;
  leafyCorner(stage);
}

const stormy = (stage: Stage): number => (stage.reading.weather === 'storm' ? 1.9 : stage.reading.weather === 'wind' ? 1.35 : 1);

export function paintSea(stage: Stage): void {
  const { frame, palette } = stage;
  const sea = seaColour(stage);
  const at = (share: number) => mix(sea, palette.sky[2], share);
  const swell = stormy(stage);
  if (stage.random.chance(0.5) && swell === 1) draw(stage, 'far', ridge(stage, depthY(frame, 0.12), scaled(stage, 70), hazy(stage, palette.land, 0.8)));
  draw(stage, 'far', waves(stage, depthY(frame, 0.1), 12 * swell, 120, at(0.62)));
  draw(stage, 'middle', waves(stage, depthY(frame, 0.34), 18 * swell, 165, at(0.46)));
  draw(stage, 'near', waves(stage, depthY(frame, 0.66), 26 * swell, 215, at(0.3)));
  stage.water = frame.feet - scaled(stage, 20);
  stage.groundAt = () => frame.feet;
  draw(stage, 'front', waves(stage, frame.feet + scaled(stage, 14), 24 * swell, 260, at(0.16)));
  draw(stage, 'front', waves(stage, frame.feet + (frame.height - frame.feet) * 0.32, 34 * swell, 330, at(0.04)));
  draw(stage, 'front', waves(stage, frame.feet + (frame.height - frame.feet) * 0.66, 40 * swell, 390, mix(at(0), palette.front, 0.4)));
  if (stage.sun) {
    const [x] = stage.sun;
    const paint = linear(stage, [
      [0, palette.light, 0.34],
      [1, palette.light, 0],
    ]);
    draw(stage, 'glow', shape(polyline([[x - 50, depthY(frame, 0.06)], [x + 50, depthY(frame, 0.06)], [x + 170, frame.feet], [x - 170, frame.feet]]) + 'Z', paint));
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
  const X = (share: number) => (side < 0 ? share * reach : frame.width - share * reach);
  const base = depthY(frame, 0.74);
  const top = depthY(frame, 0) - scaled(stage, 20);
  const cliff: Point[] = [
    [X(-0.2), top + 10],
    [X(0.05), top - 18],
    [X(0.2), top + 12],
    [X(0.31), top + 4],
    [X(0.39), top + (base - top) * 0.25],
    [X(0.42), top + (base - top) * 0.55],
    [X(0.5), base],
    [X(0.5), base + 80],
    [X(-0.2), base + 80],
  ];
  draw(stage, 'middle', sheet(stage, spline(cliff, 'Z'), mix(hazy(stage, mix(palette.land, '#6b5a58', 0.6), 0.16), '#3d3440', 0.35)));
  draw(stage, 'middle', line(spline(cliff.slice(0, 5)), mix('#6f9f5a', palette.sky[0], 0.15 + palette.dark * 0.5), 26));
  if (stage.reading.things.includes('lighthouse') || stage.random.chance(0.35)) {
    const tower = lighthouse(stage, X(0.17), top + 14, scaled(stage, 480));
    draw(stage, 'middle', tower.svg);
    if (palette.dark > 0.15 || stage.reading.weather === 'storm') paintBeam(stage, tower.lamp, side < 0 ? 1 : -1);
  }
  draw(stage, 'near', waves(stage, depthY(frame, 0.6), 22 * swell, 220, at(0.28)));
  stage.water = depthY(frame, 0.64);
  const sand = mix(palette.land, palette.near, 0.12 + palette.dark * 0.4);
  ground(stage, sand, 18);
  for (let i = 0; i < 16; i++) {
    draw(stage, 'ground', ellipse(stage.random.range(0, frame.width), stage.random.range(frame.edge + 50, frame.height), stage.random.range(8, 24), 6, darken(sand, 0.06), { opacity: 0.6 }));
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
  draw(stage, 'near', palm(stage, frame.width * (0.5 - stage.heroSide * 0.36), frame.edge + 30, scaled(stage, 560), green));
  draw(stage, 'near', palm(stage, frame.width * (0.5 - stage.heroSide * 0.24), frame.edge + 26, scaled(stage, 420), mix(green, palette.near, 0.2)));
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
    draw(stage, 'middle', house(stage, ((i + 0.5) * frame.width) / houses, depthY(frame, 0.3), scaled(stage, random.range(180, 230)), wall, roof));
  }
  draw(stage, 'near', waves(stage, depthY(frame, 0.36), 8, 150, at(0.42)));
  draw(stage, 'near', waves(stage, depthY(frame, 0.58), 12, 200, at(0.28)));
  stage.water = depthY(frame, 0.55);
  const wood = inLight(stage, '#9a7250', 0.6);
  const deckTop = frame.edge + 24;
  let boards = rect(-10, deckTop, frame.width + 20, frame.height - deckTop, fade(stage, lighten(wood, 0.03), darken(wood, 0.16)));
  for (let i = 0; i < 11; i++) boards += rect(-10, deckTop + 30 + i * i * 6 + i * 26, frame.width + 20, 4, darken(wood, 0.1), { opacity: 0.7 });
  for (const x of [0.08, 0.92]) {
    boards += rect(frame.width * x - 20, deckTop - 56, 40, 110, darken(wood, 0.08), { rx: 10 }) + ellipse(frame.width * x, deckTop - 54, 22, 9, lighten(wood, 0.06));
  }
  draw(stage, 'ground', boards);
  stage.groundAt = () => deckTop;
}

export function paintUnderwater(stage: Stage): void {
  const { frame, palette, random } = stage;
  const deep = stage.style.name === 'neon' ? '#0a0830' : mix('#0f4a6b', palette.sky[0], palette.dark * 0.6);
  const lit = stage.style.name === 'neon' ? '#2a1f7a' : mix('#5fc4c8', palette.sky[1], 0.2 + palette.dark * 0.4);
  stage.layers.sky.push(rect(0, 0, frame.width, frame.height, linear(stage, [[0, lit, 1], [0.55, mix(lit, deep, 0.6), 1], [1, deep, 1]])));
  for (let i = 0; i < 6; i++) {
    const x = frame.width * random.range(0, 1);
    const paint = linear(stage, [[0, '#ffffff', 0.2], [1, '#ffffff', 0]]);
    draw(stage, 'sky', shape(polyline([[x, -10], [x + 70, -10], [x + 200, frame.feet], [x + 20, frame.feet]]) + 'Z', paint));
  }
  const sand = mix('#c9b27a', deep, 0.45);
  draw(stage, 'far', ridge(stage, depthY(frame, 0.35), scaled(stage, 160), mix(deep, lit, 0.45)));
  draw(stage, 'middle', hill(stage, depthY(frame, 0.6), 40, mix(sand, lit, 0.3)).svg);
  const corals = ['#e8756a', '#d98ac0', '#f0b35a', '#8fc46a'] as const;
  for (let i = 0; i < (9 * frame.width) / 1080; i++) {
    const x = random.range(-0.02, 1.02) * frame.width;
    if (Math.abs(x - frame.width / 2) < frame.width * 0.22) continue;
    const h = scaled(stage, random.range(140, 340));
    const y = frame.edge + 40;
    const colour = mix(random.pick(corals), deep, 0.25);
    for (let k = 0; k < 4; k++) {
      const bend = random.range(-0.3, 0.3) * h;
      draw(stage, 'near', line(`M${n(x)} ${n(y)}C${n(x + bend)} ${n(y - h * 0.4)} ${n(x - bend)} ${n(y - h * 0.6)} ${n(x + bend * 1.4)} ${n(y - h * random.range(0.7, 1))}`, colour, 18));
    }
  }
  ground(stage, sand, 24);
  for (let i = 0; i < 26; i++) {
    const r = random.range(4, 16);
    draw(stage, 'front', circle(random.range(0, frame.width), random.range(0, frame.feet), r, '#ffffff', { opacity: 0.2 }));
  }
  halo(stage, 'glow', frame.width * 0.5, 0, frame.height * 0.5, '#e8ffff', 0.35);
  draw(stage, 'front', hill(stage, frame.front, 40, mix(deep, '#04121c', 0.4)).svg);
  stage.water = frame.horizon;
  stage.lift = -(frame.feet - frame.horizon) * 0.5;
}
