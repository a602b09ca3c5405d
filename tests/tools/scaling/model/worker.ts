import type { Agenda } from './agenda';
import type { Lane } from './film-demand';
import type { Plant } from './plant';
import { Processors } from './processors';
import { Station } from './station';
import { WaitingList } from './waiting-list';

/** A step that waits for its worker's lane, or for another worker. */
export interface Waiting {
  lane: Lane;
  /** Whether somebody has begun with it. */
  isTaken: boolean;
  begin: (worker: Worker) => void;
}

/** A worker on its machine: its cores, its network to the storage, and what it has under way in each lane. */
export class Worker {
  readonly processors: Processors;
  /** To the storage and back. */
  readonly network: Station;
  /** Films that it leads. */
  films = 0;
  readonly #lanes: Plant['lanes'];
  readonly #underway = { assets: 0, drawing: 0, rendering: 0 };
  readonly #waiting = {
    assets: new WaitingList<Waiting>(),
    drawing: new WaitingList<Waiting>(),
    rendering: new WaitingList<Waiting>(),
  };

  constructor(agenda: Agenda, { cores, lanes }: Pick<Plant, 'cores' | 'lanes'>) {
    this.processors = new Processors(agenda, cores);
    this.network = new Station(agenda, 1);
    this.#lanes = lanes;
  }

  hasRoom(lane: Lane): boolean {
    return lane === null || this.#underway[lane] < this.#lanes[lane];
  }

  /** Begins with a step, which is nobody else's from now on. */
  take(step: Waiting): void {
    step.isTaken = true;
    if (step.lane) this.#underway[step.lane] += 1;
    step.begin(this);
  }

  wait(step: Waiting): void {
    if (step.lane) this.#waiting[step.lane].push(step);
  }

  /** Ends a step of a lane, and begins with the next one of its own that nobody took. */
  end(lane: Lane): void {
    if (lane === null) return;
    this.#underway[lane] -= 1;
    const waiting = this.#waiting[lane];
    while (waiting.length > 0 && this.hasRoom(lane)) {
      const next = waiting.shift();
      if (next && !next.isTaken) this.take(next);
    }
  }
}
