/** How long things took to make, as it was noted beside them. */
import {
  type MakingTime,
  MEASURED,
  type MeasuredTimes,
  type SceneMakingTime,
} from '#jobs/story/storyboard/making-rates.ts';
import type { Db, DbTransaction } from './client.server';

/** Reads the newest times of these kinds and engines, all those of the video's own stretches, and of putting films together. */
export async function readMakingTimes(
  db: Db | DbTransaction,
  videoId: string,
  wanted: readonly Pick<MakingTime, 'kind' | 'engine'>[],
): Promise<MeasuredTimes> {
  const makings = new Map<bigint, SceneMakingTime>();
  for (const { kind, engine } of wanted) {
    const measured = { kind, engine, tookMs: { not: null } };
    const [newest, own] = await Promise.all([
      db.take.findMany({ where: measured, orderBy: { id: 'desc' }, take: MEASURED, select: TIME }),
      kind === 'segment'
        ? db.take.findMany({ where: { ...measured, videoId }, orderBy: { id: 'desc' }, select: TIME })
        : [],
    ]);
    for (const { id, sceneId, amount, tookMs } of [...newest, ...own])
      makings.set(id, { kind, engine, sceneId, amount: amount ?? 0, tookMs: tookMs ?? 0 });
  }
  const finishes = await db.version.findMany({
    where: { tookMs: { not: null } },
    orderBy: { at: 'desc' },
    take: MEASURED,
    select: { durationMs: true, tookMs: true, musicMs: true, soundMs: true },
  });
  return {
    makings: [...makings.values()],
    finishes: finishes.map(({ tookMs, ...finish }) => ({ ...finish, tookMs: tookMs ?? 0 })),
  };
}

const TIME = { id: true, sceneId: true, amount: true, tookMs: true } as const;
