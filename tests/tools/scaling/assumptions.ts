/** What was not measured but taken from others, each with where from; the one place to change it. */
import type { Limits } from './model/call-limits';
import type { Served } from './model/film-demand';

/** Prices are those of on-demand machines as large clouds list them, rounded: check them against your own bill. */
export const PRICES = {
  /** A core of a worker's machine, US dollars an hour. */
  coreHourUsd: 0.04,
  /** The database's machine, by its cores. */
  databaseCoreHourUsd: 0.1,
  /** Amazon S3 Standard: writes and reads, for each request (https://aws.amazon.com/s3/pricing/). */
  writeUsd: 0.000005,
  readUsd: 0.0000004,
} as const;

export const DATABASE = {
  cores: 16,
  /** What Amazon RDS allows at most unless told otherwise: LEAST(memory / 9531392, 5000). */
  connections: 5000,
} as const;

export const STORAGE = {
  /**
   * What Amazon S3 promises below one prefix is 3,500 writes and 5,500 reads a second, and more once it has divided it
   * (https://docs.aws.amazon.com/AmazonS3/latest/userguide/optimizing-performance.html). All count as writes here.
   */
  requestsPerS: 3500,
  /** A machine's network: a gigabit a second. */
  bytesPerS: 125e6,
} as const;

/** From a part's being ready until another worker has it: a notice of the queue, or its poll once a second. */
export const HAND_OVER_S = 0.5;

/** How long calls take, s; nobody measured it, for lack of a key. */
export const CALL_S: Readonly<Record<Served, number>> = { script: 15, picture: 20, voice: 3, wordTimes: 2 };

/** Of a picture or a voice that a server made: to decode, check, cut and store it, core-seconds. */
export const TAKEN_IN_S = 0.3;

/**
 * OpenAI's published limits of its highest tier. Pictures: 250 a minute for `gpt-image-2`
 * (https://developers.openai.com/api/docs/models/gpt-image-2, as read on 2026-05-05; tiers 1 to 5: 5, 20, 50, 150, 250).
 * Voices: 2,000 a minute for `gpt-4o-mini-tts` in tier 2 already, taken as the least of a higher one. The others are
 * never the narrowest and are taken to be the same. How many may be under way at once is not limited there.
 */
export const HIGHEST_TIER: ReadonlyMap<Served, Limits> = new Map([
  ['script', { atOnce: 1000, perMinute: 2000 }],
  ['picture', { atOnce: 1000, perMinute: 250 }],
  ['voice', { atOnce: 1000, perMinute: 2000 }],
  ['wordTimes', { atOnce: 1000, perMinute: 2000 }],
]);

/** How many workers are looked at. */
export const WORKERS = [1, 10, 100, 1000] as const;
/** Films that a worker leads at once: what `WORKER_CONCURRENCY` is without being set. */
export const CONCURRENCY = 2;
/** How many films of a backlog there are for each that can be led at once. */
export const ROUNDS = 8;
/** At what share of a backlog's rate films are ordered when the time of each is looked at. */
export const LIKELY_LOAD = 0.8;
