/** Makes a picture's small sizes, each once, and keeps them beside it: they go when its video goes. */
import pLimit from 'p-limit';
import sharp from 'sharp';
import type { Storage } from '#jobs/ports/storage.ts';
import type { Thumbnail } from '#jobs/storage/thumbnail.ts';

/** Good enough for a small picture beside its whole one, of 100. */
const QUALITY = 76;
/** More pixels than any picture of a film has: a larger file is not decoded. */
const MOST_PIXELS = 40_000_000;

export class Thumbnails {
  readonly #storage: Storage;
  /** One at a time: a page asks for dozens at once, and each is held in memory whole. */
  readonly #turn = pLimit(1);
  readonly #making = new Map<string, Promise<boolean>>();

  constructor(storage: Storage) {
    this.#storage = storage;
  }

  /**
   * Sees to it that the small picture is stored.
   * @returns false where there is no whole picture to make it of
   * @throws what reading, shrinking or storing throws
   */
  async provide(key: string, thumbnail: Thumbnail): Promise<boolean> {
    if (await this.#storage.has(key)) return true;
    const begun = this.#making.get(key);
    if (begun) return begun;
    const making = this.#turn(() => this.#make(key, thumbnail)).finally(() => this.#making.delete(key));
    this.#making.set(key, making);
    return making;
  }

  async #make(key: string, { picture, width }: Thumbnail): Promise<boolean> {
    if (!(await this.#storage.has(picture))) return false;
    const small = await sharp(await this.#storage.localPath(picture), { limitInputPixels: MOST_PIXELS })
      .rotate()
      .resize({ width, withoutEnlargement: true })
      .webp({ quality: QUALITY })
      .toBuffer();
    await this.#storage.put(key, small);
    return true;
  }
}
