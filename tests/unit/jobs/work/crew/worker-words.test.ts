import { describe, expect, it } from 'vitest';
import type { LivingWorker } from '#jobs/db/workers/workers.server.ts';
import { workerLines, workerState } from '#jobs/work/crew/worker-words.ts';

const IDLE = { inHand: 0, isDraining: false, trouble: null };
const trouble = { code: 'storage_away', message: 'The bucket is away.', hint: 'Wait.', retryable: true };

describe('workerState', () => {
  it.each([
    [{}, 'idle'],
    [{ inHand: 1 }, 'at 1 job'],
    [{ inHand: 3 }, 'at 3 jobs'],
    [{ inHand: 1, isDraining: true }, 'at 1 job; finishes, and ends then'],
    [{ trouble }, 'idle; takes nothing while others can: The bucket is away.'],
  ] as const)('%o', (said, words) => {
    expect(workerState({ ...IDLE, ...said })).toBe(words);
  });
});

describe('workerLines', () => {
  const worker: LivingWorker = {
    ...IDLE,
    id: '0a1b2c3d-0000-4000-8000-000000000000',
    host: 'attic',
    startedAt: new Date('2026-01-01T00:00:00Z'),
    renderer: 'canvas-3',
    abilities: { cores: 1, errands: {}, voices: ['espeak'], engines: { voice: 'builtin flite-1' } },
  };

  it('says who is there, what it can and what it is at', () => {
    expect(workerLines([worker], new Date('2026-01-01T00:05:10Z'))).toEqual([
      '0a1b2c3d  attic, 1 core, for 5 min: idle',
      '          paints by canvas-3; voice by builtin flite-1',
      '          voices of its own: espeak',
    ]);
  });

  it('says what to do where nobody is', () => {
    expect(workerLines([], new Date())).toEqual(['No worker is there. “npm run jobs” starts one.']);
  });
});
