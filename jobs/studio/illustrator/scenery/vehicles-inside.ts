/** Inside what people travel in: a plane's cabin, a carriage of train, bus or underground, a car. */
import { darken, type Hex, lighten, mix } from '#jobs/studio/illustrator/drawing/colour.ts';
import { BLEED } from '#jobs/studio/illustrator/drawing/frame.ts';
import { circle, ellipse, group, line, n, rect, shape } from '#jobs/studio/illustrator/drawing/path.ts';
import { define, draw, fade, halo, type Stage } from '#jobs/studio/illustrator/drawing/stage.ts';
import { inLight } from '#jobs/studio/illustrator/kit/buildings.ts';
import { scaled } from './ground';

const lit = (stage: Stage, colour: Hex) => inLight(stage, colour, 0.5);

interface Pane {
  x: number;
  y: number;
  w: number;
  h: number;
  /** px */
  round: number;
}

/** What is seen through a pane: the scene's sky, and under it clouds or land. */
function paintPane(stage: Stage, { x, y, w, h, round }: Pane, below: 'clouds' | 'land'): void {
  const { palette } = stage;
  const clip = define(
    stage,
    (id) =>
      `<clipPath id="${id}"><rect x="${n(x - w / 2)}" y="${n(y - h / 2)}" width="${n(w)}" height="${n(h)}" rx="${n(round)}"/></clipPath>`,
  );
  const low = y + h / 2;
  const cloud = mix('#ffffff', palette.sky[0], 0.1 + palette.dark * 0.6);
  const under =
    below === 'clouds'
      ? ellipse(x - w * 0.22, low, w * 0.4, h * 0.24, cloud) +
        ellipse(x + w * 0.26, low, w * 0.46, h * 0.17, cloud)
      : shape(
          `M${n(x - w)} ${n(low - h * 0.28)}q${n(w * 0.5)} ${n(-h * 0.16)} ${n(w)} 0t${n(w)} 0V${n(low + 10)}H${n(x - w)}Z`,
          mix('#5f9a55', palette.sky[0], 0.12 + palette.dark * 0.85),
        );
  draw(
    stage,
    'far',
    group(rect(x - w / 2, y - h / 2, w, h, fade(stage, palette.sky[0], palette.sky[2])) + under, {
      'clip-path': `url(#${clip})`,
    }),
  );
}

/** The wall behind everything, down to the floor, and the floor. */
function paintShell(stage: Stage, floorY: number, wall: Hex, floor: Hex): void {
  const { frame } = stage;
  const wide = frame.width + 2 * BLEED;
  draw(stage, 'sky', rect(-BLEED, -BLEED, wide, floorY + BLEED, fade(stage, darken(wall, 0.07), wall)));
  draw(
    stage,
    'ground',
    rect(-BLEED, floorY, wide, frame.height - floorY + BLEED, fade(stage, floor, darken(floor, 0.14))),
  );
  stage.groundAt = () => floorY;
}

const floorOf = (stage: Stage): number => stage.frame.edge + scaled(stage, 20);

/** The back of a seat whose foot stands at (x, y). */
function seat(stage: Stage, x: number, y: number, s: number, cloth: Hex): string {
  return (
    rect(x - s * 0.3, y - s * 0.98, s * 0.6, s * 0.84, cloth, { rx: n(s * 0.13) }) +
    rect(x - s * 0.22, y - s * 1.04, s * 0.44, s * 0.2, lighten(cloth, 0.1), { rx: n(s * 0.08) }) +
    rect(x - s * 0.36, y - s * 0.5, s * 0.1, s * 0.36, darken(cloth, 0.1), { rx: n(s * 0.04) }) +
    rect(x + s * 0.26, y - s * 0.5, s * 0.1, s * 0.36, darken(cloth, 0.1), { rx: n(s * 0.04) }) +
    rect(x - s * 0.32, y - s * 0.3, s * 0.64, s * 0.2, darken(cloth, 0.04), { rx: n(s * 0.06) }) +
    rect(x - s * 0.2, y - s * 0.12, s * 0.06, s * 0.13, lit(stage, '#4a5262')) +
    rect(x + s * 0.14, y - s * 0.12, s * 0.06, s * 0.13, lit(stage, '#4a5262'))
  );
}

