import { describe, expect, it } from 'vitest';
import { isStorageKey } from '#jobs/storage/media-url.ts';
import {
  type Cover,
  chooseCovers,
  coverKey,
  coverScore,
  coversOf,
  type FrameMeasures,
  MOST_COVERS,
} from '#jobs/story/post/covers/cover.ts';

const GOOD: FrameMeasures = { sharpness: 10, contrast: 55, colour: 60, light: 120, change: 0 };
const plain = { isPicture: true, captions: 'none', figures: 'none' } as const;
const score = (measures: Partial<FrameMeasures>, moment: Parameters<typeof coverScore>[0] = plain) =>
  coverScore(moment, { ...GOOD, ...measures }, 10);

describe('how good a frame is as a cover', () => {
  it('is from 0 to 1, and 1 where nothing is to be wished', () => {
    expect(score({}, { ...plain, figures: 'whole' })).toBeCloseTo(1);
    expect(score({ sharpness: 0, contrast: 0, colour: 0, change: 99 }, { ...plain, figures: 'spoilt' })).toBe(
      0,
    );
  });

  it.each([
    ['blurred', { sharpness: 4 }],
    ['pale', { contrast: 20 }],
    ['grey', { colour: 5 }],
    ['in the midst of a transition', { change: 9 }],
    ['dark', { light: 12 }],
    ['glaring', { light: 245 }],
  ])('is less where it is %s', (_, measures) => {
    expect(score(measures)).toBeLessThan(score({}));
  });

  it('is more with whole figures, and less with one that is cut or with words that are', () => {
    const figures = (['whole', 'none', 'spoilt'] as const).map((one) =>
      score({}, { ...plain, figures: one }),
    );
    expect(figures).toEqual(figures.toSorted((a, b) => b - a));
    const captions = (['none', 'whole', 'changing'] as const).map((one) =>
      score({}, { ...plain, captions: one }),
    );
    expect(captions).toEqual(captions.toSorted((a, b) => b - a));
    expect(new Set([...figures, ...captions]).size).toBeGreaterThan(4);
  });
});

describe('covers to choose from', () => {
  const cover = (atS: number, scene: number, value: number): Cover => ({
    atMs: atS * 1000,
    scene,
    score: value,
  });

  it('come from different scenes before they come from one, the best first', () => {
    const chosen = chooseCovers([cover(1, 0, 0.9), cover(3, 0, 0.88), cover(10, 1, 0.8), cover(20, 2, 0.7)]);
    expect(chosen.map(({ atMs }) => atMs / 1000)).toEqual([1, 10, 20, 3]);
  });

  it('are apart from each other in time', () => {
    const chosen = chooseCovers([cover(1, 0, 0.9), cover(2, 1, 0.9), cover(2.6, 1, 0.7)]);
    expect(chosen.map(({ atMs }) => atMs / 1000)).toEqual([1, 2.6]);
  });

  it('are few, and none that is far worse than the best', () => {
    const many = Array.from({ length: 30 }, (_, at) => cover(at * 3, at, 0.5 + at / 100));
    expect(chooseCovers(many)).toHaveLength(MOST_COVERS);
    const few = [cover(0, 0, 0.9), cover(9, 1, 0.3), cover(18, 2, 0.2), cover(27, 3, 0.1)];
    expect(chooseCovers(few)).toEqual(few.slice(0, 3));
    expect(chooseCovers([])).toEqual([]);
  });

  it('are pictures before they are forms, however clear the letters of those are', () => {
    const seen = (atMs: number, isPicture: boolean, sharpness: number) => ({
      moment: { ...plain, atMs, scene: atMs / 1000, isPicture },
      measures: { ...GOOD, sharpness },
    });
    const covers = coversOf([seen(3000, false, 30), seen(6000, true, 10), seen(9000, true, 8)]);
    expect(covers.map(({ atMs }) => atMs)).toEqual([6000, 9000, 3000]);
    expect(covers[0]?.score).toBeCloseTo(coverScore(plain, GOOD, 10));
    expect(coversOf([seen(3000, false, 30)])).toHaveLength(1);
    expect(coversOf([])).toEqual([]);
  });

  it('are kept under keys that are some', () => {
    const key = coverKey('00000000-0000-4000-8000-000000000001', '0123456789abcdef01234567', {
      atMs: 1233.33,
    });
    expect(key).toBe('00000000-0000-4000-8000-000000000001/cover-0123456789abcdef01234567-1233.jpg');
    expect(isStorageKey(key)).toBe(true);
  });
});
