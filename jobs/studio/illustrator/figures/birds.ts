/** Birds on the wing and perched, looking left. Units: 1000 tall, from the lower tail to the tip of the raised wing. */
import { darken, type Hex, lighten } from '#jobs/studio/illustrator/drawing/colour.ts';
import { circle, ellipse, line, place, shape } from '#jobs/studio/illustrator/drawing/path.ts';

export interface Plumage {
  body: Hex;
  wing: Hex;
  belly: Hex;
  head: Hex;
  beak: Hex;
  /** A long neck stretched forward, as geese and swans fly. */
  neck: boolean;
  /** A hooked beak. */
  hooked: boolean;
  /** Colour of a comb, or null. */
  comb: Hex | null;
  /** Colour of an owl's round face with two eyes to the front, or null for a head seen from the side. */
  disc: Hex | null;
}

const plumage = (body: Hex, wing: Hex, belly: Hex, beak: Hex, more: Partial<Plumage> = {}): Plumage => ({
  body,
  wing,
  belly,
  head: body,
  beak,
  neck: false,
  hooked: false,
  comb: null,
  disc: null,
  ...more,
});

/** By key of the lexicon of subjects. */
export const PLUMAGES: Readonly<Record<string, Plumage>> = {
  bird: plumage('#37b4e2', '#1f8fc4', '#bfe8f7', '#f58220'),
  crow: plumage('#4a4a50', '#34343a', '#5a5a62', '#6b5a3a'),
  dove: plumage('#eef0f2', '#c9ced4', '#ffffff', '#f2a33a'),
  gull: plumage('#f6f7f8', '#aeb8c2', '#ffffff', '#f2b33a'),
  eagle: plumage('#6a4a40', '#523a34', '#7d5a4c', '#fdb515', { head: '#fdeccb', hooked: true }),
  owl: plumage('#8a5f52', '#6a483e', '#f3cfa8', '#3a3a3a', {
    hooked: true,
    disc: '#f3cfa8',
  }),
  parrot: plumage('#1fa84a', '#a9c91f', '#7fd98a', '#fdc921', { head: '#e8342a', hooked: true }),
  duck: plumage('#8a6152', '#6a483e', '#bb9479', '#fdb92a', { head: '#1f9a4f', neck: true }),
  goose: plumage('#eceff0', '#b9bfc2', '#ffffff', '#f58220', { neck: true }),
  hen: plumage('#f6efe4', '#d9c8ae', '#ffffff', '#f2a33a', { comb: '#d9483f' }),
  swan: plumage('#f4f8fa', '#cfdde2', '#ffffff', '#f08a4a', { neck: true }),
};

/** A bird that stands, its wings folded. */
export function perchedBirdSvg({ body, wing, belly, head, beak, hooked, comb }: Plumage): string {
  const bill = hooked
    ? shape('M-250 -800C-350 -800 -380 -740 -350 -660C-320 -700 -280 -710 -240 -710Z', beak)
    : shape('M-250 -830L-400 -770L-250 -730Z', beak);
  return (
    line('M-40 -180V-20M60 -180V-20M-40 -20h-60M60 -20h-60', darken(beak, 0.12), 30) +
    shape('M220 -330C330 -290 420 -200 470 -110C380 -120 260 -170 170 -230Z', darken(wing, 0.05)) +
    shape(
      'M-290 -780C-330 -560 -300 -260 -80 -170C120 -110 260 -220 270 -360C240 -560 60 -640 0 -760Z',
      body,
    ) +
    shape(
      'M-280 -640C-300 -420 -220 -220 -60 -170C40 -160 90 -190 100 -230C-40 -260 -160 -420 -180 -640Z',
      belly,
    ) +
    (comb ? circle(-210, -950, 52, comb) + circle(-140, -985, 58, comb) + circle(-66, -955, 50, comb) : '') +
    circle(-140, -800, 170, head) +
    bill +
    (comb ? ellipse(-245, -680, 36, 60, comb) : '') +
    circle(-195, -830, 26, '#26222a') +
    circle(-203, -838, 8, '#ffffff') +
    shape(
      'M-60 -600C120 -600 260 -430 330 -190C200 -180 20 -280 -40 -400C-80 -480 -80 -560 -60 -600Z',
      wing,
    ) +
    line('M20 -480C110 -420 190 -330 250 -230', lighten(wing, 0.09), 20)
  );
}

