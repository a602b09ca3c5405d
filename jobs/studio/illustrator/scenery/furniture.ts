/** What stands in each room. */
import { darken, lighten } from '#jobs/studio/illustrator/drawing/colour.ts';
import { circle, ellipse, line, n, rect, shape } from '#jobs/studio/illustrator/drawing/path.ts';
import { draw, fade, halo, type Stage } from '#jobs/studio/illustrator/drawing/stage.ts';
import { inLight } from '#jobs/studio/illustrator/kit/buildings.ts';
import { scaled } from './ground';

const wood = (stage: Stage, colour = '#8a5a38') => inLight(stage, colour, 0.5);

/** A shelf of books whose foot stands at y, spanning x to x + width. */
function bookshelf(stage: Stage, x: number, y: number, width: number, height: number): string {
  const frame = wood(stage, '#6b4430');
  let svg =
    rect(x, y - height, width, height, frame, { rx: 8 }) +
    rect(x + 10, y - height + 10, width - 20, height - 14, darken(frame, 0.1));
  const shelves = Math.max(2, Math.round(height / 130));
  const step = (height - 16) / shelves;
  const spines = ['#b5483a', '#d9a441', '#3f7f8c', '#5f8f5a', '#7a5aa0', '#e0c9a0', '#8a4a5f'] as const;
  for (let i = 0; i < shelves; i++) {
    const foot = y - height + 12 + (i + 1) * step;
    for (let bx = x + 16; bx < x + width - 30; ) {
      const w = stage.random.range(14, 28);
      const h = step * stage.random.range(0.55, 0.84);
      if (stage.random.chance(0.9))
        svg += rect(bx, foot - h, w - 2, h, inLight(stage, stage.random.pick(spines), 0.5), { rx: 2 });
      bx += w;
    }
    svg += rect(x + 6, foot, width - 12, 9, lighten(frame, 0.04));
  }
  return svg;
}

function table(stage: Stage, x: number, y: number, width: number): string {
  const w = wood(stage, '#a06a42');
  return (
    rect(x - width * 0.44, y - width * 0.36, width * 0.06, width * 0.36, darken(w, 0.08)) +
    rect(x + width * 0.38, y - width * 0.36, width * 0.06, width * 0.36, darken(w, 0.08)) +
    rect(x - width / 2, y - width * 0.4, width, width * 0.07, w, { rx: 8 })
  );
}

export function furnishBedroom(stage: Stage, y: number): void {
  const { frame } = stage;
  // A sleeper brings a bed of their own.
  if (stage.reading.cast.some((member) => member.action === 'sleep')) return;
  const side = -stage.heroSide;
  const s = scaled(stage, 440);
  const x = frame.width * (0.5 + side * 0.36);
  const bed = wood(stage, '#8a5a3c');
  const quilt = inLight(stage, '#4f7fa8', 0.5);
  const head = x + side * s * 0.44;
  draw(
    stage,
    'near',
    rect(head - s * 0.05, y - s * 0.52, s * 0.1, s * 0.54, bed, { rx: 14 }) +
      rect(x - s * 0.5, y - s * 0.2, s, s * 0.14, bed, { rx: 8 }) +
      rect(x - s * 0.5, y - s * 0.34, s, s * 0.17, inLight(stage, '#fff6e6', 0.45), { rx: 26 }) +
      ellipse(head - side * s * 0.17, y - s * 0.36, s * 0.14, s * 0.07, inLight(stage, '#ffffff', 0.4)) +
      shape(
        `M${n(x - side * s * 0.5)} ${n(y - s * 0.08)}V${n(y - s * 0.3)}q${n(side * s * 0.3)} ${n(-s * 0.1)} ${n(side * s * 0.66)} 0V${n(y - s * 0.08)}Z`,
        quilt,
      ) +
      rect(x - s * 0.47, y - s * 0.08, s * 0.06, s * 0.1, bed) +
      rect(x + s * 0.41, y - s * 0.08, s * 0.06, s * 0.1, bed),
  );
}

