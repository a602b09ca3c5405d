/** The machines and limits that films are made with; a value, nothing is known of it but what stands here. */
import type { Limits } from './call-limits';
import type { Served } from './film-demand';

export interface Plant {
  /** Machines, each with one worker. */
  workers: number;
  /** Films that a worker leads at once. */
  concurrency: number;
  /** Cores of a worker's machine. */
  cores: number;
  /** How many steps of a lane a worker has under way at once. */
  lanes: { assets: number; drawing: number; rendering: number };
  /** How the parts of a film are shared by workers that lead none; null where each makes its own films alone. */
  sharing: {
    /** From a part's being ready until another worker begins with it, s. */
    handOverS: number;
  } | null;
  database: {
    cores: number;
    /** Commits that its log takes in a second. */
    commitsPerS: number;
    /** Sessions that it bears, and how many each worker keeps open. */
    connections: number;
    connectionsPerWorker: number;
    /** What each worker asks of it whether films are made or not: core-seconds and commits in a second. */
    idleCpuS: number;
    idleCommits: number;
  };
  storage: {
    /** Of all workers together. */
    requestsPerS: number;
    /** Of each machine, in both directions together. */
    bytesPerS: number;
  };
  /** Servers that are asked, by what for. */
  servers: ReadonlyMap<Served, Limits>;
}

/** How many of the workers find room in the database. */
export function connectedWorkers({ workers, database }: Plant): number {
  const { connections, connectionsPerWorker } = database;
  if (connectionsPerWorker <= 0) return workers;
  return Math.min(workers, Math.floor(connections / connectionsPerWorker));
}

/**
 * What is left of the database for films, as a share, once all workers have asked what they ask at rest: of its cores and
 * of its log; nothing below 0.
 */
export function databaseLeft(plant: Plant): { cpu: number; log: number } {
  const { cores, commitsPerS, idleCpuS, idleCommits } = plant.database;
  const workers = connectedWorkers(plant);
  return {
    cpu: Math.max(0, 1 - (workers * idleCpuS) / cores),
    log: Math.max(0, 1 - (workers * idleCommits) / commitsPerS),
  };
}
