/** What stands where people work: office, court, police room, laboratory. */
import { darken, type Hex, lighten } from '#jobs/studio/illustrator/drawing/colour.ts';
import { circle, line, n, rect, shape } from '#jobs/studio/illustrator/drawing/path.ts';
import { draw, halo, type Stage } from '#jobs/studio/illustrator/drawing/stage.ts';
import { inLight } from '#jobs/studio/illustrator/kit/buildings.ts';
import { scaled } from './ground';

const lit = (stage: Stage, colour: Hex) => inLight(stage, colour, 0.45);

/** A desk with its screen, keyboard and mug, and a cabinet of drawers; a clock over it. */
export function furnishOffice(stage: Stage, y: number): void {
  const side = -stage.heroSide;
  const s = scaled(stage, 470);
  const x = stage.frame.width * (0.5 + side * 0.25);
  const top = lit(stage, '#c08a58');
  const metal = lit(stage, '#5a6474');
  const cabinet = lit(stage, '#8a94a2');
  const far = x - side * s * 0.1;
  draw(
    stage,
    'middle',
    rect(far + side * s * 0.36 - s * 0.17, y - s * 0.74, s * 0.34, s * 0.74, cabinet, { rx: 8 }) +
      [0.66, 0.44, 0.22]
        .map((up) =>
          rect(far + side * s * 0.36 - s * 0.06, y - s * up, s * 0.12, s * 0.035, darken(cabinet, 0.14), {
            rx: 4,
          }),
        )
        .join(''),
  );
  draw(
    stage,
    'near',
    rect(x - s * 0.46, y - s * 0.38, s * 0.05, s * 0.4, metal) +
      rect(x + s * 0.41, y - s * 0.38, s * 0.05, s * 0.4, metal) +
      rect(x - s * 0.52, y - s * 0.44, s * 1.04, s * 0.08, top, { rx: 8 }) +
      rect(x - s * 0.04, y - s * 0.56, s * 0.08, s * 0.12, metal) +
      rect(x - s * 0.26, y - s * 0.9, s * 0.52, s * 0.36, darken(metal, 0.12), { rx: 12 }) +
      rect(x - s * 0.235, y - s * 0.875, s * 0.47, s * 0.31, lit(stage, '#9ed0e6')) +
      rect(x - s * 0.2, y - s * 0.83, s * 0.24, s * 0.03, lit(stage, '#e8f6fb'), { rx: 4 }) +
      rect(x - s * 0.2, y - s * 0.77, s * 0.34, s * 0.03, lit(stage, '#e8f6fb'), { rx: 4 }) +
      rect(x - s * 0.2, y - s * 0.71, s * 0.18, s * 0.03, lit(stage, '#e8f6fb'), { rx: 4 }) +
      rect(x - s * 0.17, y - s * 0.465, s * 0.3, s * 0.03, lighten(metal, 0.1), { rx: 5 }) +
      rect(x + s * 0.3, y - s * 0.54, s * 0.1, s * 0.1, lit(stage, '#c8584f'), { rx: 8 }),
  );
  halo(stage, 'glow', x, y - s * 0.7, s * 0.5, '#bfe6ff', 0.08 + stage.palette.dark * 0.3);
}

