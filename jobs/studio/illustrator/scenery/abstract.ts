/** The land where nothing certain is known: soft shapes in the colours of the mood. */
import { type Hex, lighten, mix } from '#jobs/studio/illustrator/drawing/colour.ts';
import { BLEED, depthY } from '#jobs/studio/illustrator/drawing/frame.ts';
import { circle, type Point, spline } from '#jobs/studio/illustrator/drawing/path.ts';
import { draw, linear, type Stage } from '#jobs/studio/illustrator/drawing/stage.ts';
import { hill, sheet } from '#jobs/studio/illustrator/kit/land.ts';
import { star } from '#jobs/studio/illustrator/kit/sky-things.ts';
import { ground, scaled } from './ground';

/** Layered soft shapes in the mood's colours: says how it feels and claims nothing. */
export function paintAbstract(stage: Stage): void {
  const { frame, palette, random, reading } = stage;
  const moods: Record<typeof reading.mood, readonly [Hex, Hex, Hex]> = {
    calm: ['#7fb3b8', '#d9e2c4', '#f2d9b0'],
    joyful: ['#f2a65a', '#f7d06a', '#ef7f6b'],
    magical: ['#6a4fa3', '#b07fd0', '#f0b3c8'],
    sad: ['#4f6580', '#8296a8', '#c3cbd2'],
    tense: ['#2f2a45', '#7a3f55', '#c76a5a'],
    adventurous: ['#2f7f8a', '#7fb58a', '#f2cf8a'],
    mysterious: ['#34406b', '#6a6fa3', '#b8b0cf'],
    playful: ['#f28a7a', '#f7c86a', '#9fd0c0'],
    tender: ['#d98a9a', '#f0b8a8', '#f9e0c8'],
  };
  const tones = moods[reading.mood];
  const shaded = (colour: Hex) => mix(colour, palette.sky[0], palette.dark * 0.7);
  const forms = [paintHills, paintArcs, paintRibbons] as const;
  random.pick(forms)(stage, tones.map(shaded) as [Hex, Hex, Hex]);
  paintSparks(stage);
  draw(stage, 'front', hill(stage, frame.front, 40, mix(shaded(tones[0]), palette.front, 0.45)).svg);
}

type Tones = readonly [Hex, Hex, Hex];

/** Sheets of land, one behind the other, and pale discs over them. */
function paintHills(stage: Stage, tones: Tones): void {
  const { frame, palette, random } = stage;
  const layers = ['far', 'far', 'middle', 'middle', 'near', 'ground'] as const;
  [0.02, 0.2, 0.4, 0.62, 0.86, 1.2].forEach((depth, i) => {
    const colour = mix(tones[i % 2 ? 1 : 0], tones[2], Math.max(0, 0.75 - i * 0.16));
    const deeper = mix(mix(colour, tones[0], i * 0.16), palette.front, i * 0.05);
    const swing = scaled(stage, random.range(50, 95));
    draw(stage, layers[i] ?? 'near', hill(stage, depthY(frame, depth), swing, deeper).svg);
  });
  for (let i = 0; i < 3; i++) {
    const paint = linear(stage, [
      [0, lighten(tones[2], 0.06), 0.9],
      [1, tones[1], 0.5],
    ]);
    const x = frame.width * random.range(0.1, 0.9);
    const y = frame.horizon * random.range(0.2, 0.9);
    draw(stage, 'far', circle(x, y, scaled(stage, random.range(26, 70)), paint));
  }
}

/** Rings that spread from a light at the horizon. */
function paintArcs(stage: Stage, tones: Tones): void {
  const { frame, palette, random } = stage;
  const x = frame.width * (0.5 + stage.heroSide * random.range(0.08, 0.2));
  const widest = Math.hypot(frame.width, frame.height) * 0.62;
  for (let i = 0; i < 7; i++) {
    const r = widest * (1 - i / 7.6);
    const colour = mix(mix(tones[0], tones[1], i / 6), tones[2], (i / 6) ** 2);
    const layer = i < 3 ? 'far' : i < 5 ? 'middle' : 'near';
    draw(stage, layer, circle(x, frame.feet, r, colour));
  }
  draw(stage, 'near', circle(x, frame.feet, widest * 0.07, lighten(tones[2], 0.08)));
  ground(stage, mix(tones[0], palette.front, 0.3), 24);
}

/** Broad ribbons that wind across the picture. */
function paintRibbons(stage: Stage, tones: Tones): void {
  const { frame, palette, random } = stage;
  const layers = ['far', 'far', 'middle', 'near'] as const;
  const slope = random.sign() * frame.height * random.range(0.12, 0.22);
  layers.forEach((layer, i) => {
    const y = frame.height * (0.18 + i * 0.12);
    const broad = scaled(stage, random.range(110, 190));
    const points: Point[] = [];
    for (let k = 0; k <= 6; k++) {
      const x = -BLEED + ((frame.width + 2 * BLEED) * k) / 6;
      points.push([x, y + slope * (k / 6 - 0.5) + (k % 2 ? -1 : 1) * broad * random.range(0.1, 0.34)]);
    }
    const lower = points.map(([x, py]): Point => [x, py + broad]).reverse();
    const d = `${spline(points)}L${spline(lower).slice(1)}Z`;
    draw(stage, layer, sheet(stage, d, mix(tones[i % 2 ? 0 : 1], tones[2], 0.6 - i * 0.15)));
  });
  ground(stage, mix(tones[0], palette.front, 0.3), 40);
}

function paintSparks(stage: Stage): void {
  const { frame, palette, random } = stage;
  for (let i = 0; i < 14; i++) {
    const x = random.range(0, frame.width);
    const y = random.range(0.05, 1) * frame.horizon;
    draw(stage, 'near', star(x, y, random.range(5, 13), mix('#ffffff', palette.light, 0.5)));
  }
}
