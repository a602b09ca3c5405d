/** What the simulation finds of each number of workers, and where its curve bends. */
import { percentile } from '#tests/tools/bench/percentile.ts';
import { LIKELY_LOAD, PRICES, ROUNDS } from './assumptions';
import type { MeasuredCosts } from './measured-costs';
import { bottleneckOf, boundsOf, isOwn, type Resource } from './model/bottleneck';
import type { FilmDemand } from './model/film-demand';
import type { Outcome } from './model/orders';
import { connectedWorkers, type Plant } from './model/plant';
import { simulate } from './model/simulate';
import { plantOf, type Scenario, withSessions } from './scenarios';

/** Times are minutes from order to film. */
export interface PlantFinding {
  engines: string;
  workers: number;
  /** Those that found a session at the database. */
  connected: number;
  filmsPerHour: number;
  /** A film ordered while nothing else is made. */
  aloneMinutes: number;
  /** While films are ordered at four fifths of that rate. */
  meanMinutes: number;
  p95Minutes: number;
  /** How much of the machines was used, from 0 to 1. */
  machinesUsed: number;
  /** What bears the fewest films, and how many of those were made, from 0 to 1. */
  narrowest: { resource: Resource | 'sessions'; used: number };
  usdPerFilm: { machines: number; database: number; storage: number; providers: number };
}

/** A backlog is no shorter than that. */
const FEWEST_FILMS = 24;
/** How many films are made alone. */
const ALONE = 4;
/** Share of a database's cores that is used before a larger one is taken, and the smallest one's cores. */
const DATABASE_LOAD = 0.7;
const SMALLEST_DATABASE = 2;

/** What this many workers do; in a second line, what they would where the database had sessions for all. */
export function findingsOf(
  costs: MeasuredCosts,
  scenario: Scenario,
  workers: number,
  seed: number,
): PlantFinding[] {
  const plant = plantOf(costs, scenario, workers);
  const found = [findingOf(costs, plant, scenario, seed)];
  if (connectedWorkers(plant) < workers) found.push(findingOf(costs, withSessions(plant), scenario, seed));
  return found;
}

function findingOf(
  costs: MeasuredCosts,
  plant: Plant,
  { engines, films }: Scenario,
  seed: number,
): PlantFinding {
  const connected = connectedWorkers(plant);
  const count = Math.max(FEWEST_FILMS, ROUNDS * connected * plant.concurrency);
  const usual = { films, spread: 'even', seed } as const;
  const backlog = simulate(plant, { ...usual, count, perS: null });
  const perS = backlog.filmsPerS * LIKELY_LOAD;
  const likely = perS > 0 ? simulate(plant, { ...usual, count, perS }) : backlog;
  const { waitsS } = likely;
  return {
    engines,
    workers: plant.workers,
    connected,
    filmsPerHour: backlog.filmsPerS * 3600,
    aloneMinutes: aloneS(plant, films, seed) / 60,
    meanMinutes: meanOf(waitsS) / 60,
    p95Minutes: percentile(waitsS, 95) / 60,
    machinesUsed: backlog.used.get('machines') ?? 0,
    narrowest: narrowestOf(plant, films, backlog),
    usdPerFilm: usdPerFilm(costs, plant, films, backlog),
  };
}

/** How long a film takes while nothing else is made, s on the mean of a few. */
function aloneS(plant: Plant, films: readonly FilmDemand[], seed: number): number {
  const runs = Array.from({ length: ALONE }, (_, run) =>
    simulate(plant, { films, count: 1, perS: null, spread: 'even', seed: seed + run }),
  );
  return meanOf(runs.flatMap(({ waitsS }) => waitsS));
}

function narrowestOf(
  plant: Plant,
  films: readonly FilmDemand[],
  { filmsPerS }: Outcome,
): PlantFinding['narrowest'] {
  const { resource, filmsPerS: most } = bottleneckOf(plant, films);
  const used = most > 0 ? filmsPerS / most : 1;
  // More workers would help, if the database let them in.
  const isShut = isOwn(resource) && connectedWorkers(plant) < plant.workers;
  return { resource: isShut ? 'sessions' : resource, used };
}

