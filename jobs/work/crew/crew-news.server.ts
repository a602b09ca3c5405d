import type { Db } from '#jobs/db/client.server.ts';
import type { WorkerAbilities } from '#jobs/db/workers/worker-abilities.ts';
import { type LivingWorker, listWorkers, takesWork } from '#jobs/db/workers/workers.server.ts';
import type { ErrandKind } from '#jobs/ports/errands.ts';

/** For how long what was read of the others holds, ms. */
const NEWS_MS = 2_000;

/** Who else is there, as it was a moment ago. */
export class CrewNews {
  readonly #db: Db;
  readonly #id: string;
  readonly #abilities: WorkerAbilities;
  #others: Promise<LivingWorker[]> | null = null;
  #readAt = 0;

  /** @param id of the worker that asks, and what it can do itself */
  constructor(db: Db, id: string, abilities: WorkerAbilities) {
    this.#db = db;
    this.#id = id;
    this.#abilities = abilities;
  }

  /** The other workers that take work; none where the database is away. */
  async others(): Promise<LivingWorker[]> {
    if (!this.#others || Date.now() - this.#readAt >= NEWS_MS) {
      this.#readAt = Date.now();
      this.#others = listWorkers(this.#db)
        .then((all) => all.filter((worker) => worker.id !== this.#id && takesWork(worker)))
        .catch(() => []);
    }
    return this.#others;
  }

  /** By which name others make the same as this worker; null where there is no other. */
  async sharedWith(kind: ErrandKind): Promise<string | null> {
    const alike = this.#abilities.errands[kind];
    if (alike === undefined) return null;
    const others = await this.others();
    return others.some(({ abilities }) => abilities.errands[kind] === alike) ? alike : null;
  }
}
