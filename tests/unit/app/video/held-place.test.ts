import { describe, expect, it } from 'vitest';
import { heldFrame } from '#app/video/film/held-place.ts';
import { framesToMs, storyTimeline } from '#remotion/contract/timing.ts';

const timelineOf = (...frames: number[]) =>
  storyTimeline(frames.map((each) => ({ durationMs: framesToMs(each) })));

describe('the place of a preview', () => {
  const before = timelineOf(60, 90, 30);

  it('stays where nothing before it changed', () => {
    expect(heldFrame(70, before, timelineOf(60, 120, 30))).toBe(70);
  });

  it('moves with what became longer or shorter before it', () => {
    expect(heldFrame(70, before, timelineOf(80, 90, 30))).toBe(90);
    expect(heldFrame(70, before, timelineOf(45, 90, 30))).toBe(55);
  });

  it('is the end of a scene that is no longer that long', () => {
    expect(heldFrame(145, before, timelineOf(60, 40, 30))).toBe(99);
  });

  it('is within a film that has fewer scenes', () => {
    expect(heldFrame(170, before, timelineOf(60))).toBe(59);
    expect(heldFrame(0, before, timelineOf(10))).toBe(0);
  });
});
