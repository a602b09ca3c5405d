/** All vehicles one sees somebody in; what has wheels is drawn here. */
import { darken, type Hex, lighten } from '#jobs/studio/illustrator/drawing/colour.ts';
import { circle, line, rect, shape } from '#jobs/studio/illustrator/drawing/path.ts';
import type { Stage } from '#jobs/studio/illustrator/drawing/stage.ts';
import { aeroplane, balloon, rocket } from './aircraft';
import { inLight } from './buildings';
import type { Vehicle } from './vehicle-drawing';

export const VEHICLES = [
  'bus',
  'car',
  'taxi',
  'truck',
  'tram',
  'train',
  'tractor',
  'aeroplane',
  'balloon',
  'rocket',
] as const;
export type VehicleName = (typeof VEHICLES)[number];

interface Body {
  colour: Hex;
  /** Outline of the body, which is filled around the windows. */
  outline: string;
  windows: readonly (readonly [x: number, y: number, width: number, height: number])[];
  wheels: readonly (readonly [x: number, r: number])[];
  /** Which windows have a seat: the first is the driver's. */
  seats: readonly number[];
  extras?: (stage: Stage, colour: Hex) => string;
  height: number;
}

const wheel = (x: number, r: number, steel: Hex): string =>
  circle(x, -r, r, '#2b2b33') + circle(x, -r, r * 0.5, steel) + circle(x, -r, r * 0.18, '#2b2b33');

const box = (left: number, top: number, right: number, foot: number, r: number): string =>
  `M${left + r} ${top}H${right - r}Q${right} ${top} ${right} ${top + r}V${foot}H${left}V${top + r}Q${left} ${top} ${left + r} ${top}Z`;

const BUS_WINDOWS = [
  [-455, -430, 150, 200],
  [-270, -430, 150, 170],
  [-85, -430, 150, 170],
  [100, -430, 150, 170],
  [285, -430, 150, 170],
] as const;

/** What cars and taxis share. */
const SALOON = {
  outline:
    'M-500 -90C-505 -190 -440 -235 -330 -245L-215 -425Q-200 -450 -165 -450H170Q205 -450 225 -425L330 -250C440 -245 500 -215 500 -140V-90Z',
  windows: [
    [-190, -415, 175, 175],
    [35, -415, 175, 175],
  ],
  wheels: [
    [-290, 92],
    [290, 92],
  ],
  seats: [0, 1],
} as const satisfies Partial<Body>;

