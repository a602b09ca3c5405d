/** Who works beside whom in one worker: a suspect alone, all others side by side. */

interface Guest {
  isAlone: boolean;
  enter(): void;
}

/** Lets work begin in the order in which it came. */
export class WorkLine {
  readonly #places: number;
  readonly #onClosed: (isClosed: boolean) => void;
  readonly #line: Guest[] = [];
  /** Those at work, whoever works alone included. */
  #atWork = 0;
  #isAloneAtWork = false;
  #isClosed = false;
  #isOver = false;

  /**
   * @param places that work goes on in at once
   * @param onClosed told when others should not come any more, and when they may again: while anybody works alone, or
   *   waits for it
   */
  constructor(places: number, onClosed: (isClosed: boolean) => void) {
    this.#places = places;
    this.#onClosed = onClosed;
  }

  /** Whether others should not come. */
  get isClosed(): boolean {
    return this.#isClosed;
  }

  /**
   * Does the work once its turn has come.
   * @param isAlone whether all others have to be done before, and wait meanwhile
   * @param work is given what lets others work beside it after all
   */
  async among<T>(isAlone: boolean, work: (open: () => void) => Promise<T>): Promise<T> {
    await new Promise<void>((enter) => {
      this.#line.push({ isAlone, enter });
      this.#advance();
    });
    let holdsDoor = isAlone;
    const open = () => {
      if (!holdsDoor) return;
      holdsDoor = false;
      this.#isAloneAtWork = false;
      this.#advance();
    };
    try {
      return await work(open);
    } finally {
      this.#atWork -= 1;
      open();
      this.#advance();
    }
  }

  /** Lets all who wait begin: the worker is stopping, and whatever begins hands itself back. */
  end(): void {
    this.#isOver = true;
    this.#advance();
  }

  #advance(): void {
    for (let next = this.#line[0]; next && this.#admits(next); next = this.#line[0]) {
      this.#line.shift();
      this.#atWork += 1;
      if (next.isAlone) this.#isAloneAtWork = true;
      next.enter();
    }
    const isClosed = this.#isAloneAtWork || this.#line.some(({ isAlone }) => isAlone);
    if (isClosed === this.#isClosed || this.#isOver) return;
    this.#isClosed = isClosed;
    this.#onClosed(isClosed);
  }

  #admits({ isAlone }: Guest): boolean {
    if (this.#isOver) return true;
    return isAlone ? this.#atWork === 0 : !this.#isAloneAtWork && this.#atWork < this.#places;
  }
}
