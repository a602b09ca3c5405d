/** Where many look at few: a stadium's pitch, a stage. */
import { darken, type Hex, lighten, mix } from '#jobs/studio/illustrator/drawing/colour.ts';
import { BLEED, depthY } from '#jobs/studio/illustrator/drawing/frame.ts';
import { circle, ellipse, line, n, rect, shape } from '#jobs/studio/illustrator/drawing/path.ts';
import { draw, fade, halo, linear, type Stage } from '#jobs/studio/illustrator/drawing/stage.ts';
import { inLight } from '#jobs/studio/illustrator/kit/buildings.ts';
import { scaled } from './ground';

const lit = (stage: Stage, colour: Hex) => inLight(stage, colour, 0.45);

/** Stands full of people under floodlights, a mown pitch with its lines and a goal. */
export function paintStadium(stage: Stage): void {
  const { frame, palette, random } = stage;
  const wide = frame.width + 2 * BLEED;
  const base = depthY(frame, 0.62);
  const top = base - scaled(stage, 420);
  const stand = mix(lit(stage, '#5a6480'), palette.sky[2], 0.18);
  draw(
    stage,
    'middle',
    shape(
      `M${n(-BLEED)} ${n(top)}Q${n(frame.width / 2)} ${n(top + scaled(stage, 110))} ${n(frame.width + BLEED)} ${n(top)}V${n(base + 60)}H${n(-BLEED)}Z`,
      fade(stage, darken(stand, 0.05), stand),
    ),
  );
  const shirts = ['#d9564a', '#f0b429', '#4f9fb5', '#f4efe2', '#7a5aa0', '#3f5f9a'] as const;
  const dot = scaled(stage, 13);
  let crowd = '';
  for (let row = 0; row < 9; row++)
    for (let x = -BLEED + (row % 2) * dot; x < frame.width + BLEED; x += dot * 2.5) {
      const share = x / frame.width;
      const sag = scaled(stage, 110) * Math.max(0, 1 - (2 * share - 1) ** 2) * 0.5;
      const y = top + scaled(stage, 46) + sag + row * dot * 2.6;
      if (y > base - dot || !random.chance(0.9)) continue;
      crowd +=
        circle(x, y - dot * 0.8, dot * 0.5, lit(stage, random.pick(['#f0c8a0', '#c89068', '#8a5a3c']))) +
        ellipse(x, y, dot * 0.78, dot * 0.6, lit(stage, random.pick(shirts)));
    }
  draw(stage, 'middle', crowd);
  for (const share of [0.1, 0.9]) {
    const x = frame.width * share;
    const head = top - scaled(stage, 330);
    draw(
      stage,
      'far',
      rect(x - 8, head, 16, base - head, mix(lit(stage, '#6a7480'), palette.sky[2], 0.3)) +
        rect(
          x - scaled(stage, 80),
          head - scaled(stage, 70),
          scaled(stage, 160),
          scaled(stage, 84),
          lit(stage, '#3f4856'),
          { rx: 8 },
        ) +
        [0, 1, 2, 3, 4, 5]
          .map((i) =>
            circle(
              x - scaled(stage, 52) + (i % 3) * scaled(stage, 52),
              head - scaled(stage, 48) + Math.floor(i / 3) * scaled(stage, 40),
              scaled(stage, 15),
              '#fffbe6',
            ),
          )
          .join(''),
    );
    halo(
      stage,
      'glow',
      x,
      head - scaled(stage, 30),
      scaled(stage, 300),
      '#fffbe0',
      0.16 + palette.dark * 0.6,
    );
  }
  draw(stage, 'near', rect(-BLEED, base - scaled(stage, 24), wide, scaled(stage, 70), lit(stage, '#e8ecf0')));
  const boards = ['#d6483f', '#3f5f9a', '#e0b44a', '#4f8f6a'] as const;
  for (let i = 0, x = -BLEED; x < frame.width + BLEED; i++, x += scaled(stage, 240))
    draw(
      stage,
      'near',
      rect(
        x + 4,
        base - scaled(stage, 18),
        scaled(stage, 232),
        scaled(stage, 58),
        lit(stage, boards[i % 4] ?? '#d6483f'),
      ),
    );
  const grass = lit(stage, stage.reading.weather === 'snow' ? '#dfe8ee' : '#4f9a4a');
  const edge = base + scaled(stage, 40);
  draw(
    stage,
    'ground',
    rect(
      -BLEED,
      edge,
      wide,
      frame.height - edge + BLEED,
      fade(stage, lighten(grass, 0.04), darken(grass, 0.08)),
    ),
  );
  for (let i = 0, y = edge; y < frame.height + BLEED; i++) {
    const h = scaled(stage, 46) * (1 + i * 0.35);
    if (i % 2) draw(stage, 'ground', rect(-BLEED, y, wide, h, darken(grass, 0.05), { opacity: 0.7 }));
    y += h;
  }
  const white = mix('#ffffff', palette.sky[0], palette.dark * 0.5);
  const line1 = edge + scaled(stage, 34);
  const goal = frame.width * (0.5 - stage.heroSide * 0.3);
  const g = scaled(stage, 210);
  let net = '';
  for (let i = 1; i < 7; i++)
    net += `M${n(goal - g + (i * 2 * g) / 7)} ${n(line1)}v${n(-g * 0.78)}M${n(goal - g)} ${n(line1 - (i * g * 0.78) / 7)}h${n(2 * g)}`;
  draw(
    stage,
    'ground',
    rect(-BLEED, line1, wide, 9, white, { opacity: 0.85 }),
    line(net, white, 2.5, { opacity: 0.5 }),
    line(`M${n(goal - g)} ${n(line1)}v${n(-g * 0.8)}h${n(2 * g)}v${n(g * 0.8)}`, white, 12),
    `<ellipse cx="${n(frame.width / 2)}" cy="${n(frame.front)}" rx="${n(frame.width * 0.46)}" ry="${n(scaled(stage, 150))}" fill="none" stroke="${white}" stroke-width="10" opacity="0.6"/>`,
  );
  stage.groundAt = () => edge;
}