const BODIES: Record<Exclude<VehicleName, 'aeroplane' | 'balloon' | 'rocket'>, Body> = {
  bus: {
    colour: '#c8463c',
    outline: box(-500, -490, 500, -60, 46),
    windows: BUS_WINDOWS,
    wheels: [
      [-300, 78],
      [290, 78],
    ],
    seats: [0, 2, 4],
    extras: (stage, colour) =>
      rect(-500, -220, 1000, 30, lighten(colour, 0.2)) +
      circle(-478, -130, 22, '#ffe7a8') +
      rect(-460, -482, 180, 34, inLight(stage, '#2b2b33', 0.2), { rx: 8 }),
    height: 490,
  },
  tram: {
    colour: '#2f8d93',
    outline: box(-490, -500, 490, -40, 40),
    windows: BUS_WINDOWS,
    wheels: [
      [-280, 52],
      [-170, 52],
      [170, 52],
      [280, 52],
    ],
    seats: [0, 2, 4],
    extras: (_, colour) =>
      rect(-490, -210, 980, 26, '#f6ead0') +
      line('M-60 -500L20 -610L100 -560', darken(colour, 0.2), 14) +
      circle(-470, -120, 24, '#ffe7a8'),
    height: 500,
  },
  car: {
    colour: '#3f7fa8',
    ...SALOON,
    extras: () => circle(-470, -170, 28, '#ffe7a8') + rect(470, -190, 30, 50, '#d9483f', { rx: 10 }),
    height: 450,
  },
  taxi: {
    colour: '#f0b429',
    ...SALOON,
    extras: () =>
      rect(-70, -492, 140, 46, '#fff3c8', { rx: 10 }) +
      circle(-470, -170, 28, '#fff3c8') +
      [-3, -2, -1, 0, 1, 2].map((i) => rect(i * 80, -220, 40, 26, '#2b2b33')).join(''),
    height: 480,
  },
  truck: {
    colour: '#4f8a5f',
    outline: 'M-500 -90V-300Q-500 -330 -470 -340L-400 -470Q-390 -490 -360 -490H-190V-560H500V-90Z',
    windows: [[-385, -450, 165, 185]],
    wheels: [
      [-330, 90],
      [180, 90],
      [380, 90],
    ],
    seats: [0],
    extras: (_, colour) =>
      rect(-180, -545, 665, 400, lighten(colour, 0.2), { rx: 10 }) + circle(-478, -190, 26, '#ffe7a8'),
    height: 560,
  },
  train: {
    colour: '#35605a',
    outline: 'M-480 -100V-330Q-480 -380 -430 -380H80V-540Q80 -560 100 -560H480Q500 -560 500 -540V-100Z',
    windows: [[150, -500, 200, 215]],
    wheels: [
      [-360, 74],
      [-180, 74],
      [250, 110],
      [420, 74],
    ],
    seats: [0],
    extras: (_, colour) =>
      shape('M-410 -380L-430 -540H-300L-320 -380Z', darken(colour, 0.06)) +
      rect(-450, -560, 170, 30, darken(colour, 0.1), { rx: 10 }) +
      rect(60, -590, 460, 40, '#8a3a32', { rx: 16 }) +
      rect(-200, -430, 90, 60, '#d9a441', { rx: 30 }) +
      rect(-480, -230, 980, 22, '#d9a441') +
      circle(-480, -290, 34, '#ffe7a8') +
      circle(-330, -640, 60, '#f2eee6', { opacity: 0.85 }) +
      circle(-230, -720, 84, '#f2eee6', { opacity: 0.7 }) +
      circle(-80, -790, 104, '#f2eee6', { opacity: 0.5 }),
    height: 590,
  },
  tractor: {
    colour: '#3f8f4a',
    outline: 'M-460 -130V-290Q-460 -320 -420 -320H-60V-560Q-60 -590 -30 -590H320Q350 -590 350 -560V-160Z',
    windows: [[10, -545, 280, 255]],
    wheels: [
      [-320, 110],
      [230, 190],
    ],
    seats: [0],
    extras: () => rect(-350, -470, 36, 160, '#3a3a42', { rx: 12 }) + circle(-450, -260, 26, '#ffe7a8'),
    height: 590,
  },
};

export function vehicle(stage: Stage, name: VehicleName): Vehicle {
  switch (name) {
    case 'aeroplane':
      return aeroplane(stage);
    case 'balloon':
      return balloon(stage);
    case 'rocket':
      return rocket(stage);
    default:
      return onWheels(stage, BODIES[name]);
  }
}

function onWheels(stage: Stage, body: Body): Vehicle {
  const colour = inLight(stage, body.colour, 0.4);
  const glass = inLight(stage, '#bfe3f2', 0.35);
  const steel = inLight(stage, '#c3cbd2', 0.3);
  // A silhouette is seen against the sky behind it.
  const panes =
    stage.style.name === 'silhouette'
      ? ''
      : body.windows.map(([x, y, w, h]) => rect(x - 4, y - 4, w + 8, h + 8, glass)).join('');
  const holes = body.windows.map(([x, y, w, h]) => `M${x} ${y}v${h}h${w}v${-h}Z`).join('');
  return {
    behind: panes,
    front:
      shape(body.outline + holes, colour, { 'fill-rule': 'evenodd' }) +
      body.windows
        .map(([x, y, w, h]) =>
          line(`M${x + w * 0.62} ${y + 8}L${x + w * 0.3} ${y + h - 8}`, '#ffffff', 12, { opacity: 0.25 }),
        )
        .join('') +
      (body.extras?.(stage, colour) ?? '') +
      rect(-490, -112, 980, 30, darken(colour, 0.12), { rx: 12 }) +
      body.wheels.map(([x, r]) => wheel(x, r, steel)).join(''),
    seats: body.seats.flatMap((i) => {
      const window = body.windows[i];
      return window
        ? [{ x: window[0] + window[2] / 2, y: window[1] + window[3] + 12, height: window[3] * 1.0 }]
        : [];
    }),
    flies: false,
    height: body.height,
  };
}
