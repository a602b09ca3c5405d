/** What flies with people in it, in the units of `vehicle-drawing.ts`. */
import { darken, lighten } from '#jobs/studio/illustrator/drawing/colour.ts';
import { circle, ellipse, line, n, rect, shape } from '#jobs/studio/illustrator/drawing/path.ts';
import type { Stage } from '#jobs/studio/illustrator/drawing/stage.ts';
import { inLight } from './buildings';
import type { Vehicle } from './vehicle-drawing';

const wheel = (x: number): string => circle(x, -52, 52, '#2b2b33') + circle(x, -52, 26, '#c3cbd2');

/** An open aeroplane with one wing seen. */
export function aeroplane(stage: Stage): Vehicle {
  const red = inLight(stage, '#c8463c', 0.4);
  const cream = inLight(stage, '#f6ead0', 0.35);
  return {
    behind: shape('M330 -330L470 -520Q500 -540 500 -500L470 -300Z', darken(red, 0.06)),
    front:
      shape(
        'M-420 -330C-400 -400 -300 -420 -180 -420H-130Q-110 -350 -10 -350Q90 -350 110 -420L180 -410C320 -400 430 -370 490 -330C430 -260 200 -190 -150 -190C-320 -190 -410 -240 -420 -330Z',
        red,
      ) +
      shape(
        'M-400 -290C-200 -240 200 -250 480 -326C400 -250 200 -190 -150 -190C-300 -190 -380 -230 -400 -290Z',
        cream,
      ) +
      shape('M-190 -270H160L240 -190Q250 -160 210 -160H-90Q-130 -160 -150 -190Z', darken(cream, 0.1)) +
      ellipse(-432, -310, 26, 40, '#3a3a42') +
      ellipse(-448, -310, 16, 170, '#dfe5ea', { opacity: 0.75 }) +
      line('M-200 -190L-220 -60M20 -190L40 -60', '#3a3a42', 16) +
      wheel(-220) +
      wheel(40),
    seats: [{ x: -10, y: -370, height: 250 }],
    flies: true,
    height: 620,
  };
}

/** A balloon with its basket. */
export function balloon(stage: Stage): Vehicle {
  const red = inLight(stage, '#d9564a', 0.35);
  const cream = inLight(stage, '#fbe7bd', 0.35);
  const wicker = inLight(stage, '#a8733f', 0.4);
  const envelope =
    'M0 -1560C330 -1560 500 -1320 460 -1080C420 -880 240 -760 150 -640H-150C-240 -760 -420 -880 -460 -1080C-500 -1320 -330 -1560 0 -1560Z';
  return {
    behind:
      line(
        'M-150 -650L-170 -190M150 -650L170 -190M-60 -650L-70 -190M60 -650L70 -190',
        darken(wicker, 0.1),
        9,
      ) +
      shape(envelope, red) +
      shape(
        'M0 -1560C120 -1560 200 -1320 190 -1080C180 -880 100 -760 64 -640H-64C-100 -760 -180 -880 -190 -1080C-200 -1320 -120 -1560 0 -1560Z',
        cream,
      ) +
      shape(
        'M0 -1560C40 -1560 76 -1320 72 -1080C68 -880 40 -760 24 -640H-24C-40 -760 -68 -880 -72 -1080C-76 -1320 -40 -1560 0 -1560Z',
        red,
      ) +
      rect(-152, -650, 304, 26, darken(wicker, 0.06), { rx: 12 }),
    front:
      shape('M-190 -210H190L160 -10Q155 0 140 0H-140Q-155 0 -160 -10Z', wicker) +
      line('M-178 -140H178M-170 -80H170', darken(wicker, 0.08), 12) +
      rect(-205, -232, 410, 40, lighten(wicker, 0.06), { rx: 20 }),
    seats: [
      { x: -70, y: -190, height: 280 },
      { x: 80, y: -190, height: 260 },
    ],
    flies: true,
    height: 1560,
  };
}

/** A rocket under way, with a face at its porthole. */
export function rocket(stage: Stage): Vehicle {
  const white = inLight(stage, '#f1f3f6', 0.35);
  const red = inLight(stage, '#d9483f', 0.35);
  const hole = (r: number) =>
    `M${n(-r)} -640a${n(r)} ${n(r)} 0 1 0 ${n(2 * r)} 0a${n(r)} ${n(r)} 0 1 0 ${n(-2 * r)} 0Z`;
  return {
    behind: stage.style.name === 'silhouette' ? '' : circle(0, -640, 150, inLight(stage, '#27466b', 0.3)),
    front:
      shape('M-90 -110C-60 40 -20 110 0 170C20 110 60 40 90 -110Z', '#ffb347', { opacity: 0.95 }) +
      shape('M-46 -110C-30 -20 -10 30 0 70C10 30 30 -20 46 -110Z', '#fff0b0') +
      shape(
        'M-190 -420C-330 -330 -360 -200 -350 -60C-280 -140 -200 -170 -150 -180ZM190 -420C330 -330 360 -200 350 -60C280 -140 200 -170 150 -180Z',
        red,
      ) +
      shape(
        `M0 -1180C150 -1040 230 -820 230 -600C230 -420 200 -260 150 -110H-150C-200 -260 -230 -420 -230 -600C-230 -820 -150 -1040 0 -1180Z${hole(132)}`,
        white,
        { 'fill-rule': 'evenodd' },
      ) +
      shape(
        'M0 -1180C90 -1096 152 -984 190 -860C70 -900 -70 -900 -190 -860C-152 -984 -90 -1096 0 -1180Z',
        red,
      ) +
      `<circle cx="0" cy="-640" r="140" fill="none" stroke="${red}" stroke-width="26"/>` +
      rect(-150, -140, 300, 34, darken(white, 0.15), { rx: 10 }),
    seats: [{ x: 0, y: -490, height: 270 }],
    flies: true,
    height: 1180,
  };
}
