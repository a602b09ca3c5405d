/** A table in the foreground. */
import { mix } from '#jobs/studio/illustrator/drawing/colour.ts';
import { BLEED } from '#jobs/studio/illustrator/drawing/frame.ts';
import { rect } from '#jobs/studio/illustrator/drawing/path.ts';
import { draw, type Stage } from '#jobs/studio/illustrator/drawing/stage.ts';

/** What nobody holds in a kitchen lies on a table with a cloth. */
export function paintTable(stage: Stage): void {
  const { frame, palette, style } = stage;
  const top = frame.feet - frame.height * 0.07;
  const cloth = style.name === 'neon' ? '#2a1a5e' : mix('#e9d9bd', palette.sky[0], palette.dark * 0.5);
  const check =
    style.name === 'neon' ? '#4a2f8f' : mix('#c8584f', palette.sky[0], 0.12 + palette.dark * 0.45);
  const low = frame.height * 0.94;
  const left = -BLEED;
  const right = frame.width + BLEED;
  const lip = frame.height * 0.2;
  draw(stage, 'ground', rect(left, top, right - left, lip, mix(cloth, '#ffffff', 0.08)));
  draw(stage, 'ground', rect(left, top + lip, right - left, low - top - lip, cloth));
  const step = frame.width / 9;
  for (let i = -2; i < 12; i++)
    draw(stage, 'ground', rect(i * step, top + lip, step * 0.42, low - top - lip, check, { opacity: 0.3 }));
  for (let y = top + lip + step * 0.3; y < low - step * 0.3; y += step)
    draw(stage, 'ground', rect(left, y, right - left, step * 0.42, check, { opacity: 0.3 }));
  draw(stage, 'ground', rect(left, top + lip - 4, right - left, 8, mix(cloth, check, 0.5)));
}
