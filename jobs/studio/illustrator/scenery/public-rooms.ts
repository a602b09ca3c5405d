/** What stands where people come and go: café, shop, hospital, dressing room. */
import { darken, type Hex, lighten } from '#jobs/studio/illustrator/drawing/colour.ts';
import { circle, ellipse, line, n, rect, shape } from '#jobs/studio/illustrator/drawing/path.ts';
import { draw, type Stage } from '#jobs/studio/illustrator/drawing/stage.ts';
import { inLight } from '#jobs/studio/illustrator/kit/buildings.ts';
import { scaled } from './ground';

const lit = (stage: Stage, colour: Hex) => inLight(stage, colour, 0.45);

/** A counter with a glass case of cakes and a coffee machine, the menu in chalk behind it. */
export function furnishCafe(stage: Stage, y: number): void {
  const { frame } = stage;
  const side = -stage.heroSide;
  const s = scaled(stage, 560);
  const x = frame.width * (0.5 + side * 0.2);
  const front = lit(stage, '#7a4f3a');
  const steel = lit(stage, '#aeb8c0');
  const boardY = y - s * 1.26;
  draw(
    stage,
    'far',
    rect(x - s * 0.46, boardY, s * 0.92, s * 0.42, lit(stage, '#6a4530'), { rx: 10 }) +
      rect(x - s * 0.43, boardY + s * 0.03, s * 0.86, s * 0.36, lit(stage, '#2c3238')),
    line(
      [0.1, 0.18, 0.26, 0.34]
        .map(
          (down, i) =>
            `M${n(x - s * 0.36)} ${n(boardY + s * down)}h${n(s * (0.34 - (i % 2) * 0.08))}M${n(x + s * 0.2)} ${n(boardY + s * down)}h${n(s * 0.12)}`,
        )
        .join(''),
      '#e8ead8',
      6,
      { opacity: 0.75 },
    ),
  );
  const cakes = ['#e0a45a', '#d9727f', '#f0e0b4', '#9a5f3f', '#e8b8c8'] as const;
  draw(
    stage,
    'middle',
    rect(x - s * 0.6, y - s * 0.46, s * 1.2, s * 0.48, front, { rx: 8 }) +
      [-0.45, -0.15, 0.15, 0.45]
        .map((dx) =>
          rect(x + dx * s - s * 0.12, y - s * 0.36, s * 0.24, s * 0.3, darken(front, 0.07), { rx: 6 }),
        )
        .join('') +
      rect(x - s * 0.64, y - s * 0.52, s * 1.28, s * 0.08, lit(stage, '#d8b48a'), { rx: 8 }) +
      rect(x - s * 0.56, y - s * 0.8, s * 0.56, s * 0.28, lit(stage, '#d6e8ea'), { rx: 10, opacity: 0.55 }) +
      cakes
        .map((colour, i) =>
          shape(
            `M${n(x - s * 0.5 + i * s * 0.1)} ${n(y - s * 0.53)}v${n(-s * 0.07)}q${n(s * 0.035)} ${n(-s * 0.07)} ${n(s * 0.07)} 0v${n(s * 0.07)}Z`,
            lit(stage, colour),
          ),
        )
        .join('') +
      rect(x - s * 0.56, y - s * 0.66, s * 0.56, s * 0.02, lit(stage, '#f4fbfb'), { opacity: 0.8 }) +
      rect(x + s * 0.14, y - s * 0.84, s * 0.4, s * 0.32, steel, { rx: 12 }) +
      rect(x + s * 0.18, y - s * 0.72, s * 0.32, s * 0.12, darken(steel, 0.22), { rx: 6 }) +
      rect(x + s * 0.24, y - s * 0.6, s * 0.07, s * 0.07, '#fff6ea', { rx: 6 }) +
      rect(x + s * 0.38, y - s * 0.6, s * 0.07, s * 0.07, '#fff6ea', { rx: 6 }) +
      circle(x + s * 0.47, y - s * 0.78, s * 0.03, lit(stage, '#d0483f')),
  );
  // Steam over the machine.
  draw(
    stage,
    'middle',
    line(
      `M${n(x + s * 0.28)} ${n(y - s * 0.88)}q${n(s * 0.05)} ${n(-s * 0.07)} 0 ${n(-s * 0.14)}t0 ${n(-s * 0.12)}`,
      '#ffffff',
      8,
      { opacity: 0.45 },
    ),
  );
}

