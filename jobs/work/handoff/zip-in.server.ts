/** Zips that somebody sent: nothing in them is believed, and nothing is read before its size is known. */
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { writingToDisk } from '#jobs/ports/disk-fault.ts';
import { damagedZip, notAZip, tooMuch, unsafeZip } from '#jobs/story/project/project-faults.ts';
import {
  FREE_BYTES,
  MAX_PROJECT_BYTES,
  MAX_PROJECT_FILES,
  MAX_RATIO,
} from '#jobs/story/project/project-limits.ts';

/** Kind of a file, and that of a link, in the upper half of what Unix says of an entry. */
const KIND = 0o170000;
const LINK = 0o120000;
const FOLDER = 0o040000;
const PLAIN = 0o100000;

/** A file of a zip that was written to this machine. */
export interface Unpacked {
  bytes: number;
  sha256: string;
}

export class ZipIn {
  readonly #zip: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;

  private constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>) {
    this.#zip = zip;
    this.#entries = entries;
  }

  /**
   * Opens a zip and looks through its list of files; whoever opens it closes it.
   * @throws StoryError where it is none, is not safe, or holds too much
   */
  static async open(file: string): Promise<ZipIn> {
    const zip = await openPromise(file, { autoClose: false, strictFileNames: true }).catch(() => {
      throw notAZip();
    });
    try {
      return new ZipIn(zip, await listEntries(zip, (await stat(file)).size));
    } catch (error) {
      zip.close();
      throw error;
    }
  }

  /** Bytes of an entry; null where there is none. */
  bytesOf(path: string): number | null {
    return this.#entries.get(path)?.uncompressedSize ?? null;
  }

  /**
   * Writes an entry to a file of this machine.
   * @returns null where the entry is not there, or is damaged
   * @throws StoryError `disk_full` or `disk_read_only`
   */
  async unpack(path: string, target: string): Promise<Unpacked | null> {
    const entry = this.#entries.get(path);
    if (!entry) return null;
    const hash = createHash('sha256');
    let bytes = 0;
    const counted = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        hash.update(chunk);
        bytes += chunk.length;
        done(null, chunk);
      },
    });
    const out = createWriteStream(target);
    try {
      // The library ends the stream where there is more than the entry says.
      await pipeline(await this.#zip.openReadStreamPromise(entry), counted, out);
    } catch (error) {
      if (out.errored && out.errored === error) return writingToDisk(() => Promise.reject(error));
      return null;
    }
    return { bytes, sha256: hash.digest('hex') };
  }

  close(): void {
    this.#zip.close();
  }
}

async function listEntries(zip: ZipFile, zipBytes: number): Promise<Map<string, Entry>> {
  if (zip.entryCount > MAX_PROJECT_FILES) {
    throw tooMuch(`${zip.entryCount.toLocaleString('en')} files`, MAX_PROJECT_FILES.toLocaleString('en'));
  }
  const entries = new Map<string, Entry>();
  let bytes = 0;
  const listed = zip.eachEntry();
  for (;;) {
    const next = await listed.next().catch((error: unknown) => {
      throw isPathFault(error) ? unsafeZip('a path that leads out of it') : damagedZip();
    });
    if (next.done) break;
    const entry: Entry = next.value;
    checkEntry(entry);
    if (entry.fileName.endsWith('/')) continue;
    if (entries.has(entry.fileName)) throw unsafeZip('two files of one name');
    entries.set(entry.fileName, entry);
    bytes += entry.uncompressedSize;
    if (bytes > MAX_PROJECT_BYTES)
      throw tooMuch(`more than ${gigabytes(MAX_PROJECT_BYTES)}`, gigabytes(MAX_PROJECT_BYTES));
    if (bytes > zipBytes * MAX_RATIO + FREE_BYTES) {
      throw unsafeZip(`files that are more than ${MAX_RATIO} times as large as the zip`);
    }
  }
  return entries;
}

function checkEntry(entry: Entry): void {
  if (entry.isEncrypted()) throw unsafeZip('files that are locked by a password');
  if (!entry.canDecodeFileData()) throw damagedZip();
  // Of a zip that was packed elsewhere than under Unix there is nothing here.
  const kind = (entry.externalFileAttributes >>> 16) & KIND;
  if (kind === LINK) throw unsafeZip('a link to another file');
  if (kind !== 0 && kind !== FOLDER && kind !== PLAIN) throw unsafeZip('something that is no file');
}

/** The library checks every path that it reads. */
function isPathFault(error: unknown): boolean {
  return (
    error instanceof Error &&
    /^(?:absolute path|invalid relative path|invalid characters)/.test(error.message)
  );
}

const gigabytes = (bytes: number) => `${bytes / 1024 ** 3} GB`;
