import { describe, expect, it } from 'vitest';
import { frameAtMs, frameMoment, framesToMs, sceneFrames, storyTimeline } from '#remotion/contract/timing.ts';

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

describe('frameMoment and frameAtMs', () => {
  it('agree: a frame is the first that shows its own moment, and no earlier one does', () => {
    for (let frame = 0; frame < 400; frame++) {
      expect(frameAtMs(frameMoment(frame))).toBe(frame);
      expect(frameAtMs(frameMoment(frame) + 0.01)).toBe(frame + 1);
    }
  });

  it('show nothing more than half a frame early or late', () => {
    for (let ms = 0; ms < 3000; ms += 7) {
      expect(Math.abs(framesToMs(frameAtMs(ms)) - ms)).toBeLessThanOrEqual(framesToMs(0.5) + 1e-6);
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
