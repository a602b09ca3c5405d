import { describe, expect, it } from 'vitest';
import { frameMoment, framesToMs, sceneFrames, storyTimeline } from '#remotion/contract/timing.ts';

describe('sceneFrames', () => {
  it('holds all of a duration, in whole frames', () => {
    expect(sceneFrames(1000)).toBe(30);
    expect(sceneFrames(1001)).toBe(31);
    expect(sceneFrames(1033.4)).toBe(32);
  });

  it('does not add a frame for a rounding error', () => {
    expect(sceneFrames(framesToMs(179))).toBe(179);
    expect(sceneFrames(0.1 * 3 * 1000)).toBe(9);
  });

  it('is never nothing', () => {
    expect(sceneFrames(0.001)).toBe(1);
  });
});

describe('frameMoment', () => {
  it('is the middle of its frame: what a frame shows is never more than half a frame early or late', () => {
    for (let frame = 0; frame < 400; frame++) {
      expect(frameMoment(frame) - framesToMs(frame)).toBeCloseTo(framesToMs(0.5), 6);
      expect(framesToMs(frame + 1) - frameMoment(frame)).toBeCloseTo(framesToMs(0.5), 6);
    }
  });
});

describe('storyTimeline', () => {
  it('puts scenes one after the other without gap or overlap', () => {
    const { starts, lengths, total } = storyTimeline([
      { durationMs: 1001 },
      { durationMs: 500 },
      { durationMs: 2 },
    ]);
    expect(lengths).toEqual([31, 15, 1]);
    expect(starts).toEqual([0, 31, 46]);
    expect(total).toBe(47);
  });
});