/** Shelves of goods across the wall, and a counter with its till. */
export function furnishShop(stage: Stage, y: number): void {
  const { frame, random } = stage;
  const side = -stage.heroSide;
  const s = scaled(stage, 480);
  const plank = lit(stage, '#a87a50');
  const goods = ['#d9564a', '#f0b429', '#4f9fb5', '#7fae5f', '#c77fb0', '#e8e0cc', '#6a6fa8'] as const;
  let shelves = '';
  for (let row = 0; row < 4; row++) {
    const foot = y - s * (0.4 + row * 0.36);
    for (let gx = -60; gx < frame.width + 60; ) {
      const w = s * random.range(0.07, 0.15);
      const h = s * random.range(0.13, 0.25);
      const colour = lit(stage, random.pick(goods));
      if (random.chance(0.86))
        shelves +=
          rect(gx, foot - h, w * 0.86, h, colour, { rx: n(w * (random.chance(0.4) ? 0.3 : 0.06)) }) +
          rect(gx, foot - h * 0.62, w * 0.86, h * 0.26, lighten(colour, 0.16), { opacity: 0.8 });
      gx += w;
    }
    shelves += rect(-170, foot, frame.width + 340, s * 0.035, plank);
  }
  draw(stage, 'far', shelves);
  const x = frame.width * (0.5 + side * 0.28);
  const counter = lit(stage, '#c9a57a');
  const till = lit(stage, '#4a5262');
  draw(
    stage,
    'near',
    rect(x - s * 0.44, y - s * 0.42, s * 0.88, s * 0.44, counter, { rx: 8 }) +
      rect(x - s * 0.44, y - s * 0.26, s * 0.88, s * 0.05, darken(counter, 0.08)) +
      rect(x - s * 0.48, y - s * 0.48, s * 0.96, s * 0.08, lit(stage, '#8a5f40'), { rx: 8 }) +
      rect(x - s * 0.2, y - s * 0.66, s * 0.34, s * 0.18, till, { rx: 10 }) +
      shape(
        `M${n(x - s * 0.16)} ${n(y - s * 0.66)}l${n(s * 0.04)} ${n(-s * 0.14)}h${n(s * 0.18)}l${n(s * 0.04)} ${n(s * 0.14)}Z`,
        lighten(till, 0.1),
      ) +
      rect(x - s * 0.1, y - s * 0.77, s * 0.14, s * 0.06, lit(stage, '#a8e0c0'), { rx: 3 }),
  );
}

/** A bed on wheels with its drip, a monitor with a heartbeat, and a curtain on a rail. */
export function furnishHospital(stage: Stage, y: number): void {
  const { frame } = stage;
  const side = -stage.heroSide;
  const s = scaled(stage, 500);
  const x = frame.width * (0.5 + side * 0.24);
  const steel = lit(stage, '#a4b0ba');
  const cloth = lit(stage, '#7fb0b8');
  const rail = y - s * 1.34;
  const edge = x + side * s * 0.58;
  draw(
    stage,
    'far',
    line(`M${n(edge)} ${n(rail)}H${n(x - side * s * 0.2)}`, steel, 8) +
      shape(
        `M${n(edge)} ${n(rail)}H${n(edge - side * s * 0.34)}q${n(-side * s * 0.05)} ${n(s * 0.6)} ${n(side * s * 0.04)} ${n(s * 1.22)}H${n(edge)}Z`,
        cloth,
      ) +
      line(
        `M${n(edge - side * s * 0.11)} ${n(rail)}v${n(s * 1.2)}M${n(edge - side * s * 0.22)} ${n(rail)}v${n(s * 1.2)}`,
        darken(cloth, 0.07),
        6,
      ),
  );
  const monitor = x - side * s * 0.36;
  draw(
    stage,
    'middle',
    rect(monitor - s * 0.02, y - s * 0.9, s * 0.04, s * 0.9, steel) +
      rect(monitor - s * 0.17, y - s * 1.08, s * 0.34, s * 0.25, lit(stage, '#39424e'), { rx: 12 }) +
      rect(monitor - s * 0.14, y - s * 1.05, s * 0.28, s * 0.19, '#10222a', { rx: 6 }) +
      line(
        `M${n(monitor - s * 0.12)} ${n(y - s * 0.95)}h${n(s * 0.06)}l${n(s * 0.025)} ${n(-s * 0.06)}l${n(s * 0.035)} ${n(s * 0.11)}l${n(s * 0.025)} ${n(-s * 0.05)}h${n(s * 0.09)}`,
        '#7dffb2',
        5,
      ),
  );
  if (stage.reading.cast.some((member) => member.action === 'sleep')) return;
  const head = x + side * s * 0.42;
  draw(
    stage,
    'near',
    [-0.42, 0.42]
      .map(
        (dx) =>
          rect(x + dx * s - s * 0.02, y - s * 0.2, s * 0.04, s * 0.18, steel) +
          circle(x + dx * s, y - s * 0.01, s * 0.035, darken(steel, 0.3)),
      )
      .join('') +
      rect(x - s * 0.5, y - s * 0.26, s, s * 0.07, steel, { rx: 8 }) +
      rect(x - s * 0.48, y - s * 0.38, s * 0.96, s * 0.14, lit(stage, '#f6fafa'), { rx: 22 }) +
      ellipse(head - side * s * 0.08, y - s * 0.42, s * 0.13, s * 0.065, lit(stage, '#ffffff')) +
      shape(
        `M${n(x - side * s * 0.5)} ${n(y - s * 0.22)}v${n(-s * 0.14)}q${n(side * s * 0.3)} ${n(-s * 0.1)} ${n(side * s * 0.62)} 0v${n(s * 0.14)}Z`,
        lit(stage, '#8fc4cc'),
      ) +
      rect(head - s * 0.03, y - s * 0.6, s * 0.06, s * 0.5, steel, { rx: 8 }) +
      line(
        `M${n(x - side * s * 0.2)} ${n(y - s * 0.3)}v${n(-s * 0.16)}h${n(side * s * 0.36)}v${n(s * 0.16)}`,
        steel,
        8,
      ),
  );
}

