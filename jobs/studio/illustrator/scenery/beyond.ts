/** Space, the moon, the clouds, and the abstract land where nothing certain is known. */
import { darken, type Hex, lighten, mix } from '#jobs/studio/illustrator/drawing/colour.ts';
import { BLEED, depthY } from '#jobs/studio/illustrator/drawing/frame.ts';
import { circle, ellipse, group, n, place, rect, shape } from '#jobs/studio/illustrator/drawing/path.ts';
import { define, draw, fade, halo, radial, type Stage } from '#jobs/studio/illustrator/drawing/stage.ts';
import { hill, ridge } from '#jobs/studio/illustrator/kit/land.ts';
import { cloud } from '#jobs/studio/illustrator/kit/sky-things.ts';
import { paintSkyColours, paintStars } from '#jobs/studio/illustrator/light/sky.ts';
import { scaled } from './ground';

function nebulae(stage: Stage): void {
  const { random, frame } = stage;
  for (let i = 0; i < 5; i++) {
    const colour = random.pick(['#ff5fa2', '#6a5bff', '#2bb7ff', '#b04dff']);
    const paint = radial(stage, [
      [0, colour, 0.42],
      [1, colour, 0],
    ]);
    const x = random.range(0, frame.width);
    const y = random.range(0.1, 0.6) * frame.height;
    draw(
      stage,
      'sky',
      place(ellipse(0, 0, random.range(240, 460), random.range(120, 260), paint), [x, y], {
        turn: random.range(-35, 35),
      }),
    );
  }
}

function planet(stage: Stage, x: number, y: number, r: number, colour: Hex): string {
  const face = radial(
    stage,
    [
      [0, lighten(colour, 0.14), 1],
      [0.55, colour, 1],
      [1, darken(colour, 0.28), 1],
    ],
    0.35,
    0.25,
    0.9,
  );
  const clip = define(
    stage,
    (id) => `<clipPath id="${id}"><circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}"/></clipPath>`,
  );
  let bands = '';
  for (let i = 0; i < 6; i++) {
    bands += ellipse(
      x + stage.random.range(-0.4, 0.4) * r,
      y - r * 0.8 + i * r * 0.3,
      r * stage.random.range(0.5, 1),
      r * stage.random.range(0.03, 0.08),
      lighten(colour, i % 2 ? 0.1 : -0.12),
    );
  }
  return circle(x, y, r, face) + group(bands, { 'clip-path': `url(#${clip})`, opacity: 0.35 });
}

function ringedPlanet(x: number, y: number, r: number, colour: Hex, face: string): string {
  const ring = (sweep: 0 | 1, tone: Hex) =>
    `<path d="M${n(-r * 1.85)} 0a${n(r * 1.85)} ${n(r * 0.45)} 0 0 ${sweep} ${n(r * 3.7)} 0" fill="none" stroke="${tone}" stroke-width="${n(r * 0.19)}"/>`;
  return place(
    ring(1, lighten(colour, 0.1)) + circle(0, 0, r, face) + ring(0, lighten(colour, 0.14)),
    [x, y],
    { turn: -18 },
  );
}

export function paintSpace(stage: Stage): void {
  const { frame, random } = stage;
  paintSkyColours(stage);
  paintStars(stage, frame.height * 0.9, 230);
  nebulae(stage);
  const colour = random.pick(['#e0785c', '#5a86d8', '#8b5bd0', '#3fa59a']);
  const r = frame.width * (frame.format === '9:16' ? 0.72 : 0.42);
  draw(
    stage,
    'middle',
    planet(stage, frame.width * (0.5 - stage.heroSide * 0.2), frame.front + r * 0.62, r, colour),
  );
  const second = random.pick(['#f2c14e', '#ef8e7d', '#79c7c5']);
  draw(
    stage,
    'far',
    ringedPlanet(
      frame.width * (0.5 - stage.heroSide * 0.27),
      frame.height * 0.2,
      scaled(stage, 92),
      second,
      fade(stage, lighten(second, 0.08), darken(second, 0.14)),
    ),
  );
  stage.groundAt = () => frame.feet;
  stage.lift = -frame.height * 0.07;
}

