/** Signs of life of the worker processes. */
import type { Db } from './client.server';

/** Workers that were not seen for this long are forgotten, ms. */
const FORGET_MS = 24 * 3600 * 1000;

/** Notes that a worker is alive now. */
export async function beatWorker(db: Db, id: string): Promise<void> {
  const seenAt = new Date();
  await db.worker.upsert({ where: { id }, create: { id, seenAt }, update: { seenAt } });
  await db.worker.deleteMany({ where: { seenAt: { lt: new Date(seenAt.getTime() - FORGET_MS) } } });
}

/** Notes that a worker ended in good order. */
export async function endWorker(db: Db, id: string): Promise<void> {
  await db.worker.deleteMany({ where: { id } });
}
