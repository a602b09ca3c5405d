import type { ShouldRevalidateFunctionArgs } from '@remix-run/react';
import { afterEach, describe, expect, it } from 'vitest';
import { createLastKnown } from '#app/video/last-known.ts';
import { reachesPage, reachesStatus, setRevalidationScope } from '#app/video/live/revalidation-scope.ts';
import { readStatusAnswer } from '#app/video/live/status-answer.ts';
import {
  EARLY_PACE,
  MAX_POLL_INTERVAL_MS,
  nextPace,
  POLL_INTERVAL_MS,
  pollDelay,
  STEADY_PACE,
} from '#app/video/poll-pace.ts';
import { statusView } from '#app/video/status-view.ts';
import { videoOf } from '#tests/support/videos.ts';

describe('the pace of polling', () => {
  it('is steady while answers come', () => {
    let pace = STEADY_PACE;
    for (let asked = 0; asked < 5; asked += 1) pace = nextPace(pace, 'answered');
    expect(pollDelay(pace)).toBe(POLL_INTERVAL_MS);
  });

  it('asks once early for a video that was just ordered, and then steadily', () => {
    const afterFirst = nextPace(EARLY_PACE, 'answered');
    expect(pollDelay(afterFirst)).toBeLessThan(POLL_INTERVAL_MS / 2);
    expect(pollDelay(nextPace(afterFirst, 'answered'))).toBe(POLL_INTERVAL_MS);
    expect(pollDelay(nextPace(EARLY_PACE, 'unanswered'))).toBeGreaterThan(POLL_INTERVAL_MS);
  });

  it('doubles with each silence, up to a limit, and never gives up', () => {
    let pace = STEADY_PACE;
    const delays: number[] = [];
    for (let asked = 0; asked < 6; asked += 1) {
      pace = nextPace(pace, 'unanswered');
      delays.push(pollDelay(pace));
    }
    expect(delays).toEqual([6000, 12_000, 24_000, 30_000, 30_000, 30_000]);
    for (let asked = 0; asked < 5000; asked += 1) pace = nextPace(pace, 'unanswered');
    expect(pollDelay(pace)).toBe(MAX_POLL_INTERVAL_MS);
  });

  it('is steady again after one answer', () => {
    const silent = nextPace(nextPace(STEADY_PACE, 'unanswered'), 'unanswered');
    expect(pollDelay(nextPace(silent, 'answered'))).toBe(POLL_INTERVAL_MS);
  });
});

describe('what a reload reaches', () => {
  afterEach(() => setRevalidationScope(null));

  const here = new URL('http://localhost/video/1');
  const reload: ShouldRevalidateFunctionArgs = {
    currentUrl: here,
    nextUrl: here,
    currentParams: {},
    nextParams: {},
    defaultShouldRevalidate: true,
  };
  const form: ShouldRevalidateFunctionArgs = { ...reload, formMethod: 'POST' };

  it('of a poll is the status alone', () => {
    setRevalidationScope('status');
    expect([reachesStatus(reload), reachesPage(reload)]).toEqual([true, false]);
  });

  it('after a change is the page alone', () => {
    setRevalidationScope('page');
    expect([reachesStatus(reload), reachesPage(reload)]).toEqual([false, true]);
  });

  it('after a form is the page, even in the middle of a poll', () => {
    for (const scope of [null, 'status', 'page'] as const) {
      setRevalidationScope(scope);
      expect([reachesStatus(form), reachesPage(form)]).toEqual([false, true]);
    }
  });
});

describe('the answer about a status', () => {
  it('is the status itself', async () => {
    const status = statusView(videoOf());
    expect(await readStatusAnswer(async () => status)).toEqual({ kind: 'status', status });
  });

  it('is that the video is gone', async () => {
    const answer = await readStatusAnswer(async () => ({ error: { code: 'video_not_found' } }));
    expect(answer).toEqual({ kind: 'gone' });
  });

  it('is silence for faults of the server and of the line', async () => {
    const fault = await readStatusAnswer(async () => ({ error: { code: 'unexpected' } }));
    const line = await readStatusAnswer(() => Promise.reject(new TypeError('Failed to fetch')));
    expect([fault, line]).toEqual([{ kind: 'unreachable' }, { kind: 'unreachable' }]);
  });
});

describe('what was last known', () => {
  const unreachable = () => Promise.reject(new TypeError('Failed to fetch'));

  it('bridges silence, and says so', async () => {
    const known = createLastKnown<{ count: number }>();
    expect(await known.load('a', async () => ({ count: 1 }))).toEqual({ count: 1, isStale: false });
    expect(await known.load('a', unreachable)).toEqual({ count: 1, isStale: true });
  });

  it('starts with what the page came with', async () => {
    const known = createLastKnown<{ count: number }>();
    known.remember('a', { count: 7 });
    expect(await known.load('a', unreachable)).toEqual({ count: 7, isStale: true });
  });

  it('is never another page’s', async () => {
    const known = createLastKnown<{ count: number }>();
    known.remember('a', { count: 7 });
    await expect(known.load('b', unreachable)).rejects.toThrow('Failed to fetch');
  });

  it('does not hide what the server says', async () => {
    const known = createLastKnown<{ count: number }>();
    known.remember('a', { count: 7 });
    const notFound = { status: 404, statusText: '', internal: false, data: null };
    await expect(known.load('a', () => Promise.reject(notFound))).rejects.toBe(notFound);
  });
});
