/** The world under water. */
import { mix } from '#jobs/studio/illustrator/drawing/colour.ts';
import { BLEED, depthY } from '#jobs/studio/illustrator/drawing/frame.ts';
import { circle, line, n, polyline, shape } from '#jobs/studio/illustrator/drawing/path.ts';
import { draw, fillFrame, halo, linear, type Stage } from '#jobs/studio/illustrator/drawing/stage.ts';
import { hill, ridge } from '#jobs/studio/illustrator/kit/land.ts';
import { ground, scaled } from './ground';

export function paintUnderwater(stage: Stage): void {
  const { frame, palette, random } = stage;
  const deep = stage.style.name === 'neon' ? '#0a0830' : mix('#0f4a6b', palette.sky[0], palette.dark * 0.6);
  const lit =
    stage.style.name === 'neon' ? '#2a1f7a' : mix('#5fc4c8', palette.sky[1], 0.2 + palette.dark * 0.4);
  fillFrame(stage, 'sky', [
    [0, lit, 1],
    [0.55, mix(lit, deep, 0.6), 1],
    [1, deep, 1],
  ]);
  for (let i = 0; i < 6; i++) {
    const x = frame.width * random.range(0, 1);
    const paint = linear(stage, [
      [0, '#ffffff', 0.2],
      [1, '#ffffff', 0],
    ]);
    draw(
      stage,
      'sky',
      shape(
        `${polyline([
          [x, -BLEED],
          [x + 70, -BLEED],
          [x + 200, frame.feet],
          [x + 20, frame.feet],
        ])}Z`,
        paint,
      ),
    );
  }
  const sand = stage.style.name === 'neon' ? '#1d1458' : mix('#c9b27a', deep, 0.45);
  draw(stage, 'far', ridge(stage, depthY(frame, 0.35), scaled(stage, 160), mix(deep, lit, 0.45)));
  draw(stage, 'middle', hill(stage, depthY(frame, 0.6), 40, mix(sand, lit, 0.3)).svg);
  const corals = ['#e8756a', '#d98ac0', '#f0b35a', '#8fc46a'] as const;
  for (let i = 0; i < (9 * frame.width) / 1080; i++) {
    const x = random.range(-0.02, 1.02) * frame.width;
    if (Math.abs(x - frame.width / 2) < frame.width * 0.22) continue;
    const h = scaled(stage, random.range(140, 340));
    const y = frame.edge + 40;
    const colour = mix(random.pick(corals), deep, 0.25);
    for (let k = 0; k < 4; k++) {
      const bend = random.range(-0.3, 0.3) * h;
      draw(
        stage,
        'near',
        line(
          `M${n(x)} ${n(y)}C${n(x + bend)} ${n(y - h * 0.4)} ${n(x - bend)} ${n(y - h * 0.6)} ${n(x + bend * 1.4)} ${n(y - h * random.range(0.7, 1))}`,
          colour,
          18,
        ),
      );
    }
  }
  ground(stage, sand, 24);
  for (let i = 0; i < 26; i++) {
    const r = random.range(4, 16);
    draw(
      stage,
      'front',
      circle(random.range(0, frame.width), random.range(0, frame.feet), r, '#ffffff', { opacity: 0.2 }),
    );
  }
  halo(stage, 'glow', frame.width * 0.5, 0, frame.height * 0.5, '#e8ffff', 0.35);
  draw(stage, 'front', hill(stage, frame.front, 40, mix(deep, '#04121c', 0.4)).svg);
  stage.water = frame.horizon;
  stage.lift = -(frame.feet - frame.horizon) * 0.5;
}
