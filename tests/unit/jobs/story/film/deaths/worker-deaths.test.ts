import { describe, expect, it } from 'vitest';
import {
  deadlyFault,
  deathsOf,
  MOST_DEATHS,
  NOTHING_OPEN,
  reachOf,
  traceOfBeginning,
  UNTRIED,
} from '#jobs/story/film/deaths/worker-deaths.ts';

/** Lets one worker after the other begin and die, each finding the video this far. */
function afterDeathsAt(reaches: readonly number[], start = UNTRIED) {
  return reaches.reduce((trace, reach, at) => traceOfBeginning(trace, reach, `worker-${at}`), start);
}

describe('how far a video is', () => {
  it('rises with every take whatever the state falls to, and with every state', () => {
    const climb = [
      reachOf({ status: 'pending', takes: 0 }),
      reachOf({ status: 'script_generated', takes: 0 }),
      reachOf({ status: 'assets_generated', takes: 0 }),
      reachOf({ status: 'rendering', takes: 0 }),
      reachOf({ status: 'assets_missing', takes: 1 }),
      reachOf({ status: 'rendering', takes: 1 }),
    ];
    expect(climb).toEqual([...new Set(climb)].sort((a, b) => a - b));
    expect(reachOf({ status: 'assets_missing', takes: 3 })).toBe(
      reachOf({ status: 'script_generated', takes: 3 }),
    );
  });
});

describe('the deaths that a video is suspected of', () => {
  it('are those in a row after which nothing more is there', () => {
    expect(deathsOf(afterDeathsAt([0]), 9, 'asking')).toBe(1);
    expect(deathsOf(afterDeathsAt([0, 9]), 9, 'asking')).toBe(2);
    expect(deathsOf(afterDeathsAt([0, 9, 9]), 9, 'asking')).toBe(MOST_DEATHS);
  });

  it('are one at most as long as it gets on, however often its workers are killed', () => {
    const reaches = [0, 9, 17, 25, 33, 41];
    expect(deathsOf(afterDeathsAt(reaches), 49, 'asking')).toBe(1);
  });

  it('begin anew once it has got on, and count on where a state has only fallen', () => {
    expect(deathsOf(afterDeathsAt([9, 9, 17]), 17, 'asking')).toBe(2);
    expect(deathsOf(afterDeathsAt([9, 8, 8]), 9, 'asking')).toBe(3);
  });

  it('stay where an attempt ended in order, and are gone once it got on', () => {
    const ended = { ...afterDeathsAt([9, 9]), ...NOTHING_OPEN };
    expect(deathsOf(ended, 9, 'asking')).toBe(1);
    expect(deathsOf(ended, 17, 'asking')).toBe(0);
  });

  it('are none of a worker that lives: it could not tell the row of the end', () => {
    const mine = traceOfBeginning(UNTRIED, 9, 'asking');
    expect(deathsOf(mine, 9, 'asking')).toBe(0);
    expect(traceOfBeginning(mine, 9, 'asking').deaths).toBe(0);
  });

  it('are none of a row that was there before any was counted', () => {
    expect(deathsOf(UNTRIED, 300, 'asking')).toBe(0);
  });
});

describe('the fault of a video that kills its workers', () => {
  it.each([
    ['script_generated', 'scene 3: picture', 'the last time while it made the picture of scene 3.'],
    ['assets_missing', 'scene 12: voice', 'the last time while it made the voice of scene 12.'],
    ['pending', null, 'while its script was written.'],
    ['rendering', null, 'while its frames were drawn and joined.'],
    ['script_generated', null, 'while its voices, pictures and frames were made.'],
  ] as const)('says what it was at in the state %s with %s', (status, activity, said) => {
    const fault = deadlyFault({ status, activity });
    expect(fault).toMatchObject({ code: 'worker_died', retryable: false });
    expect(fault.message).toContain(said);
  });
});
