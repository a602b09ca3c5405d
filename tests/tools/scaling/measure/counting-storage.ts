import { stat } from 'node:fs/promises';
import type { Storage } from '#jobs/ports/storage.ts';
import type { StoredKind } from '#tests/tools/scaling/measured-costs.ts';

/** What was asked of a storage. */
export interface StorageCounts {
  stored: Partial<Record<StoredKind, { files: number; bytes: number }>>;
  /** Whether something is there, what is there, how much room there is, removals. */
  looks: number;
}

const KINDS: Readonly<Record<string, StoredKind>> = {
  script: 'script',
  voice: 'voice',
  picture: 'picture',
  segment: 'segment',
  film: 'film',
  poster: 'film',
  captions: 'film',
};

/** Which step a file is of, by the first word of its name; what has another name belongs to the sound. */
export function storedKind(key: string): StoredKind {
  const name = key.slice(key.lastIndexOf('/') + 1);
  return KINDS[/^[a-z]+/.exec(name)?.[0] ?? ''] ?? 'sound';
}

const LOOKS: ReadonlySet<string | symbol> = new Set([
  'has',
  'list',
  'listFiles',
  'freeBytes',
  'remove',
  'removeAll',
]);

/** The same storage, which counts what is asked of it. Reading is not counted: who stored something has it at hand. */
export function countingStorage(storage: Storage): { storage: Storage; counts: StorageCounts } {
  const counts: StorageCounts = { stored: {}, looks: 0 };
  const note = (key: string, bytes: number) => {
    const kind = storedKind(key);
    const before = counts.stored[kind] ?? { files: 0, bytes: 0 };
    counts.stored[kind] = { files: before.files + 1, bytes: before.bytes + bytes };
  };
  const counting: Partial<Storage> = {
    put: (key, bytes) => {
      note(key, bytes.length);
      return storage.put(key, bytes);
    },
    adopt: async (key, file) => {
      note(key, (await stat(file)).size);
      return storage.adopt(key, file);
    },
  };
  const counted = new Proxy(storage, {
    get(target, name) {
      const own = counting[name as keyof Storage];
      if (own) return own;
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]) => {
        if (LOOKS.has(name)) counts.looks += 1;
        return Reflect.apply(value, target, args);
      };
    },
  });
  return { storage: counted, counts };
}
