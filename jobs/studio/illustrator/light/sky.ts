/** The sky of a scene: its colours, sun or moon, stars and clouds. */
import { mix } from '#jobs/studio/illustrator/drawing/colour.ts';
import { circle, ellipse, group, n, rect, shape } from '#jobs/studio/illustrator/drawing/path.ts';
import {
  draw,
  fade,
  fillFrame,
  halo,
  linear,
  radial,
  type Stage,
} from '#jobs/studio/illustrator/drawing/stage.ts';
import { cloud, star } from '#jobs/studio/illustrator/kit/sky-things.ts';

/** Fills the picture with the sky's colours alone. */
export function paintSkyColours(stage: Stage): void {
  const { frame, palette } = stage;
  fillFrame(stage, 'sky', [
    [0, palette.sky[0], 1],
    [0.3 + 0.25 * (frame.horizon / frame.height), palette.sky[1], 1],
    [Math.min(1, frame.horizon / frame.height + 0.2), palette.sky[2], 1],
  ]);
}

export function paintSky(stage: Stage): void {
  const { reading, random, frame, palette, style } = stage;
  paintSkyColours(stage);
  const night = reading.time === 'night' || style.name === 'neon';
  const covered = reading.weather === 'storm' || reading.weather === 'rain';
  if (night && !covered) paintStars(stage, frame.horizon, 150);
  if (!covered) paintSunOrMoon(stage, night && style.name !== 'neon');
  const clouds = { clear: 5, wind: 8, cloudy: 10, rain: 11, storm: 12, snow: 7, fog: 4 }[reading.weather];
  const reach = Math.max(frame.horizon * 0.8, frame.height * 0.1);
  for (let i = 0; i < (night && !covered ? Math.ceil(clouds * 0.6) : clouds); i++) {
    const y = covered ? random.range(-20, reach * 0.85) : random.range(reach * 0.06, reach);
    const size = covered ? random.range(150, 290) : random.range(70, 165) * (1 - y / (frame.height * 1.1));
    const bright = night ? mix(palette.sky[1], palette.sky[2], 0.6) : '#ffffff';
    const colour = covered
      ? mix(palette.sky[0], palette.sky[2], random.range(0.1, 0.6))
      : mix(bright, palette.sky[2], random.range(0.1, reading.weather === 'cloudy' ? 0.75 : 0.5));
    const quiet = style.name === 'neon' || style.name === 'silhouette';
    draw(
      stage,
      'clouds',
      cloud(
        stage,
        random.range(-40, frame.width + 40),
        y,
        size,
        quiet ? mix(colour, palette.sky[1], 0.7) : colour,
        quiet ? 0.7 : 0.93,
      ),
    );
  }
  if (reading.weather === 'storm') paintLightning(stage);
}

export function paintStars(stage: Stage, depth: number, count: number): void {
  const { random, frame, palette } = stage;
  for (let i = 0; i < count; i++) {
    const y = random.range(0, depth * 1.1);
    const opacity = n(random.range(0.25, 0.95) * (1 - y / (depth * 1.35)));
    draw(
      stage,
      'sky',
      circle(random.range(0, frame.width), y, random.range(0.8, 2.8), '#ffffff', { opacity }),
    );
  }
  for (let i = 0; i < 9; i++) {
    draw(
      stage,
      'sky',
      star(
        random.range(40, frame.width - 40),
        random.range(30, depth * 0.85),
        random.range(8, 19),
        mix('#ffffff', palette.light, 0.4),
      ),
    );
  }
}