/** The judge's bench under a seal, a flag, and the rail in front. */
export function furnishCourt(stage: Stage, y: number): void {
  const { frame } = stage;
  const s = scaled(stage, 620);
  const x = frame.width * (0.5 - stage.heroSide * 0.16);
  const oak = lit(stage, '#7f5334');
  const dark = darken(oak, 0.08);
  const gold = lit(stage, '#e0b45a');
  const top = y - s * 0.62;
  draw(
    stage,
    'far',
    circle(x, y - s * 1.1, s * 0.17, gold) +
      circle(x, y - s * 1.1, s * 0.145, lit(stage, '#f3e2b8')) +
      line(
        `M${n(x)} ${n(y - s * 1.2)}v${n(s * 0.2)}M${n(x - s * 0.09)} ${n(y - s * 1.16)}h${n(s * 0.18)}M${n(x - s * 0.13)} ${n(y - s * 1.08)}l${n(s * 0.04)} ${n(-s * 0.08)}l${n(s * 0.04)} ${n(s * 0.08)}ZM${n(x + s * 0.05)} ${n(y - s * 1.08)}l${n(s * 0.04)} ${n(-s * 0.08)}l${n(s * 0.04)} ${n(s * 0.08)}ZM${n(x - s * 0.05)} ${n(y - s * 1.0)}h${n(s * 0.1)}`,
        lit(stage, '#6a4a24'),
        6,
      ),
  );
  const pole = x + stage.heroSide * s * 0.62;
  draw(
    stage,
    'middle',
    rect(x - s * 0.2, top - s * 0.24, s * 0.4, s * 0.3, lit(stage, '#5a2f2a'), { rx: 20 }) +
      rect(x - s * 0.5, top, s, s * 0.64, oak, { rx: 8 }) +
      rect(x - s * 0.56, top - s * 0.05, s * 1.12, s * 0.08, lighten(oak, 0.06), { rx: 8 }) +
      [-0.33, 0, 0.33]
        .map((dx) => rect(x + dx * s - s * 0.12, top + s * 0.12, s * 0.24, s * 0.4, dark, { rx: 8 }))
        .join('') +
      // Hammer and block.
      rect(x + s * 0.24, top - s * 0.08, s * 0.13, s * 0.03, dark, { rx: 6 }) +
      rect(x + s * 0.26, top - s * 0.14, s * 0.1, s * 0.055, lit(stage, '#9a6a3c'), { rx: 8 }) +
      rect(pole - s * 0.012, y - s * 1.12, s * 0.024, s * 1.12, gold) +
      shape(
        `M${n(pole)} ${n(y - s * 1.1)}q${n(-stage.heroSide * s * 0.14)} ${n(s * 0.06)} ${n(-stage.heroSide * s * 0.26)} ${n(s * 0.02)}l${n(stage.heroSide * s * 0.05)} ${n(s * 0.52)}q${n(stage.heroSide * s * 0.1)} ${n(s * 0.06)} ${n(stage.heroSide * s * 0.21)} ${n(s * 0.02)}Z`,
        lit(stage, '#8a2f3f'),
      ),
  );
}

/** A board of pinned notes joined by thread, a bare table under a lamp. */
export function furnishPolice(stage: Stage, y: number): void {
  const { frame, random } = stage;
  const side = -stage.heroSide;
  const s = scaled(stage, 500);
  const x = frame.width * (0.5 + side * 0.24);
  const top = y - s * 1.36;
  const pins: [number, number][] = [];
  let notes = '';
  for (let i = 0; i < 6; i++) {
    const nx = x - s * 0.34 + (i % 3) * s * 0.34 + random.range(-0.03, 0.03) * s;
    const ny = top + s * (0.2 + Math.floor(i / 3) * 0.26) + random.range(-0.03, 0.03) * s;
    pins.push([nx, ny - s * 0.07]);
    notes += rect(
      nx - s * 0.075,
      ny - s * 0.08,
      s * 0.15,
      s * 0.17,
      lit(stage, random.pick(['#f7f1dc', '#e8f0f4', '#f4e0c8'])),
      {
        transform: `rotate(${n(random.range(-7, 7))} ${n(nx)} ${n(ny)})`,
      },
    );
    notes += rect(nx - s * 0.05, ny - s * 0.05, s * 0.1, s * 0.07, lit(stage, '#8a94a2'));
  }
  const thread = pins.map(([px, py], i) => `${i === 0 ? 'M' : 'L'}${n(px)} ${n(py)}`).join('');
  draw(
    stage,
    'far',
    rect(x - s * 0.54, top, s * 1.08, s * 0.66, lit(stage, '#6a4a34'), { rx: 10 }) +
      rect(x - s * 0.51, top + s * 0.03, s * 1.02, s * 0.6, lit(stage, '#c29a68')),
    notes,
    line(thread, lit(stage, '#c8342f'), 4),
    pins.map(([px, py]) => circle(px, py, s * 0.014, lit(stage, '#c8342f'))).join(''),
  );
  const metal = lit(stage, '#6a7480');
  draw(
    stage,
    'near',
    rect(x - s * 0.4, y - s * 0.36, s * 0.05, s * 0.38, darken(metal, 0.1)) +
      rect(x + s * 0.35, y - s * 0.36, s * 0.05, s * 0.38, darken(metal, 0.1)) +
      rect(x - s * 0.48, y - s * 0.42, s * 0.96, s * 0.07, metal, { rx: 6 }) +
      rect(x - s * 0.1, y - s * 0.45, s * 0.26, s * 0.03, lit(stage, '#f3e6c4')) +
      rect(x + s * 0.24, y - s * 0.52, s * 0.08, s * 0.1, '#fff6ea', { rx: 6 }),
  );
}

