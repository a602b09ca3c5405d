/** How much of the disk a person's videos take, and may take. */
import type { Db } from '#jobs/db/client.server.ts';
import type { Storage } from '#jobs/ports/storage.ts';
import { StoryError } from '#jobs/story/film/fault.ts';

interface Stores {
  db: Db;
  storage: Pick<Storage, 'listFiles'>;
}

/** Bytes of all files of their videos; what two videos share counts for both. */
export async function usedBytes({ db, storage }: Stores, personId: string): Promise<number> {
  const videos = await db.video.findMany({ where: { ownerId: personId }, select: { id: true } });
  let bytes = 0;
  for (const { id } of videos) {
    for (const size of (await storage.listFiles(id)).values()) bytes += size;
  }
  return bytes;
}

/**
 * Holds a person to their share of the disk before they bring or begin more.
 * @param personId null for nobody, who has no limit
 * @throws StoryError `quota_reached`
 */
export async function holdQuota(stores: Stores, personId: string | null): Promise<void> {
  if (personId === null) return;
  const person = await stores.db.person.findUnique({ where: { id: personId }, select: { quotaBytes: true } });
  if (person === null || person.quotaBytes === null) return;
  const quota = Number(person.quotaBytes);
  const used = await usedBytes(stores, personId);
  if (used < quota) return;
  throw new StoryError({
    code: 'quota_reached',
    message: `Your videos take ${sizeWords(used)} of the ${sizeWords(quota)} that you may use.`,
    hint: 'Delete videos that you need no more, or ask an admin for more room.',
    retryable: false,
  });
}

/** As people read sizes: `350 MB`, `1.5 GB`. */
export function sizeWords(bytes: number): string {
  const megabytes = bytes / 1024 ** 2;
  if (megabytes < 1000) return `${Math.round(megabytes)} MB`;
  const gigabytes = megabytes / 1024;
  return `${gigabytes.toFixed(gigabytes < 10 ? 1 : 0)} GB`;
}
