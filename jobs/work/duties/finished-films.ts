/** Films that were finished within this are looked at though others are being made, ms: somebody may wait for a word. */
const NEW_MS = 60 * 60_000;
/** Where there was no older film to look at, none is looked for for so long, ms. */
const REST_MS = 60_000;

/** Finished films in the order in which they are looked at: new ones at once, older ones where nothing else is to do. */
export class FinishedFilms<Film> {
  readonly #claim: (since: Date | null) => Promise<Film | null>;
  #restsUntil = 0;

  /** @param claim takes the newest that was finished since then, or of all with null */
  constructor(claim: (since: Date | null) => Promise<Film | null>) {
    this.#claim = claim;
  }

  /** @param isIdle whether no film is being made here */
  async next(isIdle: boolean): Promise<Film | null> {
    const isForAll = isIdle && Date.now() >= this.#restsUntil;
    const film = await this.#claim(isForAll ? null : new Date(Date.now() - NEW_MS));
    if (!film && isForAll) this.#restsUntil = Date.now() + REST_MS;
    return film;
  }
}