export function paintMoon(stage: Stage): void {
  const { frame } = stage;
  paintSkyColours(stage);
  paintStars(stage, frame.edge, 190);
  nebulae(stage);
  const x = frame.width * (0.5 - stage.heroSide * 0.22);
  const y = frame.horizon * 0.45;
  const r = scaled(stage, 155);
  const clip = define(
    stage,
    (id) => `<clipPath id="${id}"><circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}"/></clipPath>`,
  );
  const lands =
    ellipse(x - r * 0.35, y - r * 0.35, r * 0.5, r * 0.28, '#5fbf7a') +
    ellipse(x - r * 0.15, y + r * 0.1, r * 0.24, r * 0.34, '#5fbf7a') +
    ellipse(x + r * 0.5, y + r * 0.45, r * 0.4, r * 0.3, '#6fc784') +
    ellipse(x + r * 0.6, y - r * 0.4, r * 0.2, r * 0.16, '#6fc784') +
    ellipse(x + r * 0.1, y - r * 0.7, r * 0.6, r * 0.08, '#ffffff', { opacity: 0.6 }) +
    ellipse(x - r * 0.4, y + r * 0.6, r * 0.5, r * 0.07, '#ffffff', { opacity: 0.5 });
  halo(stage, 'sky', x, y, r * 2.1, '#6fb8ff', 0.5);
  draw(
    stage,
    'far',
    circle(x, y, r, fade(stage, '#6fc1f2', '#1d4fa0')),
    group(lands, { 'clip-path': `url(#${clip})` }),
  );
  paintCraters(stage, 90);
}

/** A foreign world: its own colour, tall rocks, two moons over the horizon. */
export function paintPlanet(stage: Stage): void {
  const { frame, random } = stage;
  paintSkyColours(stage);
  paintStars(stage, frame.edge, 170);
  nebulae(stage);
  const side = -stage.heroSide;
  for (const [dx, dy, r, colour] of [
    [0.2, 0.34, 110, '#f2cf9a'],
    [0.36, 0.6, 54, '#b8c9e8'],
  ] as const) {
    const x = frame.width * (0.5 + side * dx);
    halo(stage, 'sky', x, frame.horizon * dy, scaled(stage, r * 2), colour, 0.4);
    draw(
      stage,
      'far',
      circle(
        x,
        frame.horizon * dy,
        scaled(stage, r),
        fade(stage, lighten(colour, 0.06), darken(colour, 0.16)),
      ),
    );
  }
  paintCraters(stage, random.range(220, 300));
}

/** Ridges, a dusty plain and craters in the land's colour. */
function paintCraters(stage: Stage, relief: number): void {
  const { frame, palette, random } = stage;
  const dust = palette.land;
  draw(
    stage,
    'far',
    ridge(stage, depthY(frame, 0.3), scaled(stage, relief), mix(darken(dust, 0.14), palette.sky[2], 0.4)),
  );
  draw(
    stage,
    'middle',
    hill(stage, depthY(frame, 0.5), 30, mix(darken(dust, 0.08), palette.sky[2], 0.18)).svg,
  );
  const sheet = hill(stage, frame.edge, 18, dust);
  stage.groundAt = sheet.at;
  draw(stage, 'ground', sheet.svg);
  for (let i = 0; i < 13; i++) {
    const cy = random.range(frame.edge + 40, frame.height);
    const s = random.range(30, 90) * (0.6 + (cy - frame.edge) / (frame.height - frame.edge));
    const cx = random.range(-20, frame.width + 20);
    draw(stage, 'ground', ellipse(cx, cy, s, s * 0.3, darken(dust, 0.11)));
    draw(
      stage,
      'ground',
      shape(
        `M${n(cx - s)} ${n(cy)}a${n(s)} ${n(s * 0.3)} 0 0 0 ${n(s * 2)} 0a${n(s)} ${n(s * 0.22)} 0 0 1 ${n(-s * 2)} 0z`,
        lighten(dust, 0.12),
      ),
    );
  }
}

export function paintClouds(stage: Stage): void {
  const { frame, palette, random } = stage;
  const white = mix('#ffffff', palette.sky[1], palette.dark * 0.75);
  const bank = (
    layer: 'far' | 'middle' | 'near' | 'ground' | 'front',
    y: number,
    size: number,
    colour: Hex,
  ) => {
    let svg = rect(-BLEED, y, frame.width + 2 * BLEED, frame.height - y + BLEED, colour);
    for (let x = -BLEED; x < frame.width + BLEED + 40; x += size * 0.62)
      svg += circle(
        x + random.range(-16, 16),
        y + random.range(0, size * 0.2),
        size * random.range(0.36, 0.56),
        colour,
      );
    draw(stage, layer, svg);
  };
  bank('far', depthY(frame, 0.25), scaled(stage, 130), mix(white, palette.sky[2], 0.6));
  bank('middle', depthY(frame, 0.5), scaled(stage, 170), mix(white, palette.sky[2], 0.35));
  for (let i = 0; i < 3; i++)
    draw(
      stage,
      'near',
      cloud(
        stage,
        random.range(0, frame.width),
        depthY(frame, random.range(0.3, 0.6)),
        scaled(stage, random.range(70, 130)),
        mix(white, palette.sky[2], 0.2),
      ),
    );
  bank('ground', frame.feet + 10, scaled(stage, 220), white);
  bank('front', frame.front + 20, 260, mix(white, palette.sky[1], 0.35));
  stage.groundAt = () => frame.feet;
  stage.lift = -scaled(stage, 40);
}
