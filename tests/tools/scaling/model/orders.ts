/** What is ordered of a plant, and what comes of it. Times are s. */
import type { Resource } from './bottleneck';
import type { FilmDemand } from './film-demand';

export interface Orders {
  /** What films ask for; each that comes is one of these by chance. */
  films: readonly FilmDemand[];
  count: number;
  /** Films ordered in a second, by chance (Poisson); null where all are ordered at the beginning. */
  perS: number | null;
  /**
   * How much a step's own work differs from film to film: `none`, `even` for a quarter more or less, `exponential` for
   * the memoryless case that has a formula.
   */
  spread: 'none' | 'even' | 'exponential';
  seed: number;
}

export interface Outcome {
  /** Films made; none where the database has nothing left for them. */
  films: number;
  /** From the first order to the last film, s. */
  tookS: number;
  filmsPerS: number;
  /** From order to film of each, s, in the order in which they were finished. */
  waitsS: readonly number[];
  /** Films ordered and not yet made, on the mean over that time. */
  inHouse: number;
  /** How much of each resource was used, from 0 to 1, what workers ask at rest included. */
  used: ReadonlyMap<Resource, number>;
}
