/** Things that span the picture: the finish line’s banner and a bough with fruit. */

import { mix } from '#jobs/studio/illustrator/drawing/colour.ts';
import { circle, line, n, place, rect, shape } from '#jobs/studio/illustrator/drawing/path.ts';
import { draw, type Stage } from '#jobs/studio/illustrator/drawing/stage.ts';
import { glyphAt } from '#jobs/studio/illustrator/glyphs/glyph.ts';
import { inLight } from '#jobs/studio/illustrator/kit/buildings.ts';
import type { Thing } from '#jobs/studio/reading/lexicon/things.ts';

/** A chequered banner between two poles, with bunting. */
export function paintFinish(stage: Stage): void {
  const { frame, palette, random } = stage;
  const foot = frame.feet - frame.height * 0.02;
  const width = Math.min(frame.width * 0.86, frame.unit * 3.6);
  const left = (frame.width - width) / 2;
  const tall = Math.min(frame.unit * 1.9, foot * 0.72);
  const top = foot - tall;
  const pole = inLight(stage, '#c8503f', 0.4);
  const band = tall * 0.16;
  let squares = '';
  const columns = 12;
  for (let a = 0; a < columns; a++) {
    for (let b = 0; b < 2; b++) {
      squares += rect(
        left + (a * width) / columns,
        top + (b * band) / 2 + Math.sin(((a + 0.5) / columns) * Math.PI) * band * 0.22,
        width / columns + 0.6,
        band / 2 + 0.6,
        (a + b) % 2 ? inLight(stage, '#2b2b38', 0.1) : inLight(stage, '#fffaf0', 0.4),
      );
    }
  }
  draw(
    stage,
    'near',
    rect(left - 14, top - 30, 24, tall + 30, pole, { rx: 8 }),
    rect(left + width - 10, top - 30, 24, tall + 30, pole, { rx: 8 }),
    circle(left - 2, top - 32, 20, '#ffd35c'),
    circle(left + width + 2, top - 32, 20, '#ffd35c'),
    squares,
  );
  const colours = ['#ffd35c', '#ef6a5b', '#5bb8d8', '#8fce6b'] as const;
  let bunting = line(
    `M${n(left)} ${n(top + band * 1.9)}Q${n(left + width / 2)} ${n(top + band * 3.4)} ${n(left + width)} ${n(top + band * 1.9)}`,
    '#fffaf0',
    4,
    { opacity: 0.7 },
  );
  for (let i = 1; i < 15; i++) {
    const u = i / 15;
    const x = left + u * width;
    const y = top + band * 1.9 + 4 * u * (1 - u) * band * 0.75;
    bunting += shape(
      `M${n(x - 20)} ${n(y)}h40l-20 44Z`,
      mix(random.pick(colours), palette.sky[0], palette.dark * 0.35),
    );
  }
  draw(stage, 'near', bunting);
}

/** Fruit hanging from a leafy bough that grows in from the side away from the hero. */
export function paintHanging(stage: Stage, thing: Thing): void {
  const { frame, palette, random } = stage;
  if (!thing.glyph) return;
  const into = stage.heroSide;
  const from = into > 0 ? -60 : frame.width + 60;
  const reach = Math.min(frame.width * 0.62, 820);
  const y = Math.max(frame.feet - frame.unit * 2.3, 120);
  draw(
    stage,
    'near',
    line(
      `M${n(from)} ${n(y)}C${n(from + into * reach * 0.35)} ${n(y - 30)} ${n(from + into * reach * 0.7)} ${n(y + 34)} ${n(from + into * reach)} ${n(y + 8)}`,
      inLight(stage, '#6b4630', 0.4),
      28,
    ),
  );
  const leaf = mix(palette.land, palette.near, 0.25);
  for (let i = 0; i < 26; i++) {
    const blade = shape(
      'M0 0C26 -34 74 -28 92 0C74 28 26 34 0 0Z',
      mix(leaf, palette.light, random.range(0, 0.2)),
    );
    draw(
      stage,
      'near',
      place(blade, [from + into * random.next() * reach, y + random.range(-60, 50)], {
        turn: random.range(0, 360),
        scaleX: 0.9,
      }),
    );
  }
  const size = frame.unit * thing.size ** 0.72;
  [0.4, 0.66, 0.9].forEach((t, i) => {
    const x = from + into * t * reach;
    const h = size * ([0.9, 1.1, 0.8][i] ?? 1);
    const drop = 60 + i * 18;
    draw(
      stage,
      'near',
      line(`M${n(x)} ${n(y)}v${n(drop)}`, inLight(stage, '#5f7a3a', 0.4), 8),
      glyphAt(thing.glyph ?? '', x, y + drop + h * 0.92, h, `g${i}_`),
    );
  });
}
