import { statfs } from 'node:fs/promises';
import type { Backend } from './commands.server';
import { PROCESS_VIDEO } from './process-video';

/** A worker counts as alive for this long after it was last seen, ms. */
const WORKER_SILENCE_MS = 30_000;
/** With less room than this no film can be made, bytes. */
const MIN_FREE_BYTES = 500 * 1024 * 1024;

export interface Health {
  /** Whether a story that is sent now will become a film. */
  ok: boolean;
  database: { ok: boolean };
  queue: { ok: boolean; waiting: number; active: number };
  worker: { ok: boolean; seenAt: string | null };
  disk: { ok: boolean; freeBytes: number };
}

/** Looks at everything that a film needs; never throws. */
export async function readHealth(
  backend: Pick<Backend, 'db' | 'boss'>,
  { dataDir }: { dataDir: string },
): Promise<Health> {
  const [seenAt, queue, freeBytes] = await Promise.all([
    lastWorkerSeen(backend).catch(() => undefined),
    queueCounts(backend).catch(() => null),
    statfs(dataDir).then(
      (disk) => disk.bavail * disk.bsize,
      () => 0,
    ),
  ]);
  const database = { ok: seenAt !== undefined };
  const worker = {
    ok: seenAt instanceof Date && Date.now() - seenAt.getTime() < WORKER_SILENCE_MS,
    seenAt: seenAt?.toISOString() ?? null,
  };
  const disk = { ok: freeBytes >= MIN_FREE_BYTES, freeBytes };
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