/** A sofa with cushions, a low table beside it. */
export function furnishHome(stage: Stage, y: number): void {
  const { frame } = stage;
  const side = -stage.heroSide;
  const s = scaled(stage, 430);
  const x = frame.width * (0.5 + side * 0.34);
  const cloth = inLight(stage, '#7f5f8f', 0.5);
  const arm = darken(cloth, 0.06);
  let cushions = '';
  for (const [dx, colour] of [
    [-0.24, '#d9a441'],
    [0.24, '#c8694a'],
  ] as const)
    cushions += rect(x + dx * s - s * 0.11, y - s * 0.5, s * 0.22, s * 0.21, inLight(stage, colour, 0.45), {
      rx: n(s * 0.05),
      transform: `rotate(${dx * 40} ${n(x + dx * s)} ${n(y - s * 0.4)})`,
    });
  draw(
    stage,
    'near',
    rect(x - s * 0.5, y - s * 0.06, s * 0.06, s * 0.08, wood(stage)) +
      rect(x + s * 0.44, y - s * 0.06, s * 0.06, s * 0.08, wood(stage)) +
      rect(x - s * 0.5, y - s * 0.62, s, s * 0.5, cloth, { rx: n(s * 0.1) }) +
      cushions +
      rect(x - s * 0.48, y - s * 0.3, s * 0.96, s * 0.14, lighten(cloth, 0.06), { rx: n(s * 0.06) }) +
      rect(x - s * 0.48, y - s * 0.19, s * 0.96, s * 0.15, cloth, { rx: n(s * 0.04) }) +
      rect(x - s * 0.58, y - s * 0.42, s * 0.16, s * 0.38, arm, { rx: n(s * 0.07) }) +
      rect(x + s * 0.42, y - s * 0.42, s * 0.16, s * 0.38, arm, { rx: n(s * 0.07) }),
  );
}

export function furnishKitchen(stage: Stage, y: number): void {
  const { frame } = stage;
  const side = -stage.heroSide;
  const s = scaled(stage, 360);
  const x = frame.width * (0.5 + side * 0.35);
  const iron = inLight(stage, '#4a4f5f', 0.4);
  draw(
    stage,
    'near',
    rect(x - s * 0.36, y - s * 0.62, s * 0.72, s * 0.62, iron, { rx: 14 }) +
      rect(x - s * 0.24, y - s * 0.4, s * 0.48, s * 0.26, '#ff9d4a', { rx: 12 }) +
      rect(x - s * 0.4, y - s * 0.68, s * 0.8, s * 0.08, lighten(iron, 0.08), { rx: 8 }) +
      rect(x - s * 0.06, y - s * 2.4, s * 0.12, s * 1.74, darken(iron, 0.03)) +
      rect(x - s * 0.2, y - s * 0.86, s * 0.3, s * 0.19, inLight(stage, '#c8694a', 0.4), { rx: 12 }),
  );
  halo(stage, 'glow', x, y - s * 0.28, s * 0.9, '#ff9d4a', 0.35);
  let hanging = rect(
    frame.width * 0.5 - side * frame.width * 0.42 - s * 0.3,
    y - s * 1.5,
    s * 0.6,
    10,
    wood(stage),
  );
  for (let i = 0; i < 3; i++)
    hanging += circle(
      frame.width * 0.5 - side * frame.width * 0.42 - s * 0.2 + i * s * 0.2,
      y - s * 1.3,
      s * 0.075,
      inLight(stage, ['#c8694a', '#d9a441', '#7f8f9a'][i] ?? '#d9a441', 0.4),
    );
  draw(stage, 'middle', hanging);
}

export function furnishLibrary(stage: Stage, y: number): void {
  const { frame } = stage;
  const w = frame.width * 0.27;
  const h = scaled(stage, frame.format === '9:16' ? 820 : 560);
  for (const x of [-30, frame.width - w + 30]) draw(stage, 'middle', bookshelf(stage, x, y + 6, w, h));
}

