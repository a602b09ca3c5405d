import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { identify, isRunning, type ProcessIdentity } from './process-identity';

/** Who uses a shared resource: one file for each process, so that the last one to leave can close it. */
export class Leases {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Notes that this process uses the resource. */
  async take(): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
    await writeFile(this.#file(process.pid), JSON.stringify(identify()));
  }

  /** Notes that this process has done with it. @returns how many living processes still use it. */
  async giveBack(): Promise<number> {
    await rm(this.#file(process.pid), { force: true });
    return this.count();
  }

  /** Whether this process uses it. */
  isHeld(): Promise<boolean> {
    return this.#isAlive(this.#file(process.pid));
  }

  /** Counts the living users, and forgets the dead ones. */
  async count(): Promise<number> {
    let living = 0;
    for (const name of await readdir(this.#folder)) {
      const path = join(this.#folder, name);
      if (await this.#isAlive(path)) living += 1;
      else await rm(path, { force: true });
    }
    return living;
  }

  #file(pid: number): string {
    return join(this.#folder, `${pid}.json`);
  }

  async #isAlive(path: string): Promise<boolean> {
    try {
      return isRunning(JSON.parse(await readFile(path, 'utf8')) as ProcessIdentity);
    } catch {
      return false;
    }
  }
}
