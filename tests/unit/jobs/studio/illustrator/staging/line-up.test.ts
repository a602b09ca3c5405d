import { describe, expect, it } from 'vitest';
import { composePicture } from '#jobs/studio/illustrator/compose.ts';
import { STYLES } from '#jobs/studio/illustrator/drawing/styles.ts';
import { figureOf } from '#jobs/studio/illustrator/figures/figure.ts';
import { heldThing } from '#jobs/studio/illustrator/staging/hands.ts';
import { heightOf, placeCast } from '#jobs/studio/illustrator/staging/line-up.ts';
import { readScene } from '#jobs/studio/reading/reading.ts';

const composed = (prompt: string, format: '9:16' | '1:1' | '16:9' = '1:1') =>
  composePicture(readScene(prompt), format, STYLES.papercut, 3).stage;
const placed = (prompt: string, format: '9:16' | '1:1' | '16:9' = '1:1') => {
  const stage = composed(prompt, format);
  return { stage, figures: placeCast(stage, stage.reading.cast, '3') };
};
const svgOf = (prompt: string) => composed(prompt).layers.figures.join('');

describe('how large figures are', () => {
  it('draws a cub half as tall as a bear', () => {
    const { figures } = placed(
      'A bear stands and a little bear stands on a farm with a red barn. Medium shot.',
    );
    const [bear, cub] = figures.map(({ height }) => height);
    expect((cub ?? 0) / (bear ?? 1)).toBeLessThan(0.7);
  });

  it('draws a snail smaller beside people than its share would be', () => {
    const prompt = 'A man stands and a snail stands on a farm with a red barn. Medium shot.';
    const { stage, figures } = placed(prompt);
    const [man, snail] = figures;
    const share = heightOf(stage, 0.45) / heightOf(stage, 1.5);
    expect((snail?.height ?? 1) / (man?.height ?? 1)).toBeLessThan(share * 0.8);
  });

  it('shows a close person whole who has something in hand', () => {
    const near = placed('A woman stands on a farm with a red barn. Close shot.').figures[0];
    const holding = placed('A woman stands on a farm with a red barn. Also to be seen: a radio. Close shot.')
      .figures[0];
    expect(holding?.height ?? 0).toBeLessThan((near?.height ?? 0) * 0.8);
  });
});

describe('where figures are', () => {
  it('stands all on one ground where the tallest would reach out of the picture', () => {
    const { figures } = placed('A goat stands and a frog stands on an old stone bridge. Close shot.');
    const [goat, frog] = figures;
    expect(Math.abs((goat?.y ?? 0) - (frog?.y ?? 0))).toBeLessThan(60);
  });

  it('leaves room for what a flying person holds', () => {
    const member = { name: null, subject: 'woman', role: null, look: null, action: 'fly', count: 1 } as const;
    const context = { mood: 'calm', seed: '1', unique: 'a' } as const;
    expect(figureOf(member, { ...context, held: 'torch' }).halfWidth).toBeGreaterThan(
      figureOf(member, context).halfWidth,
    );
  });
});

describe('what is to be seen of things', () => {
  it('gives a letter to its reader alone', () => {
    const reading = readScene(
      'A girl stands and a woman reads in a cosy living room. Also to be seen: a letter. Medium shot.',
    );
    expect(reading.place).toBe('home');
    expect(heldThing(reading)).toBeUndefined();
  });

  it('draws five of what grows', () => {
    const rose = (prompt: string) => svgOf(prompt).split('scale(').length - 1;
    const alone = rose('A view in a flower garden behind a fence. Also to be seen: a rose. Wide shot.');
    const without = rose('A view in a flower garden behind a fence. Wide shot.');
    expect(alone - without).toBe(5);
  });

  it('draws an owl in flight with both its eyes to the front', () => {
    expect(svgOf('An owl flies in a deep forest. Medium shot.')).toContain('#f5b52a');
    expect(svgOf('An eagle flies in a deep forest. Medium shot.')).not.toContain('#f5b52a');
  });
});
