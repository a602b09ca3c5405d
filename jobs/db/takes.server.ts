/** Takes: what was made of a video once, by the name of what it was made of. */
import type { Scene } from '#jobs/story/film/video.ts';
import type { MakingTime } from '#jobs/story/storyboard/making-rates.ts';
import { type Take, type TakeKind, TakeShelf, takeSchemas, takesOf } from '#jobs/story/storyboard/take.ts';
import type { Db, DbTransaction } from './client.server';
import type { Prisma } from './generated/client';
import { toJson } from './json-column.server';

/** Reads all takes of a video, to be found. */
export async function readTakes(db: Db | DbTransaction, videoId: string): Promise<TakeShelf> {
  return new TakeShelf(await listTakes(db, videoId));
}

/** Reads all takes of a video, from the oldest to the newest. */
export async function listTakes(db: Db | DbTransaction, videoId: string): Promise<Take[]> {
  const rows = await db.take.findMany({ where: { videoId }, orderBy: { id: 'asc' } });
  return rows.flatMap(toTake);
}

function toTake({ kind, hash, sceneId, made, at }: Prisma.TakeGetPayload<object>): Take[] {
  if (!isTakeKind(kind)) return [];
  const read = takeSchemas[kind].safeParse(made);
  // What an older StoryShort kept otherwise is made again where it is wanted.
  return read.success ? [{ kind, hash, sceneId, made: read.data, at }] : [];
}

function isTakeKind(kind: string): kind is TakeKind {
  return kind in takeSchemas;
}

/**
 * Keeps what a scene holds, unless it is kept already.
 * @param making of which that was just made, how long it took
 */
export async function keepTakes(
  tx: DbTransaction,
  videoId: string,
  scene: Scene,
  making: MakingTime | null = null,
): Promise<void> {
  const data = takesOf(scene).map(({ made, ...take }) => ({
    ...take,
    ...(making?.kind === take.kind && making),
    made: toJson(made),
    videoId,
  }));
  if (data.length > 0) await tx.take.createMany({ data, skipDuplicates: true });
}

/** Owns what was made for no scene in particular. */
const NO_SCENE = '00000000-0000-4000-8000-000000000000';

/** Keeps a picture that was made before any scene has it. */
export async function keepPictureTake(
  db: Db,
  videoId: string,
  hash: string,
  pictureKey: string,
): Promise<void> {
  const made = toJson({ pictureKey, pictureLayers: null, note: null });
  const take = { videoId, sceneId: NO_SCENE, kind: 'picture', hash, made };
  await db.take.createMany({ data: [take], skipDuplicates: true });
}
