/** Videos that come from elsewhere as they stand, such as those of project files. */
import type { Video } from '#jobs/story/film/video.ts';
import type { FilmKeys } from '#jobs/story/project/project-of.ts';
import type { Storyboard } from '#jobs/story/storyboard/storyboard.ts';
import type { Take } from '#jobs/story/storyboard/take.ts';
import type { DbTransaction } from './client.server';
import type { InsertionNotes } from './copied-videos.server';
import { Prisma } from './generated/client';
import { toJson } from './json-column.server';
import { sceneRow } from './storyboard-film.server';

/** A video with all that is kept of it. */
export interface ArrivedVideo {
  video: Video;
  draft: Storyboard | null;
  takes: readonly Take[];
  versions: readonly (FilmKeys & { number: number; storyboard: Storyboard; at: Date })[];
}

/** Inserts a video as it stands; it is made now, by nobody's attempt. */
export async function insertArrived(
  tx: DbTransaction,
  { video, draft, takes, versions }: ArrivedVideo,
  { message, requestHash, ownerId, idempotencyKey = null }: InsertionNotes,
): Promise<void> {
  const { scenes, options, error: _error, note, createdAt: _created, updatedAt: _updated, ...plain } = video;
  await tx.video.create({
    data: {
      ...plain,
      options: toJson(options),
      note: note ? toJson(note) : Prisma.DbNull,
      draft: draft ? toJson(draft) : Prisma.DbNull,
      ...{ requestHash, ownerId, idempotencyKey },
    },
  });
  const videoId = video.id;
  await tx.scene.createMany({ data: scenes.map((scene) => sceneRow(videoId, scene)) });
  await tx.take.createMany({
    data: takes.map(({ made, ...take }) => ({ ...take, videoId, made: toJson(made) })),
  });
  await tx.version.createMany({ data: versions.flatMap((version) => versionRow(videoId, version)) });
  await tx.event.create({ data: { videoId, to: video.status, message } });
}

function versionRow(
  videoId: string,
  {
    storyboard,
    filmHash,
    filmKey,
    audioKey,
    posterKey,
    srtKey,
    vttKey,
    durationMs,
    ...rest
  }: ArrivedVideo['versions'][number],
): Prisma.VersionCreateManyInput[] {
  if (!filmHash || !filmKey || !audioKey || !posterKey || !srtKey || !vttKey || durationMs === null)
    return [];
  const film = { filmHash, filmKey, audioKey, posterKey, srtKey, vttKey, durationMs };
  return [{ videoId, ...rest, ...film, storyboard: toJson(storyboard) }];
}
