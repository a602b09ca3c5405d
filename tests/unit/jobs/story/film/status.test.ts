import { describe, expect, it } from 'vitest';
import {
  canMove,
  isFinished,
  progressOf,
  stageOf,
  statesBefore,
  UNFINISHED_STATUSES,
  VIDEO_STATUSES,
  type VideoFacts,
  type VideoStatus,
} from '#jobs/story/film/status.ts';

const facts = (status: VideoStatus, more: Partial<VideoFacts> = {}): VideoFacts => ({
  status,
  error: null,
  activity: null,
  framesDone: 0,
  framesTotal: 0,
  assetsDone: 0,
  assetsTotal: 0,
  scenesReady: 0,
  scenesTotal: 0,
  held: false,
  waits: false,
  ...more,
});

describe('the ways between states', () => {
  it.each([
    ['pending', 'script_generated'],
    ['script_generated', 'assets_generated'],
    ['assets_generated', 'rendering'],
    ['rendering', 'completed'],
    ['rendering', 'assets_missing'],
    ['assets_missing', 'script_generated'],
    ['failed', 'pending'],
    ['cancelled', 'assets_missing'],
  ] as const)('lead from %s to %s', (from, to) => {
    expect(canMove(from, to)).toBe(true);
  });

  it.each([
    ['pending', 'completed'],
    ['pending', 'rendering'],
    ['script_generated', 'completed'],
    ['completed', 'failed'],
    ['completed', 'cancelled'],
    ['failed', 'completed'],
    ['cancelled', 'completed'],
  ] as const)('do not lead from %s to %s', (from, to) => {
    expect(canMove(from, to)).toBe(false);
  });

  it('never lead from a state to itself', () => {
    for (const status of VIDEO_STATUSES) expect(canMove(status, status)).toBe(false);
  });

  it('lead to cancelled and to failed from every unfinished state, and from no other', () => {
    expect(statesBefore('cancelled')).toEqual(UNFINISHED_STATUSES);
    expect(statesBefore('failed')).toEqual(UNFINISHED_STATUSES);
  });

  it('lead on to completed from every state', () => {
    for (const start of VIDEO_STATUSES) {
      const reached = new Set<VideoStatus>([start]);
      for (const state of reached) {
        for (const next of VIDEO_STATUSES) if (canMove(state, next)) reached.add(next);
      }
      expect(reached.has('completed')).toBe(true);
    }
  });
});

describe('progress', () => {
  it.each([
    [facts('pending'), 5],
    [facts('script_generated'), 20],
    [facts('script_generated', { assetsTotal: 8 }), 20],
    [facts('script_generated', { assetsDone: 4, assetsTotal: 8 }), 40],
    [facts('script_generated', { assetsDone: 8, assetsTotal: 8 }), 60],
    [facts('assets_missing', { assetsDone: 6, assetsTotal: 8 }), 50],
    [facts('assets_generated'), 60],
    [facts('rendering'), 80],
    [facts('rendering', { framesDone: 50, framesTotal: 100 }), 89],
    [facts('rendering', { framesDone: 100, framesTotal: 100 }), 99],
    [facts('rendering', { framesDone: 130, framesTotal: 100 }), 99],
    [facts('completed'), 100],
    [facts('failed'), 0],
    [facts('cancelled'), 0],
  ] as const)('of %o is %i', (given, percent) => {
    expect(progressOf(given)).toBe(percent);
  });

  it('never falls on the way to the film', () => {
    const way = [
      facts('pending'),
      ...Array.from({ length: 9 }, (_, done) =>
        facts('script_generated', { assetsDone: done, assetsTotal: 8 }),
      ),
      facts('assets_generated'),
      ...Array.from({ length: 11 }, (_, done) =>
        facts('rendering', { framesDone: done * 30, framesTotal: 300 }),
      ),
      facts('completed'),
    ].map(progressOf);
    expect(way).toEqual([...way].sort((a, b) => a - b));
  });
});

describe('the stage', () => {
  const error = { code: 'x', message: 'The voice is away.', hint: 'Wait a moment.', retryable: true };

  it.each([
    [facts('pending'), 'Writing the script…'],
    [facts('pending', { error }), 'Writing the script… (again, after: The voice is away.)'],
    [facts('script_generated'), 'Generating assets…'],
    [facts('script_generated', { scenesTotal: 1 }), 'Generating assets… (0 of 1 scene ready)'],
    [
      facts('script_generated', { scenesReady: 5, scenesTotal: 9, activity: 'scene 9: voice' }),
      'Generating assets… (5 of 9 scenes ready, now scene 9: voice)',
    ],
    [
      facts('script_generated', { scenesReady: 9, scenesTotal: 9, activity: 'scene 9: voice' }),
      'Generating assets… (9 of 9 scenes ready)',
    ],
    [facts('assets_generated'), 'Validating assets…'],
    [facts('rendering'), 'Rendering video…'],
    [facts('rendering', { framesDone: 9, framesTotal: 90 }), 'Rendering video… (9 of 90 frames)'],
    [facts('completed'), 'Video ready!'],
    [facts('cancelled'), 'Cancelled'],
    [facts('failed', { error }), 'Processing failed: The voice is away. Wait a moment.'],
    [facts('assets_missing', { error }), 'Some assets are missing: The voice is away. Wait a moment.'],
    [facts('assets_missing'), 'Some assets are missing: they will be made again.'],
  ] as const)('of %o is “%s”', (given, text) => {
    expect(stageOf(given)).toBe(text);
  });
});

describe('being finished', () => {
  it('is the opposite of being unfinished', () => {
    for (const status of VIDEO_STATUSES)
      expect(isFinished(status)).toBe(!UNFINISHED_STATUSES.includes(status));
  });
});
