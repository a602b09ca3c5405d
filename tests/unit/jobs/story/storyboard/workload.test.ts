import { describe, expect, it } from 'vitest';
import { shareOf, type WorkPiece, workloadMs } from '#jobs/story/storyboard/workload.ts';

const place = { cores: 2, lanes: { assets: 4 } };
const piece = (ms: number, cores: number, lane = 'assets', after: number[] = []): WorkPiece => ({
  ...{ ms, cores, lane, after },
});

describe('a workload', () => {
  it('of nothing takes no time', () => {
    expect(workloadMs([], place)).toBe(0);
  });

  it('has cores side by side, and shares them where there are too few', () => {
    expect(workloadMs([piece(100, 1), piece(100, 1)], place)).toBeCloseTo(100);
    expect(workloadMs([piece(100, 1), piece(100, 1), piece(100, 1)], place)).toBeCloseTo(150);
    expect(workloadMs([piece(100, 2), piece(100, 1, 'other')], place)).toBeCloseTo(150);
  });

  it('waits for servers without keeping a core busy, as many at once as the lane has', () => {
    expect(workloadMs(Array(4).fill(piece(100, 0)), place)).toBeCloseTo(100);
    expect(workloadMs(Array(5).fill(piece(100, 0)), place)).toBeCloseTo(200);
    expect(workloadMs([piece(100, 0), piece(100, 1), piece(100, 1)], place)).toBeCloseTo(100);
  });

  it('does one thing at a time in a lane that has no number', () => {
    expect(workloadMs([piece(100, 0, 'one'), piece(100, 0, 'one')], place)).toBeCloseTo(200);
  });

  it('begins what waits for others when those are done', () => {
    const pieces = [
      piece(300, 0),
      piece(50, 1),
      piece(100, 2, 'stretches', [0, 1]),
      piece(100, 2, 'stretches'),
    ];
    // The last one does not wait: 50 ms at two thirds with the second, and done long before the first.
    expect(workloadMs(pieces, place)).toBeCloseTo(400);
    expect(workloadMs([piece(100, 1), piece(100, 2, 'stretches', [0])], place)).toBeCloseTo(200);
  });
});

describe('the share of a machine', () => {
  it('is all of it for one piece of work, however much it takes', () => {
    for (const wanted of [0, 1, 2, 'all'] as const) expect(shareOf(wanted, [], 2)).toBe(1);
  });

  it('is less beside others where there are too few cores', () => {
    expect(shareOf(1, [1], 2)).toBe(1);
    expect(shareOf(1, [1, 1], 2)).toBeCloseTo(2 / 3);
    expect(shareOf(0, [1, 1, 'all'], 2)).toBe(1);
  });

  it('is less beside what takes the whole machine than that loses: it has more threads ready than cores', () => {
    expect(shareOf(1, ['all'], 2)).toBe(0.5);
    expect(shareOf('all', [1], 2)).toBeCloseTo(2 / 3);
  });

  it('is never below the half that those have whose threads are all ready', () => {
    expect(shareOf(1, Array(20).fill(1), 2)).toBe(0.5);
  });
});
