import { describe, expect, it } from 'vitest';
import { type WorkPiece, workloadMs } from '#jobs/story/storyboard/workload.ts';

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
