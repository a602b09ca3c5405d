/** Films' files for platforms: asked for by a person, made by a worker, one row for each film and platform. */
import type { Db } from '#jobs/db/client.server.ts';
import { Prisma } from '#jobs/db/generated/client.ts';
import { toJson, toNullableJson } from '#jobs/db/json-column.server.ts';
import type { FilmName } from '#jobs/db/looks/film-looks.server.ts';
import type { Fault } from '#jobs/story/film/fault.ts';
import { storedFault } from '#jobs/story/film/stored/fault-schema.ts';
import { PLATFORM_NAMES, type PlatformName } from '#jobs/story/post/platforms.ts';

export interface PostFileName extends FilmName {
  platform: PlatformName;
}

/** A file that a worker is to make. */
export interface PostFileToMake extends PostFileName {
  /** How often somebody has begun to, this time included. */
  tries: number;
}

/** A file as it stands. */
export interface PostFile {
  platform: PlatformName;
  /** Percent. */
  progress: number;
  /** Null until it is made. */
  fileKey: string | null;
  bytes: number | null;
  /** Why it is not signed; null where it is. */
  unsigned: Fault | null;
  /** What kept it from being made. */
  error: Fault | null;
}

/** A worker of which nothing was heard for so long is gone, s. */
const GONE_S = 60;
/** Files are begun so often: after the last time it is only said that they could not be made. */
export const MOST_MAKINGS = 3;

/** Asks for a file; one that is there or under way stays, and one that failed is made once more. */
export async function askForFile(db: Db, { videoId, filmHash, platform }: PostFileName): Promise<void> {
  await db.$transaction([
    db.postFile.deleteMany({
      where: { videoId, filmHash, platform, NOT: { error: { equals: Prisma.AnyNull } } },
    }),
    db.postFile.createMany({ data: { videoId, filmHash, platform }, skipDuplicates: true }),
  ]);
}

/** Takes the file that has waited longest, so that no other worker does. */
export async function claimFile(db: Db): Promise<PostFileToMake | null> {
  const [claimed] = await db.$queryRaw<PostFileToMake[]>`
    UPDATE post_file SET seen_at = now(), tries = tries + 1, progress = 0
    WHERE (video_id, film_hash, platform) = (
      SELECT video_id, film_hash, platform FROM post_file
      WHERE made_at IS NULL AND error IS NULL
        AND (seen_at IS NULL OR seen_at < now() - ${GONE_S}::int * interval '1 second')
      ORDER BY asked_at LIMIT 1 FOR UPDATE SKIP LOCKED
    )
    RETURNING video_id AS "videoId", film_hash AS "filmHash", platform, tries`;
  return claimed ?? null;
}

/** Gives a file back whose worker ends: the next one takes it at once, and it counts as no try. */
export async function releaseFile(db: Db, name: PostFileName): Promise<void> {
  await db.postFile.updateMany({
    where: { ...name, madeAt: null },
    data: { seenAt: null, tries: { decrement: 1 } },
  });
}

/** Tells how far a file is, and that its worker is there. @returns false where nobody wants it any more */
export async function noteProgress(db: Db, name: PostFileName, progress: number): Promise<boolean> {
  const { count } = await db.postFile.updateMany({
    where: { ...name, video: { deletedAt: null } },
    data: { progress, seenAt: new Date() },
  });
  return count === 1;
}

/** Keeps a file that was made, and why it is not signed. */
export async function noteFile(
  db: Db,
  name: PostFileName,
  { fileKey, bytes, unsigned }: { fileKey: string; bytes: number; unsigned: Fault | null },
): Promise<void> {
  await db.postFile.updateMany({
    where: { ...name },
    data: { madeAt: new Date(), progress: 100, fileKey, bytes, unsigned: toNullableJson(unsigned) },
  });
}

/** Keeps why a file could not be made. */
export async function noteFileFault(db: Db, name: PostFileName, error: Fault): Promise<void> {
  await db.postFile.updateMany({ where: { ...name }, data: { error: toJson(error) } });
}

/** Reads a film's files, made and in the making. */
export async function listFiles(db: Db, { videoId, filmHash }: FilmName): Promise<PostFile[]> {
  const rows = await db.postFile.findMany({ where: { videoId, filmHash } });
  return rows.flatMap(({ platform: name, progress, fileKey, bytes, unsigned, error }) => {
    const platform = PLATFORM_NAMES.find((known) => known === name);
    // One that this version does not know any more is nobody's.
    if (!platform) return [];
    return {
      ...{ platform, progress, fileKey, bytes: bytes === null ? null : Number(bytes) },
      ...{ unsigned: storedFault(unsigned), error: storedFault(error) },
    };
  });
}
