import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bottleneckOf, boundsOf, isOwn } from '#tests/tools/scaling/model/bottleneck.ts';
import type { FilmDemand } from '#tests/tools/scaling/model/film-demand.ts';
import type { Orders } from '#tests/tools/scaling/model/orders.ts';
import type { Plant } from '#tests/tools/scaling/model/plant.ts';
import { simulate } from '#tests/tools/scaling/model/simulate.ts';
import { database, filmInTurn, filmOfParts, plant, step } from './plants';

const orders = (parts: Partial<Orders>): Orders => ({
  ...{ films: [filmInTurn(1)], count: 1, perS: null, spread: 'none', seed: 1 },
  ...parts,
});

describe('one worker', () => {
  it('takes the sum of all times where steps come in turn', () => {
    const film = filmInTurn(1, 2, 3.5);
    const { tookS, waitsS, used } = simulate(plant(), orders({ films: [film], count: 4 }));
    expect(tookS).toBeCloseTo(4 * 6.5, 9);
    expect(waitsS.map((waitS) => Math.round(waitS * 1e6) / 1e6)).toEqual([6.5, 13, 19.5, 26]);
    expect(used.get('machines')).toBeCloseTo(1, 9);
  });

  it('adds what calls, database, network and storage take', () => {
    const film = {
      steps: [
        step({
          ...{ calls: [{ of: 'script', seconds: 5 }], databaseCpuS: 2, commits: 3, requests: 4 },
          ...{ storedBytes: 100, coreS: 1 },
        }),
      ],
      providersUsd: 0,
    } satisfies FilmDemand;
    const house = plant({
      storage: { requestsPerS: 2, bytesPerS: 50 },
      database: database({ commitsPerS: 6 }),
      servers: new Map([['script', { atOnce: 1, perMinute: 60 }]]),
    });
    const { tookS } = simulate(house, orders({ films: [film] }));
    expect(tookS).toBeCloseTo(5 + 2 + 0.5 + 2 + 2 + 1, 9);
  });

  it('shares its cores among steps beside each other, none having more than it can use', () => {
    // Two of one core and one of all four, together 8 core-seconds.
    const film: FilmDemand = {
      steps: [step({ coreS: 2 }), step({ coreS: 2 }), step({ coreS: 4, cores: 4 })],
      providersUsd: 0,
    };
    // Two cores for the third until all end together.
    expect(simulate(plant({ cores: 4 }), orders({ films: [film] })).tookS).toBeCloseTo(2, 9);
    // Alone on one core they take their sum.
    expect(simulate(plant({ cores: 1 }), orders({ films: [film] })).tookS).toBeCloseTo(8, 9);
  });

  it('makes so many steps of a lane at once', () => {
    const film = filmOfParts(6, 2);
    const inLanes = (rendering: number) =>
      simulate(plant({ cores: 100, lanes: { assets: 1, drawing: 1, rendering } }), orders({ films: [film] }))
        .tookS;
    expect([1, 2, 3, 6].map(inLanes).map(Math.round)).toEqual([14, 8, 6, 4]);
  });

  it('leads as many films at once as it may', () => {
    const film: FilmDemand = {
      steps: [step({ calls: [{ of: 'script', seconds: 10 }] })],
      providersUsd: 0,
    };
    const servers: Plant['servers'] = new Map([['script', { atOnce: 100, perMinute: 1000 }]]);
    const took = (concurrency: number) =>
      simulate(plant({ concurrency, servers }), orders({ films: [film], count: 12 })).tookS;
    expect([1, 2, 3, 12].map(took).map(Math.round)).toEqual([120, 60, 40, 10]);
  });
});

