/** What makes one room unlike another of its kind: wallpaper, pictures, a plant, an armchair, a garland. */

import type { SceneReading } from '#jobs/story/film/scene-reading.ts';
import { createRandom, type Random } from '#jobs/studio/chance.ts';
import { darken, type Hex, lighten } from '#jobs/studio/illustrator/drawing/colour.ts';
import { BLEED } from '#jobs/studio/illustrator/drawing/frame.ts';
import { circle, ellipse, line, n, rect, shape } from '#jobs/studio/illustrator/drawing/path.ts';
import { draw, halo, type Stage } from '#jobs/studio/illustrator/drawing/stage.ts';
import { inLight } from '#jobs/studio/illustrator/kit/buildings.ts';
import { scaled } from './ground';

/** The same for every scene that shows the same people in the same kind of room. */
export function roomRandom({ place, cast }: SceneReading): Random {
  const owner = cast.find(({ look }) => look !== null) ?? cast[0];
  const { name = null, subject = '', look = null } = owner ?? {};
  return createRandom(`${place}|${name ?? subject}|${look ? Object.values(look).join(' ') : ''}`);
}

/** Draws the wall's pattern down to the floor. */
export function paintWallpaper(stage: Stage, floorY: number, wall: Hex, random: Random): void {
  const { width } = stage.frame;
  const bright = lighten(wall, 0.04);
  switch (random.pick(['stripes', 'dots', 'panels', 'plain'] as const)) {
    case 'stripes':
      for (let x = -60 - 2 * 78; x < width + BLEED; x += 78)
        draw(stage, 'sky', rect(x, -BLEED, 30, floorY + BLEED, bright, { opacity: 0.5 }));
      return;
    case 'dots':
      for (let row = 0, y = -40; y < floorY - 30; y += 84, row++)
        for (let x = -BLEED + (row % 2) * 60; x < width + BLEED; x += 120)
          draw(stage, 'sky', shape(`M${x} ${y - 13}l10 13l-10 13l-10 -13Z`, bright, { opacity: 0.7 }));
      return;
    case 'panels': {
      const top = floorY * 0.66;
      draw(stage, 'sky', rect(-BLEED, top, width + 2 * BLEED, floorY - top, darken(wall, 0.06)));
      draw(stage, 'sky', rect(-BLEED, top - 14, width + 2 * BLEED, 18, bright));
      for (let x = -BLEED; x < width + BLEED; x += 150)
        draw(
          stage,
          'sky',
          rect(x, top + 26, 110, floorY - top - 80, darken(wall, 0.09), { rx: 8, opacity: 0.6 }),
        );
      return;
    }
    case 'plain':
      return;
  }
}

type Accent = (stage: Stage, x: number, floorY: number, random: Random) => void;

const wood = (stage: Stage, colour = '#7a4a30') => inLight(stage, colour, 0.45);

const picture: Accent = (stage, x, floorY, random) => {
  const s = scaled(stage, 150);
  const y = floorY * 0.42;
  const tall = random.chance(0.5) ? 1.25 : 0.8;
  const sea = random.chance(0.5);
  draw(
    stage,
    'far',
    rect(x - s * 0.56, y - s * tall * 0.56, s * 1.12, s * tall * 1.12, wood(stage), { rx: 6 }) +
      rect(x - s * 0.46, y - s * tall * 0.46, s * 0.92, s * tall * 0.92, inLight(stage, '#f4e6c8', 0.4)) +
      shape(
        `M${n(x - s * 0.46)} ${n(y + s * tall * 0.12)}q${n(s * 0.23)} ${n(-s * (sea ? 0.06 : 0.3))} ${n(s * 0.46)} 0t${n(s * 0.46)} 0V${n(y + s * tall * 0.46)}H${n(x - s * 0.46)}Z`,
        inLight(stage, sea ? '#5a93b0' : '#7fa66a', 0.4),
      ) +
      circle(x + s * 0.2, y - s * tall * 0.2, s * 0.1, inLight(stage, '#e8b04a', 0.3)),
  );
};

const plant: Accent = (stage, x, floorY) => {
  const s = scaled(stage, 300);
  const leaf = inLight(stage, '#4f8f5a', 0.45);
  let leaves = '';
  for (const [dx, dy, turn] of [
    [-0.2, -0.62, -32],
    [0.2, -0.66, 30],
    [0, -0.82, 0],
    [-0.32, -0.42, -58],
    [0.32, -0.44, 56],
  ] as const)
    leaves += ellipse(
      x + dx * s,
      floorY + dy * s,
      s * 0.09,
      s * 0.26,
      turn === 0 ? lighten(leaf, 0.05) : leaf,
      {
        transform: `rotate(${turn} ${n(x + dx * s)} ${n(floorY + dy * s)})`,
      },
    );
  draw(
    stage,
    'middle',
    leaves +
      shape(
        `M${n(x - s * 0.17)} ${n(floorY - s * 0.26)}H${n(x + s * 0.17)}L${n(x + s * 0.12)} ${n(floorY + 8)}H${n(x - s * 0.12)}Z`,
        inLight(stage, '#c8694a', 0.45),
      ),
  );
};

