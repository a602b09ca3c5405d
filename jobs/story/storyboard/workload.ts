/** How long pieces of work take together that share a machine's cores and wait for each other. */

/** One piece of work. */
export interface WorkPiece {
  /** How long it takes by itself, ms. */
  ms: number;
  /** Cores that it keeps busy; 0 for what waits for somebody else. */
  cores: number;
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

/** From the beginning of the first piece to the end of the last, ms; pieces share the cores evenly. */
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
    const wanted = [...running].reduce((sum, at) => sum + (pieces[at]?.cores ?? 0), 0);
    const share = Math.min(1, place.cores / Math.max(1, wanted));
    const paceOf = (at: number) => (pieces[at]?.cores === 0 ? 1 : share);
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
