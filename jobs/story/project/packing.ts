import { PROJECT_FOLDER } from './project-file';

/** Which of a video's files go along, and how many bytes they are together. */
export class Packing {
  readonly #videoId: string;
  readonly #stored: ReadonlyMap<string, number>;
  readonly #mostBytes: number;
  readonly #packed = new Set<string>();
  #bytes = 0;

  /** @param stored bytes of the files below the video's folder, by name */
  constructor(videoId: string, stored: ReadonlyMap<string, number>, mostBytes: number) {
    this.#videoId = videoId;
    this.#stored = stored;
    this.#mostBytes = mostBytes;
  }

  /** Packs files that belong together; false, and none of them is packed, where one is not there. */
  pack(keys: readonly string[]): boolean {
    const names = keys.map((key) => this.#nameOf(key));
    if (!names.every((name) => this.#stored.has(name))) return false;
    for (const name of names) {
      if (!this.#packed.has(name)) this.#bytes += this.#stored.get(name) ?? 0;
      this.#packed.add(name);
    }
    return true;
  }

  /** The same for what may stay behind: it does where there would be too much. */
  packIfRoom(keys: readonly string[]): boolean {
    const added = keys.map((key) => this.#nameOf(key)).filter((name) => !this.#packed.has(name));
    const bytes = added.reduce((sum, name) => sum + (this.#stored.get(name) ?? 0), 0);
    return this.#bytes + bytes <= this.#mostBytes && this.pack(keys);
  }

  /** Whether a file is there at all. */
  has(key: string): boolean {
    return this.#stored.has(this.#nameOf(key));
  }

  /** What a file is called in the zip. */
  pathOf(key: string): string {
    return `${PROJECT_FOLDER}${this.#nameOf(key)}`;
  }

  /** Names of all that is packed, below the video's folder. */
  names(): string[] {
    return [...this.#packed].sort();
  }

  #nameOf(key: string): string {
    return key.slice(this.#videoId.length + 1);
  }
}
