import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BatchStanding, nextStep } from '#jobs/story/batch/next-step.ts';

const STANDING: BatchStanding = {
  ...{ isPaused: false, isCancelled: false, atOnce: 2, capUsd: null },
  ...{ atWork: 0, committedUsd: 0, released: null, waiting: { position: 3, expectedUsd: 0.5 } },
};
const stepAt = (patch: Partial<BatchStanding>) => nextStep({ ...STANDING, ...patch });

describe('the next step of a batch', () => {
  it('is its next story, while there is a place', () => {
    expect(stepAt({ atWork: 1 })).toEqual({ do: 'begin', position: 3 });
    expect(stepAt({ atWork: 2 })).toEqual({ do: 'nothing' });
    expect(stepAt({ waiting: null })).toEqual({ do: 'nothing' });
  });

  it('is first what somebody has looked at, also while it is paused', () => {
    const released = { position: 0 };
    expect(stepAt({ released })).toEqual({ do: 'go-on', position: 0 });
    expect(stepAt({ released, isPaused: true })).toEqual({ do: 'go-on', position: 0 });
    expect(stepAt({ released, atWork: 2 })).toEqual({ do: 'nothing' });
    expect(stepAt({ released, isCancelled: true })).toEqual({ do: 'nothing' });
    expect(stepAt({ isPaused: true })).toEqual({ do: 'nothing' });
  });

  it('waits for films that may cost less than was expected, then pauses at the limit', () => {
    expect(stepAt({ capUsd: 1, committedUsd: 0.5 })).toEqual({ do: 'begin', position: 3 });
    expect(stepAt({ capUsd: 1, committedUsd: 0.6, atWork: 1 })).toEqual({ do: 'nothing' });
    const paused = stepAt({ capUsd: 1, committedUsd: 0.6 });
    expect(paused).toMatchObject({ do: 'pause', fault: { code: 'batch_cap_reached' } });
    expect(paused.do === 'pause' && paused.fault.message).toContain('$0.60');
  });

  it('meets a limit that is hit exactly, and lets free films begin at any', () => {
    expect(
      stepAt({ capUsd: 0.3, committedUsd: 0.1 + 0.1, waiting: { position: 3, expectedUsd: 0.1 } }).do,
    ).toBe('begin');
    expect(stepAt({ capUsd: 0, waiting: { position: 3, expectedUsd: 0 } }).do).toBe('begin');
  });
});

type Place = 'waiting' | 'making' | 'held' | 'released' | 'over';

/** A batch as rows would have it, with what its films turn out to cost. */
class Model {
  readonly places: Place[];
  readonly begun: number[];
  isPaused = false;

  constructor(
    readonly costs: readonly { expected: number; actual: number }[],
    readonly terms: { atOnce: number; capUsd: number | null; looksFirst: boolean },
  ) {
    this.places = costs.map(() => 'waiting');
    this.begun = costs.map(() => 0);
  }

  standing(): BatchStanding {
    const first = (place: Place) => this.places.indexOf(place);
    const [released, waiting] = [first('released'), first('waiting')];
    return {
      ...{ ...this.terms, isPaused: this.isPaused, isCancelled: false },
      atWork: this.places.filter((place) => place === 'making').length,
      committedUsd: this.costs.reduce((sum, { expected, actual }, at) => {
        const place = this.places[at];
        if (place === 'waiting') return sum;
        return sum + (place === 'over' ? actual : expected);
      }, 0),
      released: released === -1 ? null : { position: released },
      waiting: waiting === -1 ? null : { position: waiting, expectedUsd: this.costs[waiting]?.expected ?? 0 },
    };
  }

  /** Takes steps until none is left. */
  advance(): void {
    for (;;) {
      const step = nextStep(this.standing());
      if (step.do === 'nothing') return;
      if (step.do === 'pause') {
        this.isPaused = true;
        continue;
      }
      if (step.do === 'begin') this.begun[step.position] = (this.begun[step.position] ?? 0) + 1;
      this.places[step.position] = 'making';
    }
  }

  /** The film there gets as far as it gets by itself. */
  getOn(at: number): void {
    if (this.places[at] !== 'making') return;
    const isLooked = this.begun[at] !== undefined && this.looked.has(at);
    this.places[at] = this.terms.looksFirst && !isLooked ? 'held' : 'over';
  }

  readonly looked = new Set<number>();

  release(): void {
    this.places.forEach((place, at) => {
      if (place !== 'held') return;
      this.looked.add(at);
      this.places[at] = 'released';
    });
  }
}

const cents = fc.integer({ min: 0, max: 50 });
const batches = fc.record({
  // A film costs what was expected of it, or less.
  costs: fc.array(
    fc
      .tuple(cents, cents)
      .map(([a, b]) => ({ expected: Math.max(a, b) / 100, actual: Math.min(a, b) / 100 })),
    { minLength: 1, maxLength: 12 },
  ),
  atOnce: fc.integer({ min: 1, max: 4 }),
  cap: fc.option(fc.integer({ min: 0, max: 300 })),
  looksFirst: fc.boolean(),
  events: fc.array(fc.oneof(fc.nat(11), fc.constantFrom('pause', 'go-on', 'release')), { maxLength: 60 }),
});

describe('a batch, whatever happens in which order', () => {
  it('has never more at once than it may, begins nothing twice, keeps to its limit, and ends', () => {
    fc.assert(
      fc.property(batches, ({ costs, atOnce, cap, looksFirst, events }) => {
        const capUsd = cap === null ? null : cap / 100;
        const model = new Model(costs, { atOnce, capUsd, looksFirst });
        const check = () => {
          const { atWork, committedUsd } = model.standing();
          expect(atWork).toBeLessThanOrEqual(atOnce);
          expect(model.begun.every((times) => times <= 1)).toBe(true);
          if (capUsd !== null) expect(committedUsd).toBeLessThanOrEqual(capUsd + 1e-9);
        };
        for (const event of events) {
          if (event === 'pause') model.isPaused = true;
          else if (event === 'go-on') model.isPaused = false;
          else if (event === 'release') model.release();
          else model.getOn(event);
          model.advance();
          check();
        }
        // Somebody looks at all, goes on after each pause, and waits.
        for (let round = 0; round < costs.length * 3; round++) {
          model.isPaused = false;
          model.release();
          model.advance();
          check();
          for (const at of costs.keys()) model.getOn(at);
        }
        const left = model.places.filter((place) => place !== 'over' && place !== 'waiting');
        expect(left).toEqual([]);
        if (capUsd === null) expect(model.places.every((place) => place === 'over')).toBe(true);
        else if (model.places.includes('waiting'))
          expect(model.standing().committedUsd).toBeGreaterThan(capUsd - 0.51);
      }),
    );
  });
});