describe('the parts of a film', () => {
  it('are made by workers that lead none, each after it was handed over', () => {
    const film = filmOfParts(5, 2);
    const lanes = { assets: 1, drawing: 1, rendering: 1 };
    const took = (workers: number, sharing: Plant['sharing']) =>
      simulate(plant({ workers, lanes, sharing }), orders({ films: [film] })).tookS;
    expect(took(5, null)).toBeCloseTo(12, 9);
    expect(took(5, { handOverS: 0.5 })).toBeCloseTo(1 + 2.5 + 1, 6);
    // The leader makes two while the helper makes its second late: three turns either way.
    expect(took(2, { handOverS: 0.5 })).toBeCloseTo(1 + 6 + 1, 6);
    // More workers than parts change nothing.
    expect(took(50, { handOverS: 0.5 })).toBeCloseTo(took(5, { handOverS: 0.5 }), 6);
  });

  it('cost the network what their makers and leaders fetch', () => {
    const parts = filmOfParts(2, 2);
    const film = { ...parts, steps: parts.steps.map((one) => ({ ...one, storedBytes: 10 })) };
    const took = (workers: number) =>
      simulate(
        plant({
          ...{ workers, lanes: { assets: 1, drawing: 1, rendering: 1 }, sharing: { handOverS: 0 } },
          storage: { requestsPerS: 1e9, bytesPerS: 10 },
        }),
        orders({ films: [film] }),
      ).tookS;
    // Script, its bytes; a helper's fetching, work and bytes; the leader's fetching, work and bytes.
    expect(took(2)).toBeCloseTo(1 + 1 + (1 + 2 + 1) + (1 + 1 + 1), 6);
    // Who made everything has it at hand.
    expect(took(1)).toBeCloseTo(1 + 1 + 2 * (2 + 1) + (1 + 1), 6);
  });

  it('are left to their leader where all are busy', () => {
    const lanes = { assets: 1, drawing: 1, rendering: 1 };
    const films = orders({ films: [filmOfParts(4, 2)], count: 40 });
    const alone = simulate(plant({ workers: 4, lanes }), films);
    const shared = simulate(plant({ workers: 4, lanes, sharing: { handOverS: 0.2 } }), films);
    expect(shared.tookS).toBeLessThanOrEqual(alone.tookS + 1e-6);
  });
});

describe('a server', () => {
  it('begins no more calls within any minute than it allows', () => {
    const film: FilmDemand = { steps: [step({ calls: [{ of: 'picture', seconds: 1 }] })], providersUsd: 0 };
    const servers: Plant['servers'] = new Map([['picture', { atOnce: 100, perMinute: 10 }]]);
    const { waitsS } = simulate(plant({ workers: 100, servers }), orders({ films: [film], count: 35 }));
    const ends = waitsS.map(Math.round);
    expect(ends.filter((end) => end === 1)).toHaveLength(10);
    expect(ends.filter((end) => end === 61)).toHaveLength(10);
    expect(ends.filter((end) => end === 181)).toHaveLength(5);
  });
});

describe('theory', () => {
  const usual = { films: [filmInTurn(1)], perS: 0.7, spread: 'exponential', count: 100_000 } as const;

  it('of one server and chance (M/M/1) is met', () => {
    const { waitsS, used, filmsPerS } = simulate(plant(), orders({ ...usual, seed: 7 }));
    const mean = waitsS.reduce((sum, waitS) => sum + waitS, 0) / waitsS.length;
    // 1 / (service rate − arrival rate)
    expect(mean / (1 / (1 - 0.7))).toBeGreaterThan(0.95);
    expect(mean / (1 / (1 - 0.7))).toBeLessThan(1.05);
    expect(used.get('machines')).toBeCloseTo(0.7, 1);
    expect(filmsPerS).toBeCloseTo(0.7, 1);
    const sorted = [...waitsS].sort((a, b) => a - b);
    // It is exponential too: its median is the mean times ln 2.
    expect((sorted[50_000] ?? 0) / (Math.LN2 / 0.3)).toBeCloseTo(1, 1);
  });

  it('of several servers and chance (M/M/c) is met', () => {
    const [workers, load] = [4, 0.8];
    const { waitsS } = simulate(plant({ workers }), orders({ ...usual, perS: workers * load, seed: 3 }));
    const mean = waitsS.reduce((sum, waitS) => sum + waitS, 0) / waitsS.length;
    expect(mean / (1 + erlangC(workers, load) / (workers * (1 - load)))).toBeGreaterThan(0.95);
    expect(mean / (1 + erlangC(workers, load) / (workers * (1 - load)))).toBeLessThan(1.05);
  });

  it('repeats with its seed, and does not with another', () => {
    const run = (seed: number) => simulate(plant(), orders({ ...usual, count: 50, seed })).waitsS;
    expect(run(5)).toEqual(run(5));
    expect(run(5)).not.toEqual(run(6));
  });
});

