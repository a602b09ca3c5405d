import { describe, expect, it } from 'vitest';
import { faultsOfWay } from '#bin/client/told-way.ts';
import type { VideoStatus } from '#jobs/story/film/status.ts';

/** The way through these states, each transition from the one before. */
const wayOf = (...states: VideoStatus[]) =>
  states.map((to, index) => ({ from: states[index - 1] ?? null, to }));
const WHOLE = wayOf('pending', 'script_generated', 'assets_generated', 'rendering', 'completed');

describe('a way that was told', () => {
  it('is whole from the creation to the film, also over failures', () => {
    expect(faultsOfWay(WHOLE)).toEqual([]);
    const over = wayOf(
      'pending',
      'failed',
      'pending',
      'script_generated',
      'assets_missing',
      'script_generated',
    );
    expect(
      faultsOfWay([
        ...over,
        ...wayOf('script_generated', 'assets_generated', 'rendering', 'completed').slice(1),
      ]),
    ).toEqual([]);
  });

  it.each(WHOLE.map(({ to }, index) => [to, index] as const))('is at fault without %s', (_to, index) => {
    expect(faultsOfWay(WHOLE.filter((_, at) => at !== index))).not.toEqual([]);
  });

  it('is at fault out of order, doubled, or over a way that is none', () => {
    const [first, second, ...rest] = WHOLE;
    if (!first || !second) throw new Error('The way is too short.');
    expect(faultsOfWay([second, first, ...rest])).not.toEqual([]);
    expect(faultsOfWay([first, first, second, ...rest])).not.toEqual([]);
    expect(faultsOfWay(wayOf('pending', 'rendering', 'completed'))).toEqual([
      'There is no way from pending to rendering.',
    ]);
    expect(faultsOfWay([])).toEqual(['The way ends at nothing.']);
  });
});
