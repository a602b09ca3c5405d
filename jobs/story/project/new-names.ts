/** Names of files in a video's new home: each stands for one file of the zip, and each file has one. */
export class NewNames {
  readonly #videoId: string;
  readonly #keys = new Map<string, string>();
  readonly #taken = new Set<string>();

  constructor(videoId: string) {
    this.#videoId = videoId;
  }

  /**
   * The key of a file; it stays what it was at the first asking.
   * @param path in the zip
   * @param wanted kind and hash, such as `voice-0123…`, the likeliest first: a name that is taken is passed over
   * @param rest what comes behind: its ending, and what tells it from others of the same name
   */
  keyFor(path: string, wanted: readonly string[], rest = endingOf(path)): string {
    const known = this.#keys.get(path);
    if (known !== undefined) return known;
    const key = this.#firstFree(wanted, rest);
    this.#taken.add(key);
    this.#keys.set(path, key);
    return key;
  }

  /** Keys of all files that were named, by their path in the zip. */
  all(): ReadonlyMap<string, string> {
    return this.#keys;
  }

  #firstFree(wanted: readonly string[], rest: string): string {
    for (let round = 1; ; round++) {
      for (const name of wanted) {
        const key = `${this.#videoId}/${name}${round === 1 ? '' : `-${round}`}${rest}`;
        if (!this.#taken.has(key)) return key;
      }
    }
  }
}

/** What a file's name ends in, with its dot. */
function endingOf(path: string): string {
  return path.slice(path.lastIndexOf('.'));
}
