import { describe, expect, it } from 'vitest';
import { videoPriority } from '#jobs/work/process-video.ts';

describe('videoPriority', () => {
  it('lets a person’s second film wait for everybody’s first', () => {
    const [first, second, third] = [0, 1, 2].map((others) => videoPriority({ status: 'pending', others }));
    expect(first).toBeGreaterThan(second ?? 0);
    expect(second).toBeGreaterThan(third ?? 0);
  });

  it('lets what is nearly finished go before all that is not', () => {
    for (const status of ['assets_generated', 'rendering'] as const)
      expect(videoPriority({ status, others: 500 })).toBeGreaterThan(
        videoPriority({ status: 'script_generated', others: 0 }),
      );
  });
});
