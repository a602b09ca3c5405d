/** The mouth of a cave, seen from inside. */
import { lighten, mix } from '#jobs/studio/illustrator/drawing/colour.ts';
import { BLEED, depthY } from '#jobs/studio/illustrator/drawing/frame.ts';
import { n, type Point, polyline, shape, spline } from '#jobs/studio/illustrator/drawing/path.ts';
import { draw, halo, type Stage } from '#jobs/studio/illustrator/drawing/stage.ts';
import { hill, sheet } from '#jobs/studio/illustrator/kit/land.ts';
import { ground, hazy, scaled } from './ground';

/** Looking out of a cave: rock all around, light in the opening. */
export function paintCave(stage: Stage): void {
  const { frame, palette, random } = stage;
  const rock = mix('#4a3d52', palette.sky[0], 0.25 + palette.dark * 0.4);
  draw(stage, 'far', hill(stage, depthY(frame, 0.2), 30, hazy(stage, palette.land, 0.45)).svg);
  const rim = (inset: number, wobble: number): string => {
    const points: Point[] = [];
    const { width, height } = frame;
    const steps = 26;
    for (let i = 0; i <= steps; i++) {
      const angle = Math.PI * (1 - i / steps);
      points.push([
        width / 2 + Math.cos(angle) * width * (0.56 - inset) + random.range(-wobble, wobble),
        frame.edge + 60 - Math.sin(angle) * frame.edge * (1.02 - inset * 1.5) + random.range(-wobble, wobble),
      ]);
    }
    return `${spline(points)}L${width + BLEED} ${n(frame.edge + 60)}L${width + BLEED} ${-BLEED}L${-BLEED} ${-BLEED}L${-BLEED} ${n(frame.edge + 60)}L${n(points[0]?.[0] ?? 0)} ${n(frame.edge + 60)}Z${`M${-BLEED} ${height}`}`;
  };
  draw(stage, 'middle', sheet(stage, rim(0.2, 16), mix(rock, palette.sky[2], 0.22)));
  draw(stage, 'near', sheet(stage, rim(0.1, 24), rock));
  ground(stage, mix(rock, '#0c0a18', 0.15), 18);
  for (const side of [-1, 1]) {
    for (let i = 0; i < 3; i++) {
      const x = frame.width * (0.5 + side * (0.34 + i * 0.07));
      const h = scaled(stage, random.range(90, 200));
      const y = stage.groundAt(x) + 20;
      const colour = i % 2 ? '#7fd6e0' : '#b58ae0';
      draw(
        stage,
        'ground',
        shape(
          `${polyline([
            [x - h * 0.2, y],
            [x - h * 0.12, y - h * 0.7],
            [x + h * 0.03, y - h],
            [x + h * 0.18, y - h * 0.6],
            [x + h * 0.2, y],
          ])}Z`,
          mix(colour, rock, 0.25),
        ),
      );
      draw(
        stage,
        'ground',
        shape(
          `${polyline([
            [x + h * 0.03, y - h],
            [x + h * 0.18, y - h * 0.6],
            [x + h * 0.2, y],
            [x + h * 0.02, y],
          ])}Z`,
          lighten(mix(colour, rock, 0.25), 0.1),
        ),
      );
      halo(stage, 'glow', x, y - h * 0.5, h * 1.3, colour, 0.28);
    }
  }
  draw(stage, 'front', sheet(stage, rim(-0.02, 30), mix(rock, '#05040c', 0.5)));
}