/** A row of lockers with a jersey on a hook, a bench in front of them. */
export function furnishLockers(stage: Stage, y: number): void {
  const { frame, heroSide } = stage;
  const s = scaled(stage, 560);
  const steel = lit(stage, '#5f7f9a');
  const w = s * 0.27;
  const top = y - s * 1.16;
  let row = '';
  for (let lx = -60; lx < frame.width + 60; lx += w) {
    row +=
      rect(lx + 3, top, w - 6, s * 1.16, steel, { rx: 6 }) +
      [0.08, 0.12, 0.16]
        .map((down) => rect(lx + w * 0.25, top + s * down, w * 0.5, s * 0.014, darken(steel, 0.14)))
        .join('') +
      rect(lx + w * 0.78, top + s * 0.56, w * 0.07, s * 0.09, lighten(steel, 0.16), { rx: 4 });
  }
  draw(stage, 'far', row);
  const x = frame.width * (0.5 - heroSide * 0.26);
  const shirt = lit(stage, '#d6483f');
  const jersey = top + s * 0.2;
  draw(
    stage,
    'middle',
    shape(
      `M${n(x - s * 0.09)} ${n(jersey)}L${n(x - s * 0.2)} ${n(jersey + s * 0.09)}L${n(x - s * 0.15)} ${n(jersey + s * 0.18)}L${n(x - s * 0.11)} ${n(jersey + s * 0.15)}V${n(jersey + s * 0.42)}H${n(x + s * 0.11)}V${n(jersey + s * 0.15)}L${n(x + s * 0.15)} ${n(jersey + s * 0.18)}L${n(x + s * 0.2)} ${n(jersey + s * 0.09)}L${n(x + s * 0.09)} ${n(jersey)}Q${n(x)} ${n(jersey + s * 0.06)} ${n(x - s * 0.09)} ${n(jersey)}Z`,
      shirt,
    ) + rect(x - s * 0.025, jersey + s * 0.14, s * 0.05, s * 0.17, lit(stage, '#fff6ea'), { rx: 3 }),
  );
  const bench = lit(stage, '#b98a58');
  draw(
    stage,
    'near',
    rect(x - s * 0.5, y - s * 0.2, s * 0.05, s * 0.22, lit(stage, '#4a5262')) +
      rect(x + s * 0.45, y - s * 0.2, s * 0.05, s * 0.22, lit(stage, '#4a5262')) +
      rect(x - s * 0.58, y - s * 0.25, s * 1.16, s * 0.07, bench, { rx: 8 }) +
      ellipse(x + s * 0.3, y - s * 0.32, s * 0.14, s * 0.08, lit(stage, '#3a3f4c')) +
      line(
        `M${n(x + s * 0.2)} ${n(y - s * 0.36)}q${n(s * 0.1)} ${n(-s * 0.12)} ${n(s * 0.2)} 0`,
        lit(stage, '#3a3f4c'),
        9,
      ),
  );
}