/** Two great eyes to the front and a small beak between them, under tufts. */
function owlHead(x: number, y: number, head: Hex, disc: Hex, beak: Hex): string {
  const eye = (dx: number) =>
    circle(x + dx, y - 12, 84, disc) +
    circle(x + dx, y - 16, 52, '#f5b52a') +
    circle(x + dx, y - 16, 30, '#26222a') +
    circle(x + dx - 10, y - 26, 9, '#ffffff');
  return (
    shape(
      `M${x - 176} ${y - 40}L${x - 190} ${y - 230}L${x - 60} ${y - 160}H${x + 60}L${x + 190} ${y - 230}L${x + 176} ${y - 40}Z`,
      head,
    ) +
    circle(x, y, 182, head) +
    eye(-76) +
    eye(76) +
    shape(`M${x - 30} ${y + 26}H${x + 30}L${x} ${y + 92}Z`, beak)
  );
}

export function flyingBirdSvg({ body, wing, belly, head, beak, neck, hooked, disc }: Plumage): string {
  const hx = neck ? -560 : -330;
  const hy = neck ? -470 : -450;
  const farWing = shape(
    'M-60 -430C20 -600 60 -800 200 -920C250 -820 250 -700 210 -600C260 -640 290 -640 320 -640C300 -520 230 -420 120 -370Z',
    darken(wing, 0.08),
  );
  const tail = shape(
    'M260 -340C380 -380 480 -380 580 -340C540 -310 520 -300 500 -296C530 -280 540 -262 548 -244C440 -220 330 -230 240 -270Z',
    wing,
  );
  const trunk =
    shape(
      'M-380 -440C-340 -560 -120 -560 60 -500C220 -450 320 -380 320 -310C300 -220 100 -160 -80 -180C-280 -200 -400 -300 -380 -440Z',
      body,
    ) +
    shape(
      'M-360 -360C-280 -260 -60 -230 160 -280C80 -200 -20 -176 -80 -180C-250 -198 -350 -270 -360 -360Z',
      belly,
    );
  const reach = neck ? line('M-250 -380C-360 -420 -440 -470 -540 -470', body, 110) : '';
  const bill = disc
    ? ''
    : hooked
      ? shape(
          `M${hx - 120} ${hy - 30}C${hx - 210} ${hy - 40} ${hx - 250} ${hy + 20} ${hx - 220} ${hy + 90}C${hx - 190} ${hy + 50} ${hx - 150} ${hy + 50} ${hx - 110} ${hy + 50}Z`,
          beak,
        )
      : shape(`M${hx - 110} ${hy - 50}L${hx - 270} ${hy + 10}L${hx - 110} ${hy + 50}Z`, beak);
  const skull = disc ? owlHead(hx, hy, head, disc, beak) : circle(hx, hy, neck ? 105 : 150, head);
  const eye = disc ? '' : circle(hx - 45, hy - 25, 26, '#26222a') + circle(hx - 53, hy - 33, 8, '#ffffff');
  const nearWing =
    shape(
      'M-170 -400C-190 -620 -90 -860 60 -1000C130 -900 150 -800 130 -700C180 -760 220 -780 260 -790C270 -660 220 -520 150 -440C90 -370 -60 -330 -170 -400Z',
      wing,
    ) + line('M-90 -470C-60 -620 0 -760 70 -860M10 -440C50 -540 90 -620 130 -690', lighten(wing, 0.09), 20);
  const feet = ellipse(120, -196, 60, 22, beak);
  return place(farWing + tail + feet + trunk + reach + bill + skull + eye + nearWing, [neck ? 80 : 0, 0]);
}