/** How likely somebody has to wait, by Erlang's formula. */
function erlangC(servers: number, load: number): number {
  const offered = servers * load;
  let term = 1;
  let sum = 0;
  for (let count = 0; count < servers; count += 1) {
    sum += term;
    term *= offered / (count + 1);
  }
  const waiting = term / (1 - load);
  return waiting / (sum + waiting);
}

const chancePlant = fc.record({
  workers: fc.integer({ min: 1, max: 12 }),
  concurrency: fc.integer({ min: 1, max: 3 }),
  cores: fc.integer({ min: 1, max: 4 }),
  lanes: fc.record({
    assets: fc.integer({ min: 1, max: 3 }),
    drawing: fc.integer({ min: 1, max: 2 }),
    rendering: fc.constant(1),
  }),
  sharing: fc.option(fc.record({ handOverS: fc.double({ min: 0, max: 2, noNaN: true }) })),
  database: fc.record({
    cores: fc.integer({ min: 1, max: 3 }),
    commitsPerS: fc.integer({ min: 5, max: 50 }),
    connections: fc.integer({ min: 4, max: 40 }),
    connectionsPerWorker: fc.integer({ min: 1, max: 4 }),
    idleCpuS: fc.double({ min: 0, max: 0.05, noNaN: true }),
    idleCommits: fc.double({ min: 0, max: 0.3, noNaN: true }),
  }),
  storage: fc.record({
    requestsPerS: fc.integer({ min: 2, max: 50 }),
    bytesPerS: fc.integer({ min: 10, max: 1000 }),
  }),
  servers: fc
    .record({ atOnce: fc.integer({ min: 1, max: 5 }), perMinute: fc.integer({ min: 5, max: 200 }) })
    .map((limits) => new Map([['voice', limits] as const])),
});

const chanceStep = (after: readonly number[]) =>
  fc
    .record({
      lane: fc.constantFrom('assets', 'drawing', 'rendering', null),
      calls: fc.array(
        fc.record({
          of: fc.constant('voice' as const),
          seconds: fc.double({ min: 0.1, max: 5, noNaN: true }),
        }),
        { maxLength: 1 },
      ),
      coreS: fc.double({ min: 0, max: 5, noNaN: true }),
      cores: fc.integer({ min: 1, max: 4 }),
      storedBytes: fc.integer({ min: 0, max: 500 }),
      requests: fc.integer({ min: 0, max: 5 }),
      databaseCpuS: fc.double({ min: 0, max: 1, noNaN: true }),
      commits: fc.integer({ min: 0, max: 10 }),
      isPart: fc.boolean(),
    })
    .map((parts) => step({ ...parts, after }));

const chanceFilm: fc.Arbitrary<FilmDemand> = fc
  .integer({ min: 1, max: 5 })
  .chain((parts) =>
    fc.tuple(
      chanceStep([]),
      ...Array.from({ length: parts }, () => chanceStep([0])),
      chanceStep(Array.from({ length: parts }, (_, at) => at + 1)),
    ),
  )
  .map((steps) => ({ steps, providersUsd: 0 }));

