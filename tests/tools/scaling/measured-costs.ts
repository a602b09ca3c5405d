/** What one film costs, as it was measured on a machine: the simulation's one source of figures that are ours. */
import { z } from 'zod';

const amount = z.number().nonnegative();
const STORED = ['script', 'voice', 'picture', 'segment', 'sound', 'film'] as const;
/** The kinds of files that a film's steps store. */
export type StoredKind = (typeof STORED)[number];

const scene = z.object({
  voiceS: amount,
  /** Null for a scene that is told without a picture. */
  pictureS: amount.nullable(),
  segmentS: amount,
});

const film = z.object({
  /** How long it is. */
  lengthS: amount,
  /** From its row to its film, nothing else being made. */
  tookS: amount,
  scriptS: amount,
  /** Music and mix. */
  soundS: amount,
  /** To put it together. */
  joinS: amount,
  scenes: z.array(scene).nonempty(),
});

/** `commits` are those of transactions that wrote something. */
const database = z.object({ statements: amount, commits: amount, cpuS: amount, queueStatements: amount });

export const costsSchema = z.object({
  /** Day, ISO 8601, and cores of the machine. */
  at: z.string(),
  cores: z.number().int().positive(),
  /** Films made one after the other, by one worker. Their steps' times are by themselves, see `WorkClock`. */
  films: z.array(film).nonempty(),
  /** Core-seconds of the worker and all that it started, for each film. */
  workerCpuS: amount,
  /** For each film. */
  database,
  /** For each second of a worker that waits. */
  atRest: database,
  /** Sessions that a worker has open, the most that were seen. */
  connections: amount,
  /** Commits that this machine's disk took in a second from sixteen clients. */
  commitsPerS: amount,
  /** For each film, by what was stored: files and their bytes. */
  stored: z.record(z.enum(STORED), z.object({ files: amount, bytes: amount })),
  /** Further questions to the storage for each film: whether something is there, what is there, removals. */
  looks: amount,
  /** The same worker with several films ordered at once. */
  backlog: z.object({
    films: z.number().int().positive(),
    concurrency: z.number().int().positive(),
    tookS: amount,
  }),
});

export type MeasuredCosts = z.infer<typeof costsSchema>;
export type MeasuredFilm = MeasuredCosts['films'][number];
