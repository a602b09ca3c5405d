import { describe, expect, it } from 'vitest';
import { afterSafetyNet, needsSafetyNet } from '#jobs/story/film/safety-net.ts';
import { VIDEO_STATUSES } from '#jobs/story/film/status.ts';

const fault = (code: string, retryable = true) => ({ code, message: 'It broke.', hint: 'Wait.', retryable });

describe('the safety net', () => {
  it('is for videos that lie in the middle of the way', () => {
    const needing = VIDEO_STATUSES.filter((status) =>
      needsSafetyNet({ status, error: null, held: false, takenUp: [] }),
    );
    expect(needing).toEqual(['script_generated', 'assets_missing']);
  });

  it('takes a failed video up only when that may help', () => {
    const failed = (retryable: boolean) => ({
      status: 'failed' as const,
      error: fault('x', retryable),
      held: false,
      takenUp: [],
    });
    expect(needsSafetyNet(failed(true))).toBe(true);
    expect(needsSafetyNet(failed(false))).toBe(false);
    expect(afterSafetyNet(failed(false))).toBeNull();
  });

  it('takes each failure up once, and another one after it', () => {
    const first = {
      status: 'failed' as const,
      error: fault('network'),
      held: false,
      takenUp: [] as string[],
    };
    const takenUp = afterSafetyNet(first);
    expect(takenUp).toEqual(['network']);
    expect(needsSafetyNet({ ...first, takenUp: ['network'] })).toBe(false);
    expect(afterSafetyNet({ ...first, takenUp: ['network'] })).toBeNull();
    expect(afterSafetyNet({ ...first, error: fault('disk'), takenUp: ['network'] })).toEqual([
      'network',
      'disk',
    ]);
  });

  it('leaves finished and cancelled videos alone', () => {
    for (const status of ['completed', 'cancelled'] as const)
      expect(afterSafetyNet({ status, error: fault('x'), held: false, takenUp: [] })).toBeNull();
  });
});