const armchair: Accent = (stage, x, floorY, random) => {
  const s = scaled(stage, 300);
  const cloth = inLight(stage, random.pick(['#5f7fa8', '#a8605f', '#6f8f6a', '#8a6aa0']), 0.45);
  draw(
    stage,
    'middle',
    rect(x - s * 0.4, floorY - s * 0.86, s * 0.8, s * 0.8, cloth, { rx: n(s * 0.16) }) +
      rect(x - s * 0.52, floorY - s * 0.48, s * 0.24, s * 0.46, darken(cloth, 0.06), { rx: n(s * 0.1) }) +
      rect(x + s * 0.28, floorY - s * 0.48, s * 0.24, s * 0.46, darken(cloth, 0.06), { rx: n(s * 0.1) }) +
      rect(x - s * 0.32, floorY - s * 0.36, s * 0.64, s * 0.2, lighten(cloth, 0.05), { rx: n(s * 0.07) }),
  );
};

const shelf: Accent = (stage, x, floorY, random) => {
  const s = scaled(stage, 260);
  const y = floorY * 0.44;
  let svg = rect(x - s * 0.5, y, s, s * 0.05, wood(stage), { rx: 4 });
  const colours = ['#b5483a', '#d9a441', '#3f7f8c', '#7f9f6a', '#e0c9a0'] as const;
  for (let at = -0.42; at < 0.36; ) {
    const w = random.range(0.09, 0.16);
    const h = random.range(0.16, 0.3);
    const colour = inLight(stage, random.pick(colours), 0.45);
    svg += random.chance(0.5)
      ? rect(x + at * s, y - h * s, w * s * 0.9, h * s, colour, { rx: 4 })
      : shape(
          `M${n(x + at * s)} ${n(y)}l${n(-w * s * 0.1)} ${n(-h * s * 0.6)}h${n(w * s * 0.9)}l${n(-w * s * 0.1)} ${n(h * s * 0.6)}Z`,
          colour,
        );
    at += w + 0.02;
  }
  draw(stage, 'far', svg);
};

const garland: Accent = (stage, _x, floorY, random) => {
  const { width } = stage.frame;
  const y = floorY * 0.1;
  draw(
    stage,
    'far',
    line(`M-40 ${n(y)}Q${n(width / 2)} ${n(y + floorY * 0.14)} ${n(width + 40)} ${n(y)}`, wood(stage), 5),
  );
  const colours = ['#d9564a', '#f0b429', '#4f9fb5', '#7fae5f', '#c77fb0'] as const;
  const first = random.range(0, 4);
  for (let i = 0; i < 9; i++) {
    const t = (i + 0.5) / 9;
    const fx = -40 + t * (width + 80);
    const fy = y + floorY * 0.28 * t * (1 - t);
    const s = scaled(stage, 34);
    const colour = colours[Math.floor(first + i) % colours.length] ?? '#d9564a';
    draw(
      stage,
      'far',
      shape(`M${n(fx - s)} ${n(fy)}h${n(2 * s)}l${n(-s)} ${n(s * 1.7)}Z`, inLight(stage, colour, 0.4)),
    );
  }
};

const wallLamp: Accent = (stage, x, floorY) => {
  const s = scaled(stage, 120);
  const y = floorY * 0.5;
  draw(
    stage,
    'middle',
    rect(x - s * 0.08, y, s * 0.16, s * 0.5, '#6b4a2f', { rx: 6 }) +
      shape(
        `M${n(x - s * 0.36)} ${n(y)}L${n(x - s * 0.22)} ${n(y - s * 0.5)}H${n(x + s * 0.22)}L${n(x + s * 0.36)} ${n(y)}Z`,
        '#ffe2a0',
      ),
  );
  halo(stage, 'glow', x, y - s * 0.2, s * 2.4, '#ffcf7a', 0.12 + stage.palette.dark * 0.35);
};

const BY_ROOM: Record<string, readonly Accent[]> = {
  home: [picture, plant, shelf, wallLamp],
  bedroom: [picture, plant, shelf, garland, armchair],
  kitchen: [shelf, plant, picture, wallLamp],
  library: [armchair, plant],
  workshop: [shelf, picture, wallLamp],
  classroom: [garland, plant, picture],
  hall: [wallLamp, plant],
  office: [plant, picture],
  cafe: [plant],
  hospital: [plant],
};

/** Adds two accents beside the window, on the side where the furniture leaves room and on the other. */
export function paintAccents(stage: Stage, floorY: number, random: Random): void {
  const { frame, heroSide, reading } = stage;
  const kinds = [...(BY_ROOM[reading.place] ?? [])];
  const spots = [heroSide * 0.3, -heroSide * 0.42];
  for (const spot of spots) {
    const [accent] = kinds.splice(Math.floor(random.range(0, kinds.length - 0.001)), 1);
    accent?.(stage, frame.width * (0.5 + spot), floorY, random);
  }
}