function usdPerFilm(
  { stored, looks }: MeasuredCosts,
  plant: Plant,
  films: readonly FilmDemand[],
  { filmsPerS, used }: Outcome,
): PlantFinding['usdPerFilm'] {
  const coreS = (connectedWorkers(plant) * plant.cores) / filmsPerS;
  const databaseCores = Math.max(
    SMALLEST_DATABASE,
    ((used.get('database') ?? 0) * plant.database.cores) / DATABASE_LOAD,
  );
  const files = Object.values(stored).reduce((sum, kind) => sum + kind.files, 0);
  return {
    machines: (coreS * PRICES.coreHourUsd) / 3600,
    database: ((databaseCores / filmsPerS) * PRICES.databaseCoreHourUsd) / 3600,
    storage: files * PRICES.writeUsd + looks * PRICES.readUsd,
    providers: meanOf(films.map(({ providersUsd }) => providersUsd)),
  };
}

export interface Bend {
  resource: Resource | 'sessions';
  /** How many workers it takes until it is narrower than what they bring along. */
  workers: number;
  /** Films an hour that are made then. */
  filmsPerHour: number;
}

/** Up to how many workers is looked for bends, and how many are told. */
const MOST_WORKERS = 10_000;
const MOST_BENDS = 5;

/** Where each shared resource becomes narrower than what workers bring along, if all others were plenty; the first one first. */
export function bendsOf(costs: MeasuredCosts, scenario: Scenario): Bend[] {
  const { films } = scenario;
  const boundsAt = (workers: number) => boundsOf(withSessions(plantOf(costs, scenario, workers)), films);
  const ownBound = (bounds: ReadonlyMap<Resource, number>) =>
    Math.min(...[...bounds].filter(([resource]) => isOwn(resource)).map(([, bound]) => bound));
  const filmsPerHour = (workers: number) => ownBound(boundsAt(workers)) * 3600;
  const found = [...boundsAt(1).keys()].flatMap((resource): Bend[] => {
    if (isOwn(resource)) return [];
    const isNarrower = (workers: number) => {
      const bounds = boundsAt(workers);
      return (bounds.get(resource) ?? 0) < ownBound(bounds);
    };
    const workers = firstThat(isNarrower);
    return workers === null ? [] : [{ resource, workers, filmsPerHour: filmsPerHour(workers) }];
  });
  const { connections, connectionsPerWorker } = plantOf(costs, scenario, 1).database;
  const beyond = Math.floor(connections / connectionsPerWorker) + 1;
  found.push({ resource: 'sessions', workers: beyond, filmsPerHour: filmsPerHour(beyond) });
  return found.sort((a, b) => a.workers - b.workers).slice(0, MOST_BENDS);
}

/** The least number for which it is so, where it stays so; null where it never is. */
function firstThat(isSo: (count: number) => boolean): number | null {
  if (!isSo(MOST_WORKERS)) return null;
  let [not, so] = [0, MOST_WORKERS];
  while (so - not > 1) {
    const middle = Math.floor((not + so) / 2);
    if (isSo(middle)) so = middle;
    else not = middle;
  }
  return so;
}

/** What the simulation says of the very machine on which films were measured, beside what it did. */
export interface Check {
  what: string;
  measured: number;
  simulated: number;
}

export function checksOf(costs: MeasuredCosts, builtIn: Scenario, seed: number): Check[] {
  const { backlog, films } = costs;
  // One machine has nobody to share with, and its disk is its storage.
  const plant: Plant = { ...plantOf(costs, builtIn, 1), concurrency: backlog.concurrency, sharing: null };
  const many = simulate(plant, {
    films: builtIn.films,
    count: backlog.films,
    perS: null,
    spread: 'none',
    seed,
  });
  return [
    {
      what: 's from order to film, nothing else being made',
      measured: meanOf(films.map(({ tookS }) => tookS)),
      simulated: meanOf(
        builtIn.films.map(
          (film) => simulate(plant, { films: [film], count: 1, perS: null, spread: 'none', seed }).tookS,
        ),
      ),
    },
    { what: `s until ${backlog.films} films are made`, measured: backlog.tookS, simulated: many.tookS },
  ];
}

function meanOf(values: readonly number[]): number {
  return values.length === 0 ? Number.NaN : values.reduce((sum, value) => sum + value, 0) / values.length;
}
