/** Whether a story that is sent now will become a film. */
import { WORKER_SILENCE_MS } from '#jobs/db/workers/workers.server.ts';
import { diskFault, lowDiskFault } from '#jobs/ports/disk-fault.ts';
import type { Storage } from '#jobs/ports/storage.ts';
import { type Fault, toFault } from '#jobs/story/film/fault.ts';
import type { Backend } from './commands.server';
import { PROCESS_VIDEO } from './process-video';

/** With less room than this no film is begun, bytes. */
const MIN_FREE_BYTES = 500 * 1024 * 1024;
/** A disk is asked no oftener than this, however often others ask for its state, ms. */
const DISK_NEWS_MS = 5_000;

export interface Health {
  /** Whether a story that is sent now will become a film. */
  ok: boolean;
  database: { ok: boolean };
  queue: { ok: boolean; waiting: number; active: number };
  worker: { ok: boolean; seenAt: string | null };
  disk: DiskState;
}

export interface DiskState {
  /** Whether it takes what is written, and has room for a film. */
  ok: boolean;
  freeBytes: number;
  /** Why no film is begun; null where one is. */
  fault: Fault | null;
}

/** Looks at the disk that films are kept on, by writing a little to it; never throws. */
export async function readDisk(storage: Pick<Storage, 'freeBytes'>): Promise<DiskState> {
  try {
    const freeBytes = await storage.freeBytes();
    if (freeBytes >= MIN_FREE_BYTES) return { ok: true, freeBytes, fault: null };
    return { ok: false, freeBytes, fault: lowDiskFault(freeBytes, MIN_FREE_BYTES).toFault() };
  } catch (error) {
    return { ok: false, freeBytes: 0, fault: toFault(diskFault(error) ?? error) };
  }
}

/** The same for many who ask: they are told what was seen a moment ago. */
export function diskNews(storage: Pick<Storage, 'freeBytes'>): () => Promise<DiskState> {
  let news: Promise<DiskState> | null = null;
  let seenAt = 0;
  return () => {
    if (!news || Date.now() - seenAt >= DISK_NEWS_MS) {
      seenAt = Date.now();
      news = readDisk(storage);
    }
    return news;
  };
}

/** Looks at everything that a film needs; never throws. */
export async function readHealth(
  backend: Pick<Backend, 'db' | 'boss'>,
  readDiskState: () => Promise<DiskState>,
): Promise<Health> {
  const [seenAt, queue, disk] = await Promise.all([
    lastWorkerSeen(backend).catch(() => undefined),
    queueCounts(backend).catch(() => null),
    readDiskState(),
  ]);
  const database = { ok: seenAt !== undefined };
  const worker = {
    ok: seenAt instanceof Date && Date.now() - seenAt.getTime() < WORKER_SILENCE_MS,
    seenAt: seenAt?.toISOString() ?? null,
  };
  return {
    ok: database.ok && queue !== null && worker.ok && disk.ok,
    database,
    queue: { ok: queue !== null, waiting: queue?.waiting ?? 0, active: queue?.active ?? 0 },
    worker,
    disk,
  };
}

async function lastWorkerSeen({ db }: Pick<Backend, 'db'>): Promise<Date | null> {
  const newest = await db.worker.findFirst({ orderBy: { seenAt: 'desc' } });
  return newest?.seenAt ?? null;
}

async function queueCounts({ boss }: Pick<Backend, 'boss'>): Promise<{ waiting: number; active: number }> {
  const stats = await boss.getQueue(PROCESS_VIDEO);
  if (!stats) throw new Error('The queue does not exist.');
  return { waiting: stats.queuedCount, active: stats.activeCount };
}
