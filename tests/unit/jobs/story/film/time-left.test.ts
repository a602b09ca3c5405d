import { describe, expect, it } from 'vitest';
import { timeLeft } from '#jobs/story/film/time-left.ts';
import type { HistoryEntry } from '#jobs/story/film/video.ts';
import { readyScene, sceneOf, videoOf } from '#tests/support/videos.ts';

const START = Date.parse('2026-01-01T00:00:00Z');
const moment = (seconds: number) => new Date(START + seconds * 1000);
const entry = (
  id: number,
  from: HistoryEntry['from'],
  to: HistoryEntry['to'],
  seconds: number,
): HistoryEntry => ({
  id: String(id),
  at: moment(seconds),
  from,
  to,
  message: '',
});
const FIRST_RUN = [entry(1, null, 'pending', -2), entry(2, 'pending', 'script_generated', 0)];
const SCENES = [readyScene(0), readyScene(1), readyScene(2)];
/** A film of 600 frames, of which some are done. */
const inTheMaking = (framesDone: number) =>
  videoOf({ status: 'rendering', scenes: SCENES, framesTotal: 600, framesDone });
/** Twenty frames a second. */
const EARLIER = [{ frames: 600, ms: 30_000 }];

describe('the time that is left', () => {
  it('is unknown where nothing was measured', () => {
    expect(timeLeft(inTheMaking(0), FIRST_RUN, [], moment(5))).toBeNull();
    expect(timeLeft(inTheMaking(50), FIRST_RUN, [], moment(5))).toBeNull();
    expect(timeLeft(videoOf({ status: 'pending' }), [], EARLIER, moment(5))).toBeNull();
  });

  it('is nothing to speak of while nobody works', () => {
    const error = { code: 'x', message: '', hint: '', retryable: true };
    for (const status of ['completed', 'failed', 'cancelled'] as const)
      expect(timeLeft({ ...inTheMaking(90), status }, FIRST_RUN, EARLIER, moment(5))).toBeNull();
    const waiting = { ...inTheMaking(90), status: 'assets_missing' as const, error };
    expect(timeLeft(waiting, FIRST_RUN, EARLIER, moment(5))).toBeNull();
  });

  it('goes by earlier films before this one’s own pace is known', () => {
    expect(timeLeft(inTheMaking(0), FIRST_RUN, EARLIER, moment(1))).toBe(30_000);
  });

  it('heeds the middle one of earlier films, not the odd one', () => {
    const odd = [{ frames: 600, ms: 3_000_000 }, ...EARLIER, { frames: 600, ms: 29_000 }];
    expect(timeLeft(inTheMaking(0), FIRST_RUN, odd, moment(1))).toBe(30_000);
  });

  it('goes by this film’s own pace where there is no other', () => {
    expect(timeLeft(inTheMaking(300), FIRST_RUN, [], moment(30))).toBe(30_000);
  });

  it('heeds its own pace the more, the more of it is done', () => {
    // Twice as slow as the films before.
    const early = timeLeft(inTheMaking(100), FIRST_RUN, EARLIER, moment(10)) ?? 0;
    const late = timeLeft(inTheMaking(500), FIRST_RUN, EARLIER, moment(50)) ?? 0;
    expect(early).toBeGreaterThan(500 * 50);
    expect(early).toBeLessThan(500 * 75);
    expect(late).toBeGreaterThan(100 * 90);
    expect(late).toBeLessThanOrEqual(100 * 100);
  });

  it('never takes frames of an earlier attempt for its own pace', () => {
    const resumed = [
      ...FIRST_RUN,
      entry(3, 'failed', 'assets_missing', 60),
      entry(4, 'assets_missing', 'script_generated', 61),
    ];
    expect(timeLeft(inTheMaking(300), resumed, [], moment(62))).toBeNull();
    expect(timeLeft(inTheMaking(300), resumed, EARLIER, moment(62))).toBe(15_000);
  });

  it('counts scenes that are not spoken yet by their words', () => {
    const spoken = videoOf({ scenes: SCENES });
    const silent = videoOf({ scenes: [...SCENES, sceneOf(3, { narration: 'word '.repeat(40) })] });
    const left = (video: typeof spoken) => timeLeft(video, FIRST_RUN, EARLIER, moment(1)) ?? 0;
    expect(left(spoken)).toBe(180 * 50);
    // Forty words take about fifteen seconds.
    expect(left(silent) - left(spoken)).toBeGreaterThan(300 * 50);
  });

  it('ends at nothing', () => {
    expect(timeLeft(inTheMaking(600), FIRST_RUN, EARLIER, moment(40))).toBe(0);
    expect(timeLeft(inTheMaking(700), FIRST_RUN, EARLIER, moment(40))).toBe(0);
  });
});
