/** Indoors: bedroom, kitchen, library, workshop, classroom, hall. */
import { darken, type Hex, lighten, mix } from '../colour';
import { BLEED } from '../frame';
import { inLight } from '../kit/buildings';
import { circle, ellipse, group, line, n, rect, shape } from '../path';
import { define, draw, fade, halo, type Stage } from '../stage';
import {
  furnishBedroom,
  furnishClassroom,
  furnishHall,
  furnishKitchen,
  furnishLibrary,
  furnishWorkshop,
} from './furniture';
import { scaled } from './ground';

interface Room {
  wall: Hex;
  floor: Hex;
  rug: Hex | null;
  window: boolean;
  curtains: Hex | null;
  furnish: (stage: Stage, floorY: number) => void;
}

const ROOMS: Record<'bedroom' | 'kitchen' | 'library' | 'workshop' | 'classroom' | 'hall', Room> = {
  bedroom: {
    wall: '#8fb3b0',
    floor: '#9a6240',
    rug: '#3f7f8c',
    window: true,
    curtains: '#c8584f',
    furnish: furnishBedroom,
  },
  kitchen: {
    wall: '#e7c08a',
    floor: '#b0764a',
    rug: null,
    window: true,
    curtains: '#e8e0c8',
    furnish: furnishKitchen,
  },
  library: {
    wall: '#7f6a8f',
    floor: '#7a4a34',
    rug: '#8a3a4a',
    window: true,
    curtains: null,
    furnish: furnishLibrary,
  },
  workshop: {
    wall: '#c9a582',
    floor: '#84603f',
    rug: null,
    window: true,
    curtains: null,
    furnish: furnishWorkshop,
  },
  classroom: {
    wall: '#b8cfae',
    floor: '#a87a4f',
    rug: null,
    window: false,
    curtains: null,
    furnish: furnishClassroom,
  },
  hall: {
    wall: '#a88f9a',
    floor: '#7a5a5f',
    rug: '#a03a48',
    window: true,
    curtains: null,
    furnish: furnishHall,
  },
};

export type RoomName = keyof typeof ROOMS;

export function paintRoom(stage: Stage, name: RoomName): void {
  const room = ROOMS[name];
  const { frame, palette } = stage;
  const neon = stage.style.name === 'neon';
  const floorY = frame.edge + scaled(stage, 20);
  const wall = neon ? '#1a1048' : mix(room.wall, palette.sky[0], palette.dark * 0.62);
  draw(
    stage,
    'sky',
    rect(
      -BLEED,
      -BLEED,
      frame.width + 2 * BLEED,
      floorY + 20 + BLEED,
      fade(stage, darken(wall, 0.06), lighten(wall, 0.03)),
    ),
  );
  for (let x = -60 - 2 * 78; x < frame.width + BLEED; x += 78)
    draw(stage, 'sky', rect(x, -BLEED, 30, floorY + BLEED, lighten(wall, 0.04), { opacity: 0.5 }));
  if (room.window) paintWindow(stage, floorY, room.curtains);
  const floor = neon ? '#140c38' : mix(room.floor, palette.sky[0], palette.dark * 0.5);
  draw(
    stage,
    'ground',
    rect(
      -BLEED,
      floorY,
      frame.width + 2 * BLEED,
      frame.height - floorY + BLEED,
      fade(stage, lighten(floor, 0.04), darken(floor, 0.12)),
    ),
  );
  for (let i = 0; i < 9; i++)
    draw(
      stage,
      'ground',
      rect(-BLEED, floorY + i * i * 11 + i * 20, frame.width + 2 * BLEED, 4, darken(floor, 0.08)),
    );
  draw(
    stage,
    'ground',
    rect(
      -BLEED,
      floorY - 34,
      frame.width + 2 * BLEED,
      38,
      mix('#fff4e2', palette.sky[0], palette.dark * 0.5 + 0.1),
    ),
  );
  if (room.rug) {
    const rug = neon ? '#2a1a66' : inLight(stage, room.rug, 0.5);
    const ry = frame.feet + scaled(stage, 30);
    draw(
      stage,
      'ground',
      ellipse(frame.width / 2, ry, frame.width * 0.42, scaled(stage, 105), rug),
      `<ellipse cx="${n(frame.width / 2)}" cy="${n(ry)}" rx="${n(frame.width * 0.375)}" ry="${n(scaled(stage, 86))}" fill="none" stroke="${inLight(stage, '#f2d9a0', 0.5)}" stroke-width="9"/>`,
    );
  }
  room.furnish(stage, floorY);
  paintFloorLamp(stage, floorY);
  stage.groundAt = () => floorY;
}

