import { symlink } from 'node:fs/promises';
import { LocalStorage } from '#jobs/storage/local.server.ts';

/** Takes no byte: the system's own answer is that there is no space left. */
const FULL_DEVICE = '/dev/full';

/** Files on a disk that has no room for one certain write of all, whoever writes it. */
export class FailingStorage extends LocalStorage {
  /** Writes begun so far. */
  writes = 0;
  #failing: number | null = null;

  /** From now on counts anew. @param write that fails, from 1; null for none */
  failAt(write: number | null): void {
    this.writes = 0;
    this.#failing = write;
  }

  /** Each file begins as one in the making. */
  override async scratchPath(extension: string): Promise<string> {
    const path = await super.scratchPath(extension);
    this.writes += 1;
    if (this.writes === this.#failing) await symlink(FULL_DEVICE, path);
    return path;
  }
}
