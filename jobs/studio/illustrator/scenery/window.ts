/** A window with the scene's own sky outside. */

import type { Random } from '#jobs/studio/chance.ts';
import { darken, type Hex, mix } from '#jobs/studio/illustrator/drawing/colour.ts';
import { circle, group, line, n, rect, shape } from '#jobs/studio/illustrator/drawing/path.ts';
import { define, draw, fade, halo, type Stage } from '#jobs/studio/illustrator/drawing/stage.ts';
import { inLight } from '#jobs/studio/illustrator/kit/buildings.ts';
import { scaled } from './ground';

/** Draws a window, round-topped or square (square towards a city), with curtains where a colour is given. */
export function paintWindow(
  stage: Stage,
  floorY: number,
  room: Random,
  { curtains, view: outside }: { curtains: Hex | null; view: 'hills' | 'city' },
): void {
  const { frame, palette, random, reading } = stage;
  const tall = frame.format === '9:16';
  const w = scaled(stage, tall ? 370 : 330);
  const h = Math.min(scaled(stage, tall ? 500 : 380), floorY * 0.62);
  const x = frame.width * (0.5 - stage.heroSide * (tall ? 0.06 : 0.1));
  const y = floorY * 0.52 - h * 0.5;
  const trim = mix('#fff4e2', palette.sky[0], palette.dark * 0.45);
  const round = outside === 'city' ? 14 : room.pick([w / 2, w / 2, 26, 90]);
  const clip = define(
    stage,
    (id) =>
      `<clipPath id="${id}"><rect x="${n(x - w / 2)}" y="${n(y)}" width="${n(w)}" height="${n(h)}" rx="${n(round)}"/></clipPath>`,
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
  view += outside === 'city' ? towers(stage, { x, y, w, h }) : hills(stage, { x, y, w, h });
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
  draw(stage, 'far', rect(x - w / 2 - 24, y - 24, w + 48, h + 48, trim, { rx: n(round + 24) }));
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

/** The middle of a pane's width, its top, and its size; px. */
interface Pane {
  x: number;
  y: number;
  w: number;
  h: number;
}

function hills({ palette }: Stage, { x, y, w, h }: Pane): string {
  const near = mix('#4f9a45', palette.sky[0], 0.15 + palette.dark);
  return (
    shape(
      `M${n(x - w * 0.55)} ${n(y + h * 0.85)}q${n(w * 0.27)} ${n(-h * 0.22)} ${n(w * 0.55)} ${n(-h * 0.08)}t${n(w * 0.6)} ${n(-h * 0.06)}V${n(y + h * 1.1)}H${n(x - w * 0.55)}Z`,
      mix(near, palette.sky[2], 0.3),
    ) +
    shape(
      `M${n(x - w * 0.55)} ${n(y + h * 0.94)}q${n(w * 0.32)} ${n(-h * 0.14)} ${n(w * 0.6)} ${n(-h * 0.02)}t${n(w * 0.5)} ${n(-h * 0.04)}V${n(y + h * 1.1)}H${n(x - w * 0.55)}Z`,
      near,
    )
  );
}

/** Houses of a city with lights in their windows. */
function towers({ palette, random }: Stage, { x, y, w, h }: Pane): string {
  const lit = palette.dark > 0.2;
  let svg = '';
  for (const [depth, low, high] of [
    [0.55, 0.3, 0.55],
    [0.2, 0.15, 0.4],
  ] as const) {
    const wall = mix(mix('#5f6a86', palette.sky[0], palette.dark), palette.sky[2], depth);
    for (let at = x - w / 2; at < x + w / 2; ) {
      const width = w * random.range(0.12, 0.2);
      const height = h * random.range(low, high);
      svg += rect(at, y + h - height, width * 0.96, height, wall);
      for (let wy = y + h - height + 12; wy < y + h - 8; wy += 26)
        for (let wx = at + 8; wx < at + width - 14; wx += 20)
          if (random.chance(lit ? 0.5 : 0.3))
            svg += rect(wx, wy, 9, 14, lit ? '#ffe29a' : mix(wall, '#ffffff', 0.4));
      at += width;
    }
  }
  return svg;
}