/** Red curtains, boards, and two beams that meet where the hero stands. */
export function paintStage(stage: Stage): void {
  const { frame, palette, style } = stage;
  const neon = style.name === 'neon';
  const wide = frame.width + 2 * BLEED;
  const floorY = frame.edge + scaled(stage, 20);
  const cloth = neon ? '#3a0f4a' : mix('#9a2f38', palette.sky[0], 0.15 + palette.dark * 0.3);
  const back = neon ? '#120a34' : mix('#2f2440', palette.sky[0], 0.2);
  draw(
    stage,
    'sky',
    rect(-BLEED, -BLEED, wide, floorY + 2 * BLEED, fade(stage, darken(back, 0.06), lighten(back, 0.05))),
  );
  for (const side of [-1, 1]) {
    const outer = frame.width / 2 + side * (frame.width / 2 + BLEED);
    const inner = frame.width / 2 + side * frame.width * 0.33;
    const fold = (frame.width * 0.17 + BLEED) / 5;
    draw(
      stage,
      'middle',
      shape(
        `M${n(outer)} ${n(-BLEED)}H${n(inner)}q${n(side * 16)} ${n(floorY * 0.5)} ${n(side * 44)} ${n(floorY + BLEED + 20)}H${n(outer)}Z`,
        fade(stage, darken(cloth, 0.1), cloth),
      ),
    );
    for (let i = 1; i < 5; i++)
      draw(
        stage,
        'middle',
        line(
          `M${n(inner + side * fold * i)} ${n(-BLEED)}q${n(side * 10)} ${n(floorY * 0.5)} ${n(side * 24)} ${n(floorY + BLEED + 16)}`,
          darken(cloth, 0.1),
          18,
          { opacity: 0.7 },
        ),
      );
  }
  const drop = floorY * 0.15;
  const scallop = frame.width / 5;
  let valance = `M${n(-BLEED)} ${n(-BLEED)}H${n(frame.width + BLEED)}V${n(drop)}`;
  for (let x = frame.width + BLEED; x > -BLEED; x -= scallop)
    valance += `q${n(-scallop / 2)} ${n(drop * 0.7)} ${n(-scallop)} 0`;
  draw(
    stage,
    'near',
    shape(`${valance}Z`, lighten(cloth, 0.04)),
    rect(-BLEED, drop - 20, wide, 12, lit(stage, '#e0b45a'), { opacity: 0.8 }),
  );
  const boards = neon ? '#1d1347' : mix('#a8734a', palette.sky[0], palette.dark * 0.45);
  draw(
    stage,
    'ground',
    rect(
      -BLEED,
      floorY,
      wide,
      frame.height - floorY + BLEED,
      fade(stage, lighten(boards, 0.04), darken(boards, 0.16)),
    ),
  );
  for (let i = -9; i <= 9; i++)
    draw(
      stage,
      'ground',
      line(
        `M${n(frame.width / 2 + i * frame.width * 0.09)} ${n(floorY)}L${n(frame.width / 2 + i * frame.width * 0.22)} ${n(frame.height + BLEED)}`,
        darken(boards, 0.1),
        5,
      ),
    );
  const hero = frame.width * (0.5 + stage.heroSide * 0.1);
  draw(
    stage,
    'ground',
    ellipse(hero, frame.feet, frame.width * 0.34, scaled(stage, 90), '#fff2c8', { opacity: 0.3 }),
  );
  const beam = linear(stage, [
    [0, '#fff6d8', 0.5],
    [1, '#fff2c8', 0.06],
  ]);
  for (const from of [frame.width * 0.12, frame.width * 0.88])
    draw(
      stage,
      'glow',
      shape(
        `M${n(from - 20)} ${n(-BLEED)}H${n(from + 20)}L${n(hero + frame.width * 0.24)} ${n(frame.feet)}H${n(hero - frame.width * 0.24)}Z`,
        beam,
        { opacity: 0.4 },
      ),
    );
  stage.groundAt = () => floorY;
}