export function furnishWorkshop(stage: Stage, y: number): void {
  const { frame } = stage;
  const side = -stage.heroSide;
  const s = scaled(stage, 430);
  const x = frame.width * (0.5 + side * 0.33);
  const steel = inLight(stage, '#aab4bf', 0.4);
  draw(
    stage,
    'middle',
    rect(x - s * 0.5, y - s * 1.2, s, s * 0.5, inLight(stage, '#c9a06a', 0.5), { rx: 10 }),
  );
  for (let i = 0; i < 4; i++) {
    const tx = x - s * 0.36 + i * s * 0.24;
    draw(
      stage,
      'middle',
      line(`M${n(tx)} ${n(y - s * 1.1)}v${n(s * 0.26)}`, wood(stage), s * 0.04) +
        rect(tx - s * 0.06, y - s * 1.14, s * 0.12, s * 0.09, steel, { rx: 5 }),
    );
  }
  draw(stage, 'near', table(stage, x, y + 6, s * 1.05));
  draw(
    stage,
    'near',
    circle(x - s * 0.22, y - s * 0.5, s * 0.1, steel) +
      circle(x - s * 0.22, y - s * 0.5, s * 0.04, darken(steel, 0.2)) +
      rect(x + s * 0.05, y - s * 0.56, s * 0.2, s * 0.16, inLight(stage, '#b5483a', 0.4), { rx: 6 }),
  );
}

export function furnishClassroom(stage: Stage, y: number): void {
  const { frame } = stage;
  const s = scaled(stage, 620);
  const x = frame.width / 2;
  const top = y - s * 1.02;
  draw(
    stage,
    'far',
    rect(x - s * 0.62, top, s * 1.24, s * 0.62, wood(stage, '#a06a42'), { rx: 12 }) +
      rect(x - s * 0.59, top + s * 0.03, s * 1.18, s * 0.56, inLight(stage, '#2f5a4a', 0.4), { rx: 6 }),
    line(
      `M${n(x - s * 0.48)} ${n(top + s * 0.17)}h${n(s * 0.4)}M${n(x - s * 0.48)} ${n(top + s * 0.27)}h${n(s * 0.3)}M${n(x + s * 0.14)} ${n(top + s * 0.36)}a${n(s * 0.1)} ${n(s * 0.1)} 0 1 0 ${n(s * 0.01)} 0M${n(x + s * 0.3)} ${n(top + s * 0.4)}l${n(s * 0.09)} ${n(-s * 0.16)}l${n(s * 0.09)} ${n(s * 0.16)}Z`,
      '#e8f0e8',
      6,
      { opacity: 0.7 },
    ),
  );
}

export function furnishHall(stage: Stage, y: number): void {
  const { frame } = stage;
  const stone = inLight(stage, '#d9c7b0', 0.55);
  const columns = frame.format === '9:16' ? [0.07, 0.93] : [0.06, 0.28, 0.72, 0.94];
  for (const share of columns) {
    const w = scaled(stage, 110);
    const x = frame.width * share;
    draw(
      stage,
      'middle',
      rect(x - w / 2, -20, w, y + 26, fade(stage, darken(stone, 0.05), stone)) +
        rect(x - w * 0.68, y - 30, w * 1.36, 40, lighten(stone, 0.03), { rx: 6 }),
    );
  }
  const banner = inLight(stage, '#8a3a5a', 0.45);
  for (const share of frame.format === '9:16' ? [0.24, 0.76] : [0.17, 0.83]) {
    const x = frame.width * share;
    const s = scaled(stage, 120);
    const top = frame.height * 0.06;
    draw(
      stage,
      'near',
      shape(
        `M${n(x - s * 0.5)} ${n(top)}h${n(s)}v${n(s * 2)}l${n(-s * 0.5)} ${n(s * 0.4)}l${n(-s * 0.5)} ${n(-s * 0.4)}Z`,
        banner,
      ) + circle(x, top + s, s * 0.22, inLight(stage, '#f2c14e', 0.3)),
    );
  }
}