function paintSunOrMoon(stage: Stage, moon: boolean): void {
  const { reading, random, frame, palette, style } = stage;
  const low = reading.time === 'sunset' || reading.time === 'dawn';
  const big = style.name === 'silhouette';
  const size = Math.min(frame.width, frame.height) / 1080;
  const r = (big ? 300 : moon ? 100 : low ? 130 : 95) * size;
  const x = big
    ? frame.width / 2 + stage.heroSide * frame.width * 0.08
    : frame.width / 2 + stage.lightSide * frame.width * random.range(0.18, 0.3);
  const y = Math.max(
    r * 0.4,
    big || style.name === 'neon'
      ? frame.horizon * 0.92
      : low
        ? frame.horizon * random.range(0.74, 0.86)
        : frame.horizon * random.range(0.32, 0.46),
  );
  stage.sun = [x, y];
  if (style.name === 'neon') {
    paintNeonSun(stage, frame.width / 2, frame.horizon * 0.82, 270 * size);
    return;
  }
  if (style.name === 'papercut') {
    for (let i = 4; i >= 1; i--) {
      draw(
        stage,
        'sky',
        circle(x, y, r + (i * 95 + i * i * 9) * size, palette.light, { opacity: moon ? 0.05 : 0.085 }),
      );
    }
  }
  halo(stage, 'sky', x, y, r * 5.2, palette.light, moon ? 0.5 : 0.85);
  if (moon) {
    const face = circle(x, y, r, fade(stage, '#fffdf2', '#dfe3f5'));
    const k = r / 105;
    const seas: readonly (readonly [number, number, number])[] = [
      [-32, -26, 24],
      [34, 6, 17],
      [-12, 44, 20],
      [26, -48, 11],
    ];
    draw(
      stage,
      'sky',
      face +
        group(seas.map(([dx, dy, s]) => circle(x + dx * k, y + dy * k, s * k, '#c3c9e2')).join(''), {
          opacity: 0.55,
        }),
    );
    return;
  }
  const face = radial(stage, [
    [0, '#fffdf0', 1],
    [0.7, mix(palette.light, '#ffffff', 0.3), 1],
    [1, palette.light, 1],
  ]);
  if (style.name !== 'watercolor') {
    let rays = '';
    const length = frame.width + frame.height;
    for (let i = 0; i < 14; i++) {
      const angle = (i / 14) * 6.283 + random.range(-0.05, 0.05);
      const half = random.range(0.05, 0.1);
      rays += `M${n(x)} ${n(y)}L${n(x + Math.cos(angle - half) * length)} ${n(y + Math.sin(angle - half) * length)}L${n(x + Math.cos(angle + half) * length)} ${n(y + Math.sin(angle + half) * length)}Z`;
    }
    draw(stage, 'sky', shape(rays, palette.light, { opacity: 0.075 }));
  }
  draw(stage, 'sky', circle(x, y, r, face));
}

/** A round sun cut by dark bars. */
function paintNeonSun(stage: Stage, x: number, y: number, r: number): void {
  const { palette } = stage;
  halo(stage, 'sky', x, y, r * 1.9, palette.glow[0], 0.5);
  draw(stage, 'sky', circle(x, y, r, fade(stage, '#ffd86b', palette.glow[0])));
  for (let i = 0; i < 8; i++) {
    draw(
      stage,
      'sky',
      rect(
        x - r * 1.1,
        y - r * 0.15 + i * r * 0.155,
        r * 2.2,
        r * (0.02 + i * 0.011),
        mix(palette.sky[1], palette.sky[2], 0.25 + i * 0.07),
      ),
    );
  }
}

function paintLightning(stage: Stage): void {
  const { random, frame } = stage;
  let x = frame.width * (0.5 - stage.heroSide * random.range(0.12, 0.3));
  let y = frame.horizon * 0.3;
  halo(stage, 'clouds', x, frame.horizon * 0.5, frame.height * 0.33, '#dff3ff', 0.5);
  const points: [number, number][] = [[x, y]];
  while (y < frame.horizon * 1.02) {
    x += random.range(-0.06, 0.065) * frame.width;
    y += frame.horizon * random.range(0.06, 0.12);
    points.push([x, y]);
  }
  const bolt = points.map(([px, py], i) => `${i ? 'L' : 'M'}${n(px)} ${n(py)}`).join('');
  const [fx, fy] = points[3] ?? [x, y];
  const fork = `M${n(fx)} ${n(fy)}l70 80l26 90`;
  for (const [width, opacity] of [
    [30, 0.12],
    [18, 0.25],
  ] as const) {
    draw(
      stage,
      'clouds',
      `<path d="${bolt}${fork}" fill="none" stroke="#cfeaff" stroke-width="${width}" opacity="${opacity}" stroke-linejoin="round"/>`,
    );
  }
  draw(
    stage,
    'clouds',
    `<path d="${bolt}" fill="none" stroke="#fdfeff" stroke-width="9"/><path d="${fork}" fill="none" stroke="#fdfeff" stroke-width="5"/>`,
  );
}

/** Haze between the far and the middle layers. */
export function paintHaze(stage: Stage): void {
  const { frame, palette } = stage;
  const paint = linear(stage, [
    [0, palette.sky[2], 0],
    [1, palette.sky[2], 0.4],
  ]);
  const top = frame.horizon * 0.9;
  stage.layers.middle.unshift(
    ellipse(frame.width / 2, frame.edge, frame.width, (frame.edge - top) * 0.9, paint),
  );
}
