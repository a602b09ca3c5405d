/** How long things took to make, as it was noted beside them. */
import { type MakingTime, MEASURED, type MeasuredTimes } from '#jobs/story/storyboard/making-rates.ts';
import type { Db, DbTransaction } from './client.server';

/** Reads the newest times of these kinds and engines, and of putting films together. */
export async function readMakingTimes(
  db: Db | DbTransaction,
  wanted: readonly Pick<MakingTime, 'kind' | 'engine'>[],
): Promise<MeasuredTimes> {
  const makings: MakingTime[] = [];
  for (const { kind, engine } of wanted) {
    const rows = await db.take.findMany({
      where: { kind, engine, tookMs: { not: null } },
      orderBy: { id: 'desc' },
      take: MEASURED,
      select: { amount: true, tookMs: true },
    });
    makings.push(
      ...rows.map(({ amount, tookMs }) => ({ kind, engine, amount: amount ?? 0, tookMs: tookMs ?? 0 })),
    );
  }
  const finishes = await db.version.findMany({
    where: { tookMs: { not: null } },
    orderBy: { at: 'desc' },
    take: MEASURED,
    select: { durationMs: true, tookMs: true },
  });
  return {
    makings,
    finishes: finishes.map(({ durationMs, tookMs }) => ({ durationMs, tookMs: tookMs ?? 0 })),
  };
}
