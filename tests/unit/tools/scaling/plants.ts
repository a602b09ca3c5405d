/** Plants and films for tests: everything plenty and nothing asked, but for what a test names. */
import type { FilmDemand, FilmStep } from '#tests/tools/scaling/model/film-demand.ts';
import type { Plant } from '#tests/tools/scaling/model/plant.ts';

/** More than anything here asks for. */
const PLENTY = 1e9;

export function plant(parts: Partial<Plant> = {}): Plant {
  return {
    workers: 1,
    concurrency: 1,
    cores: 1,
    lanes: { assets: PLENTY, drawing: PLENTY, rendering: PLENTY },
    sharing: null,
    storage: { requestsPerS: PLENTY, bytesPerS: PLENTY },
    servers: new Map(),
    ...parts,
    database: database(parts.database),
  };
}

export function database(parts: Partial<Plant['database']> = {}): Plant['database'] {
  return {
    cores: 1,
    commitsPerS: PLENTY,
    connections: PLENTY,
    connectionsPerWorker: 1,
    idleCpuS: 0,
    idleCommits: 0,
    ...parts,
  };
}

export function step(parts: Partial<FilmStep> = {}): FilmStep {
  return {
    ...{ name: 'segment', lane: null, after: [], calls: [], coreS: 0, cores: 1, isPart: false },
    ...{ storedBytes: 0, requests: 0, databaseCpuS: 0, commits: 0 },
    ...parts,
  };
}

/** A film whose steps come one after the other, each taking so many core-seconds. */
export function filmInTurn(...seconds: number[]): FilmDemand {
  const steps = seconds.map((coreS, at) => step({ coreS, after: at === 0 ? [] : [at - 1] }));
  return { steps, providersUsd: 0 };
}

/** A film of a script, parts beside each other and an end. */
export function filmOfParts(parts: number, partS: number): FilmDemand {
  const made = Array.from({ length: parts }, () =>
    step({ coreS: partS, after: [0], lane: 'rendering', isPart: true }),
  );
  const all = made.map((_, at) => at + 1);
  return { steps: [step({ coreS: 1 }), ...made, step({ coreS: 1, after: all })], providersUsd: 0 };
}