/** Oval windows over the clouds, lockers under the ceiling, a row of seats. */
export function paintCabin(stage: Stage): void {
  const { frame } = stage;
  const floorY = floorOf(stage);
  const wall = lit(stage, '#dfe4e8');
  const wide = frame.width + 2 * BLEED;
  const s = scaled(stage, 330);
  paintShell(stage, floorY, wall, lit(stage, '#4f5f80'));
  const bins = floorY * 0.2;
  draw(
    stage,
    'middle',
    rect(-BLEED, -BLEED, wide, bins + BLEED, fade(stage, darken(wall, 0.03), lighten(wall, 0.04))) +
      rect(-BLEED, bins - 12, wide, 26, darken(wall, 0.1)),
  );
  halo(stage, 'glow', frame.width / 2, bins, frame.width * 0.7, '#fff2d8', 0.12 + stage.palette.dark * 0.24);
  const step = s * 0.92;
  const first = frame.width / 2 - step * Math.ceil(frame.width / 2 / step + 0.5);
  for (let x = first; x < frame.width + BLEED; x += step) {
    const y = floorY * 0.5;
    draw(
      stage,
      'far',
      rect(x - s * 0.27, y - s * 0.36, s * 0.54, s * 0.72, lighten(wall, 0.07), { rx: n(s * 0.26) }) +
        rect(x - s * 0.22, y - s * 0.31, s * 0.44, s * 0.62, darken(wall, 0.16), { rx: n(s * 0.21) }),
    );
    paintPane(stage, { x, y, w: s * 0.4, h: s * 0.58, round: s * 0.2 }, 'clouds');
    draw(stage, 'middle', rect(x + step / 2 - 3, -BLEED, 6, bins + BLEED - 12, darken(wall, 0.1)));
  }
  const cloth = lit(stage, '#3f5f9a');
  for (let x = first + step * 0.5; x < frame.width + BLEED; x += step)
    draw(stage, 'near', seat(stage, x, floorY + s * 0.06, s * 1.12, cloth));
}

/** Wide windows on the land, poles and straps, seats along the wall. */
export function paintCarriage(stage: Stage): void {
  const { frame } = stage;
  const floorY = floorOf(stage);
  const wall = lit(stage, '#c9cfd0');
  const s = scaled(stage, 400);
  const wide = frame.width + 2 * BLEED;
  paintShell(stage, floorY, wall, lit(stage, '#6a6f78'));
  const y = floorY * 0.46;
  const [w, h] = [s * 1.12, s * 0.82];
  const step = w + s * 0.16;
  for (let x = frame.width / 2 - step * 2.5; x < frame.width + BLEED; x += step) {
    draw(
      stage,
      'far',
      rect(x - w / 2 - 14, y - h / 2 - 14, w + 28, h + 28, lit(stage, '#39424e'), { rx: 44 }),
    );
    paintPane(stage, { x, y, w, h, round: 34 }, 'land');
    draw(stage, 'far', rect(x - w / 2, y - h * 0.22, w, 10, lit(stage, '#39424e')));
  }
  draw(stage, 'middle', rect(-BLEED, floorY * 0.1, wide, 12, lit(stage, '#e0b44a')));
  for (let x = frame.width / 2 - s * 1.8; x < frame.width + BLEED; x += s * 0.4)
    draw(
      stage,
      'middle',
      line(`M${n(x)} ${n(floorY * 0.1)}v${n(s * 0.16)}`, lit(stage, '#4a5262'), 7) +
        circle(x, floorY * 0.1 + s * 0.21, s * 0.055, 'none', {
          stroke: lit(stage, '#f2e6cf'),
          'stroke-width': n(s * 0.024),
        }),
    );
  const cloth = lit(stage, '#b5483a');
  for (const share of frame.format === '9:16' ? [0.1, 0.32, 0.68, 0.9] : [0.06, 0.18, 0.3, 0.7, 0.82, 0.94])
    draw(stage, 'near', seat(stage, frame.width * share, floorY + s * 0.04, s * 0.82, cloth));
  for (const share of [0.21, 0.79])
    draw(stage, 'near', rect(frame.width * share - 8, -BLEED, 16, floorY + BLEED, lit(stage, '#e0b44a')));
}

