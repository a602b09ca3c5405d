/** Rows of a video that is there already, such as a copy of another one. */
import { randomUUID } from 'node:crypto';
import type { Scene, Video } from '#jobs/story/film/video.ts';
import type { DbTransaction } from './client.server';
import { Prisma } from './generated/client';
import { shelvedLanguage } from './shelved-language.server';

/**
 * Inserts a video as it stands, with its scenes under ids of their own. It is made now, by nobody's attempt.
 * @param message what its history begins with
 * @param requestHash of what was asked for
 */
export async function insertVideo(
  tx: DbTransaction,
  video: Video,
  { message, requestHash }: { message: string; requestHash: string },
): Promise<void> {
  const { scenes, error, note, createdAt: _created, updatedAt: _updated, ...plain } = video;
  await tx.video.create({
    data: {
      ...plain,
      ...{ fence: 0, revision: 1, takenUp: [], activity: null },
      error: toJson(error),
      note: toJson(note),
      language: shelvedLanguage(video),
      requestHash,
    },
  });
  await tx.scene.createMany({ data: scenes.map((scene) => sceneRow(video.id, scene)) });
  await tx.event.create({ data: { videoId: video.id, to: video.status, message } });
}

function sceneRow(videoId: string, scene: Scene): Prisma.SceneCreateManyInput {
  const { reading, words, pictureLayers, error, note, ...plain } = scene;
  return {
    ...plain,
    id: randomUUID(),
    videoId,
    reading: toJson(reading),
    words: toJson(words),
    pictureLayers: toJson(pictureLayers),
    error: toJson(error),
    note: toJson(note),
  };
}

/** JSON for a column; what is null is the database's null. */
function toJson(value: object | null): Prisma.InputJsonValue | typeof Prisma.DbNull {
  return value === null ? Prisma.DbNull : (value as Prisma.InputJsonValue);
}
