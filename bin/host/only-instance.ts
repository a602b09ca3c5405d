import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withFileLock } from './file-lock';
import { identify, isRunning, type ProcessIdentity } from './process-identity';

/** The note that a running StoryShort leaves in its data folder. */
interface Note {
  process: ProcessIdentity;
  url: string | null;
}

/** One StoryShort for each data folder. */
export class OnlyInstance {
  readonly #note: string;
  readonly #lock: string;

  constructor(dataDir: string) {
    this.#note = join(dataDir, 'run', 'instance.json');
    this.#lock = join(dataDir, 'run', 'instance.lock');
  }

  /** Claims the data folder. @returns null, or where the StoryShort that has it can be found. */
  claim(): Promise<{ url: string | null } | null> {
    return withFileLock(this.#lock, async () => {
      const other = await this.#read();
      if (other && isRunning(other.process)) return { url: other.url };
      await this.#write(null);
      return null;
    });
  }

  async announce(url: string): Promise<void> {
    await this.#write(url);
  }

  async release(): Promise<void> {
    await rm(this.#note, { force: true });
  }

  async #write(url: string | null): Promise<void> {
    const process = identify();
    await mkdir(join(this.#note, '..'), { recursive: true });
    await writeFile(this.#note, JSON.stringify({ process, url }));
  }

  async #read(): Promise<Note | null> {
    try {
      return JSON.parse(await readFile(this.#note, 'utf8')) as Note;
    } catch {
      return null;
    }
  }
}
