import { describe, expect, it } from 'vitest';
import { compareRatios, ratiosOf } from '#tests/tools/bench/kept-ratios.ts';

describe('the ratios that findings tell', () => {
  it('come of the parts that were measured', () => {
    const frames = { canvasAgainstScreenshots: 6, formAgainstScreenshots: 4, screenshotFramesPerSecond: 10 };
    expect(ratiosOf({ frames })).toEqual({ canvasAgainstScreenshots: 6, formAgainstScreenshots: 4 });
  });

  it('are not told where a part lacks the figure', () => {
    expect(() => ratiosOf({ encoding: {} })).toThrow('sizeAgainstVeryfastAtSsim');
  });

  it('hold the making of films against their frames by screenshots', () => {
    const frames = { canvasAgainstScreenshots: 6, formAgainstScreenshots: 4, screenshotFramesPerSecond: 10 };
    const film = { firstMakingPerFilmSecond: 0.6, secondMakingPerFilmSecond: 0.4 };
    const { filmAgainstScreenshots } = ratiosOf({ film, frames });
    // Three seconds for a second's frames, where all of the film takes half a second.
    expect(filmAgainstScreenshots).toBe(6);
  });
});

describe('ratios held against those that were kept', () => {
  it('may lose a little', () => {
    expect(compareRatios({ canvasAgainstScreenshots: 5.2 }, { canvasAgainstScreenshots: 6 }).losses).toEqual(
      [],
    );
    expect(compareRatios({ sizeAgainstVeryfast: 0.68 }, { sizeAgainstVeryfast: 0.6 }).losses).toEqual([]);
  });

  it('name what was lost, where more is better and where less is', () => {
    const { losses } = compareRatios(
      { canvasAgainstScreenshots: 4.5, formAgainstScreenshots: 9, sizeAgainstVeryfast: 0.75 },
      { canvasAgainstScreenshots: 6, formAgainstScreenshots: 6, sizeAgainstVeryfast: 0.6 },
    );
    expect(losses).toEqual([
      'canvasAgainstScreenshots: kept 6, found 4.5: a loss of 25 %, more than 15 %',
      'sizeAgainstVeryfast: kept 0.6, found 0.75: a loss of 25 %, more than 15 %',
    ]);
  });

  it('are lost where nothing was kept', () => {
    expect(compareRatios({ sizeAgainstVeryfast: 0.5 }, {}).losses).toHaveLength(1);
  });
});
