/** Signs of life of the worker processes. */
import { randomUUID } from 'node:crypto';
import type { Db } from './client.server';

/** This process, among all that work on videos. */
export const THIS_WORKER = randomUUID();

/** Workers that were not seen for this long are forgotten, ms. */
const FORGET_MS = 24 * 3600 * 1000;

/**
 * Notes that a worker is alive now.
 * @param renderer `Renderer.version` of its painter
 */
export async function beatWorker(db: Db, id: string, renderer: string): Promise<void> {
  const seenAt = new Date();
  await db.worker.upsert({ where: { id }, create: { id, seenAt, renderer }, update: { seenAt } });
  await db.worker.deleteMany({ where: { seenAt: { lt: new Date(seenAt.getTime() - FORGET_MS) } } });
}

/** Notes that a worker ended in good order. */
export async function endWorker(db: Db, id: string): Promise<void> {
  await db.worker.deleteMany({ where: { id } });
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
