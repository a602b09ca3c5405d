/** The land where nothing certain is known: soft shapes in the colours of the mood. */
import { type Hex, lighten, mix } from '../colour';
import { depthY } from '../frame';
import { hill } from '../kit/land';
import { star } from '../kit/sky-things';
import { circle } from '../path';
import { draw, linear, type Stage } from '../stage';
import { scaled } from './ground';

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
  const heights = [0.02, 0.2, 0.4, 0.62, 0.86, 1.2];
  const layers = ['far', 'far', 'middle', 'middle', 'near', 'ground'] as const;
  heights.forEach((depth, i) => {
    const colour = shaded(mix(tones[i % 2 ? 1 : 0], tones[2], Math.max(0, 0.75 - i * 0.16)));
    const deeper = mix(colour, shaded(tones[0]), i * 0.16);
    draw(
      stage,
      layers[i] ?? 'near',
      hill(
        stage,
        depthY(frame, depth),
        scaled(stage, random.range(50, 95)),
        mix(deeper, palette.front, i * 0.05),
      ).svg,
    );
  });
  for (let i = 0; i < 3; i++) {
    const x = frame.width * random.range(0.1, 0.9);
    const y = frame.horizon * random.range(0.2, 0.9);
    const r = scaled(stage, random.range(26, 70));
    draw(
      stage,
      'far',
      circle(
        x,
        y,
        r,
        linear(stage, [
          [0, lighten(shaded(tones[2]), 0.06), 0.9],
          [1, shaded(tones[1]), 0.5],
        ]),
      ),
    );
  }
  for (let i = 0; i < 14; i++) {
    draw(
      stage,
      'near',
      star(
        random.range(0, frame.width),
        random.range(0.05, 1) * frame.horizon,
        random.range(5, 13),
        mix('#ffffff', palette.light, 0.5),
      ),
    );
  }
  draw(stage, 'front', hill(stage, frame.front, 40, mix(shaded(tones[0]), palette.front, 0.45)).svg);
}
