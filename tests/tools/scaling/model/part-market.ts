import type { Lane } from './film-demand';
import { WaitingList } from './waiting-list';
import type { Waiting, Worker } from './worker';

/** Where parts of films wait for workers that lead none, the first that was ready first. */
export class PartMarket {
  readonly #parts = new Map<Lane, WaitingList<Waiting>>();
  readonly #idle = new Set<Worker>();

  /** Offers a part whose own worker has no room for it just now. */
  offer(part: Waiting): void {
    for (const worker of this.#idle)
      if (worker.hasRoom(part.lane)) {
        worker.take(part);
        return;
      }
    const parts = this.#parts.get(part.lane) ?? new WaitingList<Waiting>();
    this.#parts.set(part.lane, parts);
    parts.push(part);
  }

  /** Tells that a worker leads no film any more: it takes what it has room for. */
  welcome(worker: Worker): void {
    this.#idle.add(worker);
    this.serve(worker);
  }

  /** Tells that a worker leads a film now. */
  dismiss(worker: Worker): void {
    this.#idle.delete(worker);
  }

  /** Tells that a worker may have room again. */
  serve(worker: Worker): void {
    if (!this.#idle.has(worker)) return;
    for (const [lane, parts] of this.#parts)
      while (parts.length > 0 && worker.hasRoom(lane)) {
        const part = parts.shift();
        if (part && !part.isTaken) worker.take(part);
      }
  }
}
