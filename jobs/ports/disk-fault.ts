/** What it means when something cannot be kept: the disk is full or takes nothing, or the storage is out of reach. Pure. */
import { type Fault, StoryError } from '#jobs/story/film/fault.ts';

const DISK_FULL = 'disk_full';
const DISK_READ_ONLY = 'disk_read_only';
/** Of films that are kept elsewhere: the storage does not answer. */
export const STORAGE_AWAY = 'storage_away';
/** It answers, and refuses. */
export const STORAGE_REFUSED = 'storage_refused';

/** Of the system. */
const FULL_CODES: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT']);
const READ_ONLY_CODE = 'EROFS';
/** They tell of the disk where something was being written, and of anything else where it was not. */
const REFUSED_CODES: ReadonlySet<string> = new Set(['EACCES', 'EPERM']);
/** Of Postgres (SQLSTATE). */
const DATABASE_FULL_CODE = '53100';

const GOING_ON = 'Films that wait for it then go on by themselves; anything else is to be tried again.';
/** Where the folder lies is nobody's business who only visits. */
const MAKE_ROOM = `Make room on the disk of the folder that DATA_DIR names. ${GOING_ON}`;

const FULL: Fault = {
  code: DISK_FULL,
  message: 'The disk is full, so nothing more can be written.',
  hint: MAKE_ROOM,
  retryable: true,
};
const DATABASE_FULL: Fault = {
  code: DISK_FULL,
  message: 'The database’s disk is full, so nothing more can be written down.',
  hint: `Make room where Postgres keeps its data: in the folder that DATA_DIR names, unless DATABASE_URL is set. ${GOING_ON}`,
  retryable: true,
};
const READ_ONLY: Fault = {
  code: DISK_READ_ONLY,
  message: 'Nothing can be written to the disk: it is read-only, or its folders belong to somebody else.',
  hint: `See that StoryShort may write to the folder that DATA_DIR names. ${GOING_ON}`,
  retryable: true,
};

/**
 * The fault of a disk that is full or read-only, or of a storage that cannot be used, whatever told of it: Node, Postgres,
 * or a fault of this kind itself; null for any other error. The original stays as its cause.
 */
export function diskFault(thrown: unknown): StoryError | null {
  if (thrown instanceof StoryError && concernsDisk(thrown)) return thrown;
  const codes = codesOf(thrown);
  const fault = codes.includes(DATABASE_FULL_CODE)
    ? DATABASE_FULL
    : codes.some((code) => FULL_CODES.has(code))
      ? FULL
      : codes.includes(READ_ONLY_CODE)
        ? READ_ONLY
        : null;
  return fault && new StoryError(fault, { cause: thrown });
}

/**
 * The same of what a program said before it ended.
 * @param words all that it wrote to its standard error
 */
export function diskFaultOfWords(words: string, cause: unknown): StoryError | null {
  if (/No space left|Disk quota exceeded|\bENOSPC\b|\bEDQUOT\b/iu.test(words)) {
    return new StoryError(FULL, { cause });
  }
  if (/Read-only file system|\bEROFS\b/iu.test(words)) {
    return new StoryError(READ_ONLY, { cause });
  }
  return null;
}

/**
 * Does what only writes files, and tells what the disk has against it.
 * @throws StoryError `disk_full` or `disk_read_only`, or whatever else `write` throws
 */
export async function writingToDisk<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const isRefused = codesOf(error).some((code) => REFUSED_CODES.has(code));
    if (isRefused) throw new StoryError(READ_ONLY, { cause: error });
    throw diskFault(error) ?? error;
  }
}

/** The fault of a disk that has too little room for a film to be begun. Both in bytes. */
export function lowDiskFault(freeBytes: number, leastBytes: number): StoryError {
  return new StoryError({
    code: DISK_FULL,
    message: `The disk has only ${megabytes(freeBytes)} free, and no film is begun with less than ${megabytes(leastBytes)}.`,
    hint: MAKE_ROOM,
    retryable: true,
  });
}

/** Whether a fault tells of the disk, or of the storage in its place: no work mends it, and it passes for all at once. */
export function concernsDisk(fault: Pick<Fault, 'code'> | null): boolean {
  return fault !== null && OF_THE_DISK.has(fault.code);
}

const OF_THE_DISK: ReadonlySet<string> = new Set([DISK_FULL, DISK_READ_ONLY, STORAGE_AWAY, STORAGE_REFUSED]);

function megabytes(bytes: number): string {
  return `${Math.floor(bytes / 1024 / 1024)} MB`;
}

/** Codes of an error and of what caused it, outermost first. */
function codesOf(thrown: unknown): string[] {
  const codes: string[] = [];
  const seen = new Set<unknown>();
  const look = (value: unknown) => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    seen.add(value);
    const { code, cause, errors, meta } = value as Record<string, unknown>;
    if (typeof code === 'string') codes.push(code);
    look(cause);
    // What the database's driver said, Prisma passes on in a way of its own.
    if (typeof meta === 'object' && meta !== null && 'driverAdapterError' in meta)
      look(meta.driverAdapterError);
    if (Array.isArray(errors)) errors.forEach(look);
  };
  look(thrown);
  return codes;
}