/** Seen from the bonnet through the windscreen: who is in it sits behind the dashboard. */
export function paintCar(stage: Stage): void {
  const { frame, palette } = stage;
  const roof = frame.height * (frame.format === '9:16' ? 0.14 : 0.08);
  const dash = frame.feet - frame.unit * 0.42;
  const lining = lit(stage, '#5a5148');
  const body = lit(stage, '#b5483a');
  const wide = frame.width + 2 * BLEED;
  draw(stage, 'sky', rect(-BLEED, -BLEED, wide, dash + 2 * BLEED, fade(stage, darken(lining, 0.1), lining)));
  const rear: Pane = {
    x: frame.width / 2,
    y: roof + (dash - roof) * 0.34,
    w: frame.width * 0.62,
    h: (dash - roof) * 0.38,
    round: 60,
  };
  paintPane(stage, rear, 'land');
  const cloth = lit(stage, '#8a7560');
  const s = frame.unit * 1.5;
  for (const share of [0.29, 0.71])
    draw(stage, 'near', seat(stage, frame.width * share, dash + s * 0.34, s, cloth));
  stage.groundAt = () => dash;
  const pillar = frame.width * 0.09;
  const side = (from: number, to: number) =>
    shape(
      `M${n(from)} ${n(-BLEED)}L${n(to)} ${n(-BLEED)}L${n(to)} ${n(roof)}L${n(from)} ${n(dash + 40)}Z`,
      body,
    );
  draw(
    stage,
    'front',
    side(-BLEED, pillar * 1.7) +
      side(frame.width + BLEED, frame.width - pillar * 1.7) +
      rect(-BLEED, -BLEED, wide, roof + BLEED, body) +
      rect(-BLEED, roof - 14, wide, 18, darken(body, 0.16)) +
      rect(
        frame.width / 2 - frame.width * 0.1,
        roof + 4,
        frame.width * 0.2,
        frame.height * 0.022,
        '#2b2f38',
        {
          rx: 16,
        },
      ),
    shape(
      `M${n(-BLEED)} ${n(dash + 40)}Q${n(frame.width / 2)} ${n(dash - 50)} ${n(frame.width + BLEED)} ${n(dash + 40)}V${n(frame.height + BLEED)}H${n(-BLEED)}Z`,
      fade(stage, lighten(body, 0.06), darken(body, 0.16)),
    ),
    line(
      `M${n(-BLEED)} ${n(dash + 40)}Q${n(frame.width / 2)} ${n(dash - 50)} ${n(frame.width + BLEED)} ${n(dash + 40)}`,
      '#23262e',
      26,
    ),
    // Creases of the bonnet.
    [0.3, 0.7]
      .map((share) => {
        const x = frame.width * share;
        const out = frame.width * (share - 0.5) * 0.5;
        return line(
          `M${n(x)} ${n(dash + 30)}L${n(x + out)} ${n(frame.height + BLEED)}`,
          darken(body, 0.1),
          10,
          { opacity: 0.7 },
        );
      })
      .join(''),
    // Light on the glass.
    shape(
      `M${n(frame.width * 0.16)} ${n(roof + 20)}h${n(frame.width * 0.1)}L${n(frame.width * 0.12)} ${n(dash - 20)}h${n(-frame.width * 0.05)}Z`,
      mix('#ffffff', palette.light, 0.4),
      { opacity: 0.12 },
    ),
  );
  const wheel = frame.width * (0.5 + stage.heroSide * 0.2);
  draw(
    stage,
    'front',
    `<path d="M${n(wheel - s * 0.24)} ${n(dash + 6)}a${n(s * 0.24)} ${n(s * 0.2)} 0 0 1 ${n(s * 0.48)} 0" fill="none" stroke="#23262e" stroke-width="${n(s * 0.05)}" stroke-linecap="round"/>`,
  );
}