describe('whatever the plant', () => {
  it('no resource bears more than its capacity, and all films are made', () => {
    fc.assert(
      fc.property(chancePlant, chanceFilm, fc.integer({ min: 1, max: 30 }), (house, film, count) => {
        const { films, tookS, filmsPerS, used } = simulate(house, orders({ films: [film], count }));
        if (bottleneckOf(house, [film]).filmsPerS === 0) {
          expect(films).toBe(0);
          return;
        }
        expect(films).toBe(count);
        for (const [resource, bound] of boundsOf(house, [film])) {
          // The first minute's calls may all be begun at once, before any time has passed.
          const most = resource.endsWith('a minute') ? bound * (1 + 60 / tookS) : bound;
          expect(filmsPerS).toBeLessThanOrEqual(most * (1 + 1e-9));
        }
        for (const [resource, share] of used)
          expect(share).toBeLessThanOrEqual(resource.endsWith('a minute') ? 1 + 60 / tookS : 1 + 1e-9);
      }),
      { numRuns: 300 },
    );
  });

  it('films in the house are their rate times their time in it (Little)', () => {
    const ordered = fc.option(fc.double({ min: 0.01, max: 10, noNaN: true }));
    fc.assert(
      fc.property(chancePlant, chanceFilm, ordered, (house, film, perS) => {
        const found = simulate(house, orders({ films: [film], count: 15, perS, spread: 'even' }));
        const meanS = found.waitsS.reduce((sum, waitS) => sum + waitS, 0) / Math.max(1, found.films);
        expect(found.inHouse).toBeCloseTo(found.filmsPerS * meanS, 6);
      }),
      { numRuns: 200 },
    );
  });

  it('what is used of a resource is the rate times what a film asks for', () => {
    fc.assert(
      fc.property(chancePlant, chanceFilm, (house, film) => {
        const plain = { ...house, database: { ...house.database, idleCpuS: 0, idleCommits: 0 } };
        const { filmsPerS, used } = simulate(plain, orders({ films: [film], count: 12 }));
        for (const [resource, bound] of boundsOf(plain, [film])) {
          // What helpers fetch comes on top of what is stored; nobody accounts for lanes and leading.
          if (isOwn(resource) && resource !== 'machines') continue;
          expect(used.get(resource)).toBeCloseTo(filmsPerS / bound, 6);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('more workers make more, until something else is full', () => {
    const film: FilmDemand = {
      steps: [step({ coreS: 10, databaseCpuS: 0.5 })],
      providersUsd: 0,
    };
    const rates = [1, 2, 4, 8, 16, 20, 40, 80].map((workers) => {
      const { filmsPerS } = simulate(plant({ workers }), orders({ films: [film], count: 400 }));
      return filmsPerS;
    });
    for (const [at, rate] of rates.entries())
      expect(rate).toBeGreaterThanOrEqual((rates[at - 1] ?? 0) * (1 - 1e-9));
    expect(rates[1]).toBeCloseTo(2 * (rates[0] ?? 0), 2);
    // The database bears two a second.
    expect(rates.at(-1)).toBeLessThanOrEqual(2);
    expect(rates.at(-1)).toBeGreaterThan(1.9);
  });

  it('films that wait for servers are bounded by how many are led at once', () => {
    const film: FilmDemand = { steps: [step({ calls: [{ of: 'script', seconds: 10 }] })], providersUsd: 0 };
    const house = plant({
      ...{ workers: 3, concurrency: 2 },
      servers: new Map([['script', { atOnce: 1000, perMinute: 10_000 }]]),
    });
    expect(bottleneckOf(house, [film])).toEqual({ resource: 'leading', filmsPerS: 0.6 });
    expect(simulate(house, orders({ films: [film], count: 60 })).filmsPerS).toBeCloseTo(0.6, 6);
  });

  it('workers that find no session make nothing, and what they ask at rest is lost to films', () => {
    const film = filmInTurn(1);
    const few = plant({ workers: 10, database: database({ connections: 7, connectionsPerWorker: 2 }) });
    expect(simulate(few, orders({ films: [film], count: 30 })).tookS).toBeCloseTo(10, 9);
    const full = plant({ workers: 10, database: database({ idleCpuS: 0.1 }) });
    expect(simulate(full, orders({ films: [film] }))).toMatchObject({ films: 0, filmsPerS: 0 });
  });
});