/** A bench with flasks and a microscope, bottles on the shelves above it. */
export function furnishLaboratory(stage: Stage, y: number): void {
  const { frame, random } = stage;
  const side = -stage.heroSide;
  const s = scaled(stage, 520);
  const x = frame.width * (0.5 + side * 0.22);
  const steel = lit(stage, '#9aa8b4');
  const liquids = ['#5fc4a0', '#e08a5a', '#6fa8e0', '#c878c0', '#e8d060'] as const;
  let bottles = '';
  for (let row = 0; row < 2; row++) {
    const foot = y - s * (0.98 + row * 0.3);
    for (let i = 0; i < 6; i++) {
      const bx = x - s * 0.44 + i * s * 0.15;
      const h = s * random.range(0.1, 0.18);
      bottles +=
        rect(bx, foot - h, s * 0.09, h, lit(stage, random.pick(liquids)), { rx: n(s * 0.02), opacity: 0.9 }) +
        rect(bx + s * 0.025, foot - h - s * 0.035, s * 0.04, s * 0.04, lit(stage, '#f0f4f4'));
    }
    bottles += rect(x - s * 0.5, foot, s, s * 0.03, steel);
  }
  draw(stage, 'far', bottles);
  const flask = (fx: number, size: number, colour: Hex) => {
    const foot = y - s * 0.5;
    return (
      shape(
        `M${n(fx - size * 0.16)} ${n(foot - size)}h${n(size * 0.32)}v${n(size * 0.4)}L${n(fx + size * 0.5)} ${n(foot)}H${n(fx - size * 0.5)}L${n(fx - size * 0.16)} ${n(foot - size * 0.6)}Z`,
        lit(stage, '#e4f2f4'),
        { opacity: 0.85 },
      ) +
      shape(
        `M${n(fx - size * 0.33)} ${n(foot - size * 0.3)}h${n(size * 0.66)}L${n(fx + size * 0.46)} ${n(foot - 4)}H${n(fx - size * 0.46)}Z`,
        lit(stage, colour),
      )
    );
  };
  const dark = lit(stage, '#36404c');
  const mx = x + side * s * 0.3;
  draw(
    stage,
    'near',
    rect(x - s * 0.54, y - s * 0.46, s * 1.08, s * 0.48, lit(stage, '#dfe6ea'), { rx: 8 }) +
      [-0.36, 0, 0.36]
        .map((dx) =>
          rect(x + dx * s - s * 0.14, y - s * 0.36, s * 0.28, s * 0.32, lit(stage, '#c6d0d8'), { rx: 6 }),
        )
        .join('') +
      rect(x - s * 0.58, y - s * 0.51, s * 1.16, s * 0.07, lit(stage, '#4a5866'), { rx: 6 }) +
      flask(x - side * s * 0.34, s * 0.24, '#6fd0b0') +
      flask(x - side * s * 0.08, s * 0.18, '#e89a5a') +
      rect(mx - s * 0.11, y - s * 0.54, s * 0.22, s * 0.04, dark, { rx: 6 }) +
      rect(mx + side * s * 0.06 - s * 0.02, y - s * 0.78, s * 0.04, s * 0.26, dark) +
      rect(mx - s * 0.035, y - s * 0.86, s * 0.07, s * 0.22, lighten(dark, 0.12), {
        rx: 8,
        transform: `rotate(${n(side * 24)} ${n(mx)} ${n(y - s * 0.75)})`,
      }) +
      rect(mx - s * 0.08, y - s * 0.62, s * 0.16, s * 0.025, lighten(dark, 0.08)),
  );
}
