/** Versions: each finished film with the storyboard that it was made of. */
import type { FinishTime } from '#jobs/story/storyboard/making-rates.ts';
import { type Storyboard, storyboardOf, storyboardSchema } from '#jobs/story/storyboard/storyboard.ts';
import type { Db, DbTransaction } from './client.server';
import { toJson } from './json-column.server';
import { findVideo } from './videos.server';

/** Versions that are kept of a video, the newest ones. */
export const MAX_VERSIONS = 10;

export interface Version {
  /** From 1, in the order in which they were finished. */
  number: number;
  storyboard: Storyboard;
  filmHash: string;
  filmKey: string;
  audioKey: string;
  posterKey: string;
  srtKey: string;
  vttKey: string;
  durationMs: number;
  at: Date;
}

/**
 * Keeps the film that a video has just got, unless it is the newest version already; the oldest makes room.
 * @param took how long it took to be put together; null where it was there
 */
export async function keepVersion(
  tx: DbTransaction,
  videoId: string,
  took: FinishTime | null,
): Promise<void> {
  const video = await findVideo(tx, videoId);
  if (!video) return;
  const { filmHash, filmKey, audioKey, posterKey, srtKey, vttKey, durationMs } = video;
  if (!filmHash || !filmKey || !audioKey || !posterKey || !srtKey || !vttKey || durationMs === null) return;
  const newest = await tx.version.findFirst({
    where: { videoId },
    orderBy: { number: 'desc' },
    select: { number: true, filmHash: true },
  });
  if (newest?.filmHash === filmHash) return;
  const number = (newest?.number ?? 0) + 1;
  await tx.version.create({
    data: {
      ...{ videoId, number, filmHash, filmKey, audioKey, posterKey, srtKey, vttKey, durationMs },
      ...took,
      storyboard: toJson(storyboardOf(video)),
    },
  });
  await tx.version.deleteMany({ where: { videoId, number: { lte: number - MAX_VERSIONS } } });
}

/** Reads a video's versions, newest first. */
export async function listVersions(db: Db | DbTransaction, videoId: string): Promise<Version[]> {
  const rows = await db.version.findMany({ where: { videoId }, orderBy: { number: 'desc' } });
  return rows.map(
    ({ videoId: _video, tookMs: _took, musicMs: _music, soundMs: _sound, storyboard, ...row }) => ({
      ...row,
      storyboard: storyboardSchema.parse(storyboard),
    }),
  );
}
