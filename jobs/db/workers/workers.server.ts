/** The worker processes: what they say of themselves, and what is asked of them. */
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Db } from '#jobs/db/client.server.ts';
import { toNullableJson } from '#jobs/db/json-column.server.ts';
import type { Fault } from '#jobs/story/film/fault.ts';
import { faultSchema } from '#jobs/story/film/stored/fault-schema.ts';
import { type WorkerAbilities, workerAbilities } from './worker-abilities';

/** This process, among all that work on videos. */
export const THIS_WORKER = randomUUID();

/** A worker counts as alive for this long after it was last seen, ms. */
export const WORKER_SILENCE_MS = 30_000;
/** Workers that were not seen for this long are forgotten, ms. */
const FORGET_MS = 24 * 3600 * 1000;

/** What a worker says with each sign of life. */
export interface SignOfLife {
  /** `Renderer.version` of its painter */
  renderer: string;
  abilities: WorkerAbilities;
  /** Videos and errands that it is at. */
  inHand: number;
  /** Why it takes nothing; null where it does. */
  trouble: Fault | null;
}

export interface LivingWorker extends SignOfLife {
  id: string;
  host: string;
  startedAt: Date;
  /** Whether it was asked to finish what it has in hand, and to end. */
  isDraining: boolean;
}

/**
 * Notes that a worker is alive now.
 * @returns whether it was asked to finish what it has in hand, and to end
 */
export async function beatWorker(
  db: Db,
  id: string,
  { renderer, abilities, inHand, trouble }: SignOfLife,
): Promise<{ isDraining: boolean }> {
  const seenAt = new Date();
  const said = { seenAt, renderer, abilities, inHand, trouble: toNullableJson(trouble) };
  const row = await db.worker.upsert({
    where: { id },
    create: { id, host: hostname(), ...said },
    update: said,
    select: { drainAskedAt: true },
  });
  await db.worker.deleteMany({ where: { seenAt: { lt: new Date(seenAt.getTime() - FORGET_MS) } } });
  return { isDraining: row.drainAskedAt !== null };
}

/** Notes that a worker ended in good order. */
export async function endWorker(db: Db, id: string): Promise<void> {
  await db.worker.deleteMany({ where: { id } });
}

/** Those that are alive and say what they can, the oldest first. */
export async function listWorkers(db: Db): Promise<LivingWorker[]> {
  const rows = await db.worker.findMany({
    where: { seenAt: { gt: new Date(Date.now() - WORKER_SILENCE_MS) } },
    orderBy: { startedAt: 'asc' },
  });
  return rows.flatMap(({ renderer, host, abilities, trouble, drainAskedAt, seenAt: _seen, ...rest }) => {
    // One of an older version, or of a newer one that says it in other words, is nobody to share with.
    const able = workerAbilities.safeParse(abilities);
    if (!able.success || renderer === null || host === null) return [];
    const why = trouble === null ? null : faultSchema.parse(trouble);
    return [
      { ...rest, renderer, host, abilities: able.data, trouble: why, isDraining: drainAskedAt !== null },
    ];
  });
}

/** Whether it takes work, and will for a while. */
export function takesWork({ trouble, isDraining }: Pick<LivingWorker, 'trouble' | 'isDraining'>): boolean {
  return trouble === null && !isDraining;
}

/**
 * Asks workers to finish what they have in hand, and to end.
 * @param id of one, or null for all that are alive
 * @returns how many were asked
 */
export async function askToDrain(db: Db, id: string | null): Promise<number> {
  const seenAt = { gt: new Date(Date.now() - WORKER_SILENCE_MS) };
  const { count } = await db.worker.updateMany({
    where: { seenAt, drainAskedAt: null, ...(id !== null && { id }) },
    data: { drainAskedAt: new Date() },
  });
  return count;
}

/** `Renderer.version` of the worker that was seen last; null where none has said so. */
export async function newestRenderer(db: Db): Promise<string | null> {
  const newest = await db.worker.findFirst({
    where: { renderer: { not: null } },
    orderBy: { seenAt: 'desc' },
    select: { renderer: true },
  });
  return newest?.renderer ?? null;
}
