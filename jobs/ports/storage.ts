/**
 * The port behind which files are kept. A key names bytes that never change: what is under it is whole, or
 * there is nothing under it. What is stored anew under the same key is the same, so it may be dropped: whoever finds
 * what is there of no use removes it first. What cannot be written is told by a StoryError, `disk_full` or
 * `disk_read_only`; a storage elsewhere that cannot be used, whatever is asked of it, by `storage_away` or
 * `storage_refused`.
 */
export interface Storage {
  /** Stores bytes under a key, all or nothing, surviving a crash right after it returns. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** Moves a finished local file under a key, all or nothing; the source is gone afterwards. */
  adopt(key: string, file: string): Promise<void>;
  /** Whether something is stored under the key. Empty files do not count. */
  has(key: string): Promise<boolean>;
  /** @throws when nothing is stored under the key. */
  read(key: string): Promise<Uint8Array>;
  /** The first bytes of what is stored, at most so many. @throws when nothing is stored under the key. */
  readStart(key: string, bytes: number): Promise<Uint8Array>;
  /**
   * A path on this machine from which the key's bytes may be read, for programs that take files. It holds them for an
   * hour at least, counted from the last time that it was asked for. Nothing may be written there.
   * @throws when nothing is stored under the key.
   */
  localPath(key: string): Promise<string>;
  /**
   * An address at which anybody who has it may read the key's bytes for so long, for machines elsewhere; absent where
   * there is none but this machine's disk.
   */
  lend?(key: string, seconds: number): Promise<string>;
  /** A fresh path for a file in the making, on the same disk, to be given to `adopt`. */
  scratchPath(extension: string): Promise<string>;
  /**
   * Stores everything under `from/` under `to/` as well. Bytes are shared where that is possible: a key's bytes never
   * change. What is there already stays.
   * @param nameOf what a name below `from/` is to be called below `to/`; null for what is left out
   */
  copyAll(from: string, to: string, nameOf: (name: string) => string | null): Promise<void>;
  /** What is stored under keys that begin with `prefix/`, in no order, with the sizes in bytes. */
  list(prefix: string): Promise<{ key: string; bytes: number }[]>;
  /** Removes what is stored under a key; nothing may be. */
  remove(key: string): Promise<void>;
  /** Removes everything whose key begins with `prefix/`. */
  removeAll(prefix: string): Promise<void>;
  /** All first segments of keys that exist. */
  listPrefixes(): Promise<string[]>;
  /** Bytes of all that is stored under `prefix/`, by its name below that. */
  listFiles(prefix: string): Promise<Map<string, number>>;
  /**
   * Bytes that may still be written, as this machine's disk says.
   * @throws StoryError `disk_full` or `disk_read_only` where not even a few can be, and what keeps a storage elsewhere
   *   from being used
   */
  freeBytes(): Promise<number>;
  /** Removes from this machine what killed attempts left half written. To be called now and then. */
  sweep(): Promise<void>;
}