/** A round-topped window with the scene's own sky outside. */
function paintWindow(stage: Stage, floorY: number, curtains: Hex | null): void {
  const { frame, palette, random, reading } = stage;
  const tall = frame.format === '9:16';
  const w = scaled(stage, tall ? 370 : 330);
  const h = Math.min(scaled(stage, tall ? 500 : 380), floorY * 0.62);
  const x = frame.width * (0.5 - stage.heroSide * (tall ? 0.06 : 0.1));
  const y = floorY * 0.52 - h * 0.5;
  const trim = mix('#fff4e2', palette.sky[0], palette.dark * 0.45);
  const clip = define(
    stage,
    (id) =>
      `<clipPath id="${id}"><rect x="${n(x - w / 2)}" y="${n(y)}" width="${n(w)}" height="${n(h)}" rx="${n(w / 2)}"/></clipPath>`,
  );
  const night = reading.time === 'night';
  let view = rect(x - w / 2, y, w, h, fade(stage, palette.sky[0], palette.sky[2]));
  if (night)
    for (let i = 0; i < 34; i++)
      view += circle(
        random.range(x - w / 2, x + w / 2),
        random.range(y, y + h * 0.75),
        random.range(1, 3),
        '#ffffff',
      );
  view += circle(x + w * 0.18, y + h * 0.3, w * 0.14, night ? '#fff7dd' : mix('#fff3b8', palette.light, 0.5));
  const hillsOutside = mix('#4f9a45', palette.sky[0], 0.15 + palette.dark);
  view += shape(
    `M${n(x - w * 0.55)} ${n(y + h * 0.85)}q${n(w * 0.27)} ${n(-h * 0.22)} ${n(w * 0.55)} ${n(-h * 0.08)}t${n(w * 0.6)} ${n(-h * 0.06)}V${n(y + h * 1.1)}H${n(x - w * 0.55)}Z`,
    mix(hillsOutside, palette.sky[2], 0.3),
  );
  view += shape(
    `M${n(x - w * 0.55)} ${n(y + h * 0.94)}q${n(w * 0.32)} ${n(-h * 0.14)} ${n(w * 0.6)} ${n(-h * 0.02)}t${n(w * 0.5)} ${n(-h * 0.04)}V${n(y + h * 1.1)}H${n(x - w * 0.55)}Z`,
    hillsOutside,
  );
  if (reading.weather === 'rain' || reading.weather === 'storm') {
    let d = '';
    for (let i = 0; i < 40; i++)
      d += `M${n(random.range(x - w / 2, x + w / 2))} ${n(random.range(y, y + h))}l-9 34`;
    view += line(d, '#e6f3ff', 2.4, { opacity: 0.5 });
  }
  if (reading.weather === 'snow')
    for (let i = 0; i < 40; i++)
      view += circle(
        random.range(x - w / 2, x + w / 2),
        random.range(y, y + h),
        random.range(2, 5),
        '#ffffff',
      );
  draw(stage, 'far', rect(x - w / 2 - 24, y - 24, w + 48, h + 48, trim, { rx: n(w / 2 + 24) }));
  draw(stage, 'far', group(view, { 'clip-path': `url(#${clip})` }));
  draw(
    stage,
    'far',
    `<path d="M${n(x)} ${n(y)}V${n(y + h)}M${n(x - w / 2)} ${n(y + h * 0.56)}H${n(x + w / 2)}" stroke="${trim}" stroke-width="14"/>`,
    rect(x - w / 2 - 46, y + h + 12, w + 92, 30, trim, { rx: 10 }),
  );
  if (!night) halo(stage, 'glow', x, y + h * 0.5, w * 1.7, palette.light, 0.24);
  if (!curtains) return;
  const cloth = inLight(stage, curtains, 0.45);
  const top = y - 62;
  for (const side of [-1, 1]) {
    const at = (share: number) => n(x + side * w * share);
    draw(
      stage,
      'middle',
      shape(
        `M${at(0.92)} ${n(top)}H${at(0.3)}C${at(0.38)} ${n(y + h * 0.5)} ${at(0.6)} ${n(y + h * 0.8)} ${at(0.84)} ${n(y + h * 1.16)}Q${at(0.96)} ${n(y + h * 0.6)} ${at(0.92)} ${n(top)}Z`,
        cloth,
      ),
      line(
        `M${at(0.74)} ${n(top)}C${at(0.74)} ${n(y + h * 0.5)} ${at(0.78)} ${n(y + h * 0.8)} ${at(0.84)} ${n(y + h * 1.1)}M${at(0.52)} ${n(top)}C${at(0.54)} ${n(y + h * 0.45)} ${at(0.64)} ${n(y + h * 0.75)} ${at(0.76)} ${n(y + h)}`,
        darken(cloth, 0.07),
        7,
      ),
    );
  }
  draw(
    stage,
    'middle',
    rect(x - w * 1.02, top - 18, w * 2.04, 24, inLight(stage, '#7a4a30', 0.3), { rx: 12 }),
  );
}

function paintFloorLamp(stage: Stage, floorY: number): void {
  const { frame, palette } = stage;
  const x = frame.width * (0.5 + stage.heroSide * 0.42);
  const s = scaled(stage, 460);
  const lit = palette.dark > 0.1 || stage.reading.weather === 'storm';
  draw(
    stage,
    'near',
    rect(x - 6, floorY - s * 0.8, 12, s * 0.82, '#4a3328') +
      ellipse(x, floorY + s * 0.03, s * 0.13, s * 0.03, '#4a3328') +
      shape(
        `M${n(x - s * 0.2)} ${n(floorY - s * 0.74)}L${n(x - s * 0.12)} ${n(floorY - s * 1.04)}H${n(x + s * 0.12)}L${n(x + s * 0.2)} ${n(floorY - s * 0.74)}Z`,
        lit ? '#ffe2a0' : '#f0dcb8',
      ),
  );
  halo(stage, 'glow', x, floorY - s * 0.85, s * 1.25, '#ffcf7a', lit ? 0.2 + palette.dark * 0.5 : 0.08);
}
