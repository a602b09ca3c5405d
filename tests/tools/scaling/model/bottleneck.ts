/** What no plant can do more than: each resource's capacity against what a film asks of it. Pure. */
import { demandOf, type FilmDemand, type FilmStep, type Lane, type Served } from './film-demand';
import { connectedWorkers, databaseLeft, type Plant } from './plant';

/** What each worker brings along: its cores, its network, its lanes, and how many films it leads at once. */
type OwnResource = 'machines' | 'network' | 'leading' | `${NonNullable<Lane>} lane`;

export type Resource =
  | OwnResource
  | 'database'
  | 'log'
  | 'requests'
  | `${Served} at once`
  | `${Served} a minute`;

const OWN: ReadonlySet<Resource> = new Set<OwnResource>([
  ...(['machines', 'network', 'leading', 'assets lane', 'drawing lane', 'rendering lane'] as const),
]);

/** Whether there is more of it with every worker. */
export function isOwn(resource: Resource): boolean {
  return OWN.has(resource);
}

/** Films a second that each resource could bear if all else were plenty; Infinity where nothing is asked of it. */
export function boundsOf(plant: Plant, films: readonly FilmDemand[]): ReadonlyMap<Resource, number> {
  const demands = films.map(demandOf);
  const mean = (of: (demand: ReturnType<typeof demandOf>) => number) =>
    demands.reduce((sum, demand) => sum + of(demand), 0) / demands.length;
  const workers = connectedWorkers(plant);
  const left = databaseLeft(plant);
  const { database, storage } = plant;
  const bounds = new Map<Resource, number>();
  const bound = (resource: Resource, capacity: number, demand: number) =>
    bounds.set(resource, demand > 0 ? capacity / demand : Number.POSITIVE_INFINITY);
  bound(
    'machines',
    workers * plant.cores,
    mean(({ coreS }) => coreS),
  );
  bound(
    'network',
    workers * storage.bytesPerS,
    mean(({ storedBytes }) => storedBytes),
  );
  bound(
    'database',
    database.cores * left.cpu,
    mean(({ databaseCpuS }) => databaseCpuS),
  );
  bound(
    'log',
    database.commitsPerS * left.log,
    mean(({ commits }) => commits),
  );
  bound(
    'requests',
    storage.requestsPerS,
    mean(({ requests }) => requests),
  );
  const steps = films.flatMap((film) => film.steps);
  for (const lane of ['assets', 'drawing', 'rendering'] as const) {
    const heldS = steps
      .filter((step) => step.lane === lane)
      .reduce((sum, step) => sum + leastS(plant, step), 0);
    bound(`${lane} lane`, workers * plant.lanes[lane], heldS / films.length);
  }
  const ledS = films.reduce((sum, film) => sum + longestWayS(plant, film), 0);
  bound('leading', workers * plant.concurrency, ledS / films.length);
  for (const [of, { atOnce, perMinute }] of plant.servers) {
    bound(
      `${of} at once`,
      atOnce,
      mean(({ calls }) => calls.get(of)?.seconds ?? 0),
    );
    bound(
      `${of} a minute`,
      perMinute / 60,
      mean(({ calls }) => calls.get(of)?.calls ?? 0),
    );
  }
  return bounds;
}

/** How long a step takes at least, with everything for itself. */
function leastS(plant: Plant, { calls, coreS, cores, databaseCpuS }: FilmStep): number {
  const callS = calls.reduce((sum, { seconds }) => sum + seconds, 0);
  return callS + databaseCpuS + coreS / Math.min(cores, plant.cores);
}

/** How long a film takes at least: its steps that have to wait for each other, one after the other. */
function longestWayS(plant: Plant, { steps }: FilmDemand): number {
  const ends: number[] = [];
  for (const step of steps) {
    const begin = Math.max(0, ...step.after.map((other) => ends[other] ?? 0));
    ends.push(begin + leastS(plant, step));
  }
  return Math.max(...ends);
}

/** The resource that bears the fewest films, and how many a second. */
export function bottleneckOf(
  plant: Plant,
  films: readonly FilmDemand[],
): { resource: Resource; filmsPerS: number } {
  let least: { resource: Resource; filmsPerS: number } = {
    resource: 'machines',
    filmsPerS: Number.POSITIVE_INFINITY,
  };
  for (const [resource, filmsPerS] of boundsOf(plant, films))
    if (filmsPerS < least.filmsPerS) least = { resource, filmsPerS };
  return least;
}
