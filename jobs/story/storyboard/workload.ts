/** How long pieces of work take together that share a machine's cores and wait for each other. Pure. */

/** Cores that work keeps busy where it has them; `all` for what takes the whole machine. */
export type WantedCores = number | 'all';

/**
 * What takes the whole machine has more threads ready than there are cores: it paints and encodes in each tab of a
 * browser. So much more of the machine is taken from what runs beside it.
 */
const CROWD = 1.5;
/** No more work is ready at once, for each core, than in the threads and in the browser. */
const MOST_READY = 2;

/** What share of the time that passes a piece of work has, from 0 to 1. @param others beside it */
export function shareOf(own: WantedCores, others: readonly WantedCores[], cores: number): number {
  if (own === 0) return 1;
  const crowd = others.reduce<number>((sum, each) => sum + (each === 'all' ? CROWD * cores : each), 0);
  const wanted = (own === 'all' ? cores : Math.min(own, cores)) + crowd;
  return cores / Math.min(MOST_READY * cores, Math.max(cores, wanted));
}

/** One piece of work. */
export interface WorkPiece {
  /** How long it takes by itself, ms. */
  ms: number;
  /** 0 for what waits for somebody else. */
  cores: WantedCores;
  /** Pieces in the same lane begin in their order, a few at once. */
  lane: string;
  /** Places of the pieces that have to be done before, all of them earlier ones. */
  after: readonly number[];
}

export interface WorkPlace {
  cores: number;
  /** How many pieces of a lane are under way at once; one where it is not named. */
  lanes: Readonly<Record<string, number>>;
}

/** From the beginning of the first piece to the end of the last, ms; pieces share the cores, see `shareOf`. */
export function workloadMs(pieces: readonly WorkPiece[], place: WorkPlace): number {
  const left = pieces.map(({ ms }) => ms);
  const isDone = pieces.map(() => false);
  const running = new Set<number>();
  let passed = 0;
  for (;;) {
    for (const [at, piece] of pieces.entries()) {
      if (isDone[at] || running.has(at) || piece.after.some((other) => !isDone[other])) continue;
      const taken = [...running].filter((other) => pieces[other]?.lane === piece.lane).length;
      if (taken < (place.lanes[piece.lane] ?? 1)) running.add(at);
    }
    if (running.size === 0) return passed;
    const coresOf = (at: number) => pieces[at]?.cores ?? 0;
    const paces = new Map(
      [...running].map((at) => {
        const others = [...running].filter((other) => other !== at).map(coresOf);
        return [at, shareOf(coresOf(at), others, place.cores)] as const;
      }),
    );
    const paceOf = (at: number) => paces.get(at) ?? 1;
    const step = Math.min(...[...running].map((at) => (left[at] ?? 0) / paceOf(at)));
    passed += step;
    for (const at of [...running]) {
      const rest = (left[at] ?? 0) - step * paceOf(at);
      left[at] = rest;
      if (rest > 1e-6) continue;
      isDone[at] = true;
      running.delete(at);
    }
  }
}
