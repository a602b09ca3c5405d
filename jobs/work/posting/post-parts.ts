/** What a worker makes films ready to be posted with. */
import type { Logger } from 'pino';
import type { Db } from '#jobs/db/client.server.ts';
import type { FilmSigner } from '#jobs/ports/film-signer.ts';
import type { PostMaker } from '#jobs/ports/post-maker.ts';
import type { Storage } from '#jobs/ports/storage.ts';
import type { PlanContext } from '#jobs/story/film/plan.ts';

export interface PostParts {
  db: Db;
  storage: Storage;
  maker: PostMaker;
  signer: FilmSigner;
  context: PlanContext;
  log: Logger;
  /** The worker's end: what is under way is given back. */
  signal: AbortSignal;
}
