/** Rooms: at home, at work, and where people come and go. */
import type { Place } from '#jobs/story/film/scene-reading.ts';
import { darken, type Hex, lighten, mix } from '#jobs/studio/illustrator/drawing/colour.ts';
import { BLEED } from '#jobs/studio/illustrator/drawing/frame.ts';
import { ellipse, n, rect, shape } from '#jobs/studio/illustrator/drawing/path.ts';
import { draw, fade, halo, type Stage } from '#jobs/studio/illustrator/drawing/stage.ts';
import { inLight } from '#jobs/studio/illustrator/kit/buildings.ts';
import { paintAccents, paintWallpaper, roomRandom } from './accents';
import { paintPendants, paintStripLights } from './ceiling-lights';
import {
  furnishBedroom,
  furnishClassroom,
  furnishHall,
  furnishHome,
  furnishKitchen,
  furnishLibrary,
  furnishWorkshop,
} from './furniture';
import { scaled } from './ground';
import { furnishCafe, furnishHospital, furnishLockers, furnishShop } from './public-rooms';
import { paintWindow } from './window';
import { furnishCourt, furnishLaboratory, furnishOffice, furnishPolice } from './workplaces';

interface Room {
  wall: Hex;
  floor: Hex;
  rug: Hex | null;
  window: boolean;
  curtains: Hex | null;
  /** Rooms where nobody lives have plain walls, a city before their windows, and their lamps above. */
  isPublic?: true;
  /** A lamp of its own for a room without a lamp on its floor. */
  lamp?: (stage: Stage, floorY: number) => void;
  furnish: (stage: Stage, floorY: number) => void;
}

const ROOMS = {
  home: {
    wall: '#c9a98f',
    floor: '#8f5f42',
    rug: '#8a4a4f',
    window: true,
    curtains: '#4f7f8c',
    furnish: furnishHome,
  },
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
  office: {
    ...{ wall: '#c3ccd2', floor: '#6f7884', rug: null, window: true, curtains: null, isPublic: true },
    lamp: paintStripLights,
    furnish: furnishOffice,
  },
  cafe: {
    ...{ wall: '#c9a98a', floor: '#7f5238', rug: null, window: false, curtains: null, isPublic: true },
    lamp: (stage, y) => paintPendants(stage, y, [0.24, 0.5, 0.76]),
    furnish: furnishCafe,
  },
  shop: {
    ...{ wall: '#dccdb2', floor: '#a98a6a', rug: null, window: false, curtains: null, isPublic: true },
    lamp: (stage, y) => paintPendants(stage, y, [0.3, 0.7]),
    furnish: furnishShop,
  },
  hospital: {
    ...{ wall: '#cfe0e0', floor: '#9fb4b8', rug: null, window: true, curtains: null, isPublic: true },
    lamp: paintStripLights,
    furnish: furnishHospital,
  },
  court: {
    ...{ wall: '#a98a6c', floor: '#6f4a38', rug: '#7a2f3a', window: false, curtains: null, isPublic: true },
    lamp: (stage, y) => paintPendants(stage, y, [0.12, 0.88]),
    furnish: furnishCourt,
  },
  precinct: {
    ...{ wall: '#8f9a94', floor: '#5a5f62', rug: null, window: false, curtains: null, isPublic: true },
    lamp: (stage, y) => paintPendants(stage, y, [0.5 - stage.heroSide * 0.25]),
    furnish: furnishPolice,
  },
  laboratory: {
    ...{ wall: '#c9d8da', floor: '#8fa0a8', rug: null, window: false, curtains: null, isPublic: true },
    lamp: paintStripLights,
    furnish: furnishLaboratory,
  },
  'changing-room': {
    ...{ wall: '#b8c4c4', floor: '#6f7a80', rug: null, window: false, curtains: null, isPublic: true },
    lamp: paintStripLights,
    furnish: furnishLockers,
  },
} satisfies Partial<Record<Place, Room>>;

export type RoomName = keyof typeof ROOMS;

export const isRoom = (place: Place): place is RoomName => place in ROOMS;

/** Walls of one kind of room lean to one of these colours. */
const TINTS = ['#8fb3b0', '#d9b58a', '#b79ab0', '#9db58f', '#d99f8a', '#93a6c4'] as const;
const CURTAINS = ['#c8584f', '#e8e0c8', '#4f7f8c', '#d9a441', '#8a6aa0'] as const;

export function paintRoom(stage: Stage, name: RoomName): void {
  const room: Room = ROOMS[name];
  const { frame, palette } = stage;
  const neon = stage.style.name === 'neon';
  const floorY = frame.edge + scaled(stage, 20);
  const random = roomRandom(stage.reading);
  const tint = mix(room.wall, random.pick(TINTS), 0.34);
  const wall = neon ? '#1a1048' : mix(tint, palette.sky[0], palette.dark * 0.62);
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
  if (!room.isPublic) paintWallpaper(stage, floorY, wall, random);
  paintAccents(stage, floorY, random);
  if (room.window)
    paintWindow(stage, floorY, random, {
      curtains: room.curtains && random.pick(CURTAINS),
      view: room.isPublic ? 'city' : 'hills',
    });
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
  (room.lamp ?? paintFloorLamp)(stage, floorY);
  stage.groundAt = () => floorY;
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
