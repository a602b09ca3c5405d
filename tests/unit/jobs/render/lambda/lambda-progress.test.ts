import { describe, expect, it } from 'vitest';
import { renderState } from '#jobs/render/lambda/lambda-progress.ts';

const NOW = 1_800_000_000_000;
const told = { done: false, framesRendered: 12, timeoutTimestamp: NOW + 60_000, errors: [] };
const broken = { message: 'Broke.', isFatal: true, willRetry: false };

describe('how far a render is', () => {
  it('is told by its frames until it is done', () => {
    expect(renderState(told, NOW)).toEqual({ is: 'underway', frames: 12 });
    const done = { ...told, done: true, outBucket: 'bucket', outKey: 'renders/a/out.mp4' };
    expect(renderState(done, NOW)).toEqual({ is: 'done', bucket: 'bucket', key: 'renders/a/out.mp4' });
  });

  it('is not over for what Remotion tries again', () => {
    const errors = [
      { ...broken, willRetry: true },
      { ...broken, isFatal: false },
    ];
    expect(renderState({ ...told, errors }, NOW)).toEqual({ is: 'underway', frames: 12 });
  });

  it('is over for what it does not, with its explanation', () => {
    const errors = [{ ...broken, explanation: 'The lambda ran out of memory.' }];
    const state = renderState({ ...told, errors, fatalErrorEncountered: true }, NOW);
    expect(state).toMatchObject({ is: 'failed', fault: { code: 'lambda_memory' } });
  });

  it('is over a while after its main function’s time', () => {
    expect(renderState(told, NOW + 90_000)).toMatchObject({ is: 'underway' });
    expect(renderState(told, NOW + 130_000)).toMatchObject({
      is: 'failed',
      fault: { code: 'lambda_timeout', retryable: false },
    });
    // What is there is there, however late it is looked at.
    const done = { ...told, done: true, outBucket: 'bucket', outKey: 'key' };
    expect(renderState(done, NOW + 1e9)).toMatchObject({ is: 'done' });
  });

  it('is not made up from an answer of another form', () => {
    expect(() => renderState({ framesRendered: 3 }, NOW)).toThrow();
  });
});
