/** What a film asks of machines, of the database, of the storage and of servers. Times are s. */

/** Steps of a film, as `jobs/pipeline.ts` takes them. */
export type StepName = 'script' | 'voice' | 'picture' | 'segment' | 'sound' | 'film';

/** In which lane of its worker a step waits, see `Workshop`; those of no lane begin at once. */
export type Lane = 'assets' | 'drawing' | 'rendering' | null;

export type Served = 'script' | 'picture' | 'voice' | 'wordTimes';

export interface FilmStep {
  name: StepName;
  lane: Lane;
  /** Places of the steps that have to be done before, all of them earlier ones. */
  after: readonly number[];
  /** Calls of a server, one after the other, before anything is done here. */
  calls: readonly { of: Served; seconds: number }[];
  /** Core-seconds of a worker's machine. */
  coreS: number;
  /** Cores that it keeps busy where it has them. */
  cores: number;
  /** Bytes that it stores: who goes on with them and did not make them has to fetch them first. */
  storedBytes: number;
  /** Asked of the storage. */
  requests: number;
  /** Of the database. */
  databaseCpuS: number;
  commits: number;
  /** Whether it may be made by another worker than the one that leads the film. */
  isPart: boolean;
}

export interface FilmDemand {
  steps: readonly FilmStep[];
  /** What servers take for it, US dollars. */
  providersUsd: number;
}

/** What the steps of a film ask for in all. */
export function demandOf({ steps }: FilmDemand): {
  coreS: number;
  databaseCpuS: number;
  commits: number;
  requests: number;
  storedBytes: number;
  calls: ReadonlyMap<Served, { calls: number; seconds: number }>;
} {
  const sum = (of: (step: FilmStep) => number) => steps.reduce((total, step) => total + of(step), 0);
  const calls = new Map<Served, { calls: number; seconds: number }>();
  for (const { of, seconds } of steps.flatMap((step) => step.calls)) {
    const before = calls.get(of) ?? { calls: 0, seconds: 0 };
    calls.set(of, { calls: before.calls + 1, seconds: before.seconds + seconds });
  }
  return {
    coreS: sum((step) => step.coreS),
    databaseCpuS: sum((step) => step.databaseCpuS),
    commits: sum((step) => step.commits),
    requests: sum((step) => step.requests),
    storedBytes: sum((step) => step.storedBytes),
    calls,
  };
}
